"""What `pulumi up` runs."""

from pipeline import pipeline

pipeline()
