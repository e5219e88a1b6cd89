"""A pipeline into a new cluster of Amazon MSK, and alarms on its rule."""

import pulumi

from iotkafka import IotKafkaPipeline, PipelineAlarms


def pipeline() -> None:
    telemetry = IotKafkaPipeline(
        "telemetry",
        {
            "sql": "SELECT *, topic(2) AS deviceId FROM 'devices/+/telemetry'",
            "topic": "telemetry",
            "key": "${topic(2)}",
            "headers": [{"key": "device", "value": "${topic(2)}"}],
            # In TypeScript network: "new" and errorAction: { logs: … }; what is a choice there is an argument here.
            "newNetwork": True,
            "errorAction": {"logs": {"retentionDays": 90}},
            "kafka": {
                "cluster": {"serverProperties": {"log.cleanup.policy": "compact"}, "logs": {"none": True}},
                "credentials": {"mode": "SCRAM-SHA-512", "user": {"username": pulumi.Output.from_input("iot")}},
            },
            "topicSettings": {"partitions": 12},
        },
    )
    alarms = PipelineAlarms(
        "telemetry-alarms",
        {"ruleName": telemetry.ruleName, "noSuccess": {"none": True}, "failures": {"moreThan": 10}},
    )

    pulumi.export("bootstrapServers", telemetry.bootstrapServers)
    pulumi.export("ruleName", telemetry.ruleName)
    pulumi.export("secretName", telemetry.secretName)
    pulumi.export("username", telemetry.username)
    pulumi.export("alarmTopicArn", alarms.topicArn)
