"""The components of the plugin, without a generated package: their arguments are dictionaries, spelled as in the schema."""

from typing import Any, Mapping, Optional

import pulumi


class IotKafkaPipeline(pulumi.ComponentResource):
    """Everything between AWS IoT and Kafka in one call."""

    bootstrapServers: pulumi.Output[str]
    ruleName: pulumi.Output[str]
    secretName: pulumi.Output[Optional[str]]
    username: pulumi.Output[Optional[str]]

    def __init__(self, name: str, args: Mapping[str, Any], opts: Optional[pulumi.ResourceOptions] = None):
        # Python learns of an output only where it is named among the arguments.
        outputs = dict.fromkeys(["bootstrapServers", "ruleName", "secretName", "username"])
        super().__init__("iotkafka:index:IotKafkaPipeline", name, {**outputs, **args}, opts, remote=True)


class PipelineAlarms(pulumi.ComponentResource):
    """Alarms of CloudWatch on a rule, and a topic that they are sent to."""

    topicArn: pulumi.Output[Optional[str]]

    def __init__(self, name: str, args: Mapping[str, Any], opts: Optional[pulumi.ResourceOptions] = None):
        super().__init__("iotkafka:index:PipelineAlarms", name, {"topicArn": None, **args}, opts, remote=True)
