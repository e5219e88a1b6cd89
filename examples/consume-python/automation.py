"""`python automation.py preview|up|destroy [PACK …]`: the same program through the Automation API, which starts Pulumi itself."""

import os
import sys

from pulumi import automation

from pipeline import pipeline

FOLDER = os.path.dirname(os.path.abspath(__file__))


def main() -> None:
    operation, *packs = sys.argv[1:] or ["preview"]
    # The folder's Pulumi.yaml says where the plugin is.
    where = automation.LocalWorkspaceOptions(work_dir=FOLDER)
    stack = automation.create_or_select_stack("dev", "consume-python", pipeline, opts=where)
    stack.set_config("aws:region", automation.ConfigValue(os.environ.get("AWS_REGION", "us-east-1")))
    common = {"on_output": print, "color": "never"}
    try:
        if operation == "destroy":
            stack.destroy(**common)
        elif operation == "up":
            stack.up(policy_packs=packs, **common)
        else:
            stack.preview(policy_packs=packs, **common)
    except automation.CommandError:
        sys.exit(1)  # Pulumi has said why.


if __name__ == "__main__":
    main()
