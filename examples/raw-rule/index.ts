import * as aws from "@pulumi/aws";

// Somebody was in a hurry. The fourteen mistakes are listed in README.md; none of them is caught by the compiler.
new aws.iot.TopicRule("telemetry", {
    name: "plant-telemetry",
    enabled: true,
    sql: "SELEKT * FRM topic",
    sqlVersion: "2016-04-01",
    kafkas: [
        {
            destinationArn: "arn:aws:kafka:us-east-1:209876543210:cluster/plant/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e-2",
            topic: "plant telemetry!!",
            key: "${topic(2)}",
            partition: "minus one",
            headers: [],
            clientProperties: {
                "bootstrap.servers": "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com",
                "security.protocol": "PLAINTEXT",
                acks: "all",
                "compression.type": "brotli",
                "sasl.mechanism": "SCRAM-SHA-256",
                "sasl.scram.username": "device",
                "sasl.scram.password": "hunter2",
                "linger.ms": "5",
            },
        },
    ],
});
