import { PolicyPack } from "@pulumi/policy";
import { recommended, reporting } from "../packs";

const NAME = "iot-kafka-recommended";

new PolicyPack(NAME, {
    displayName: "IoT to Kafka: recommended",
    description: "Good practice for Apache Kafka rule actions of AWS IoT.",
    provider: "aws",
    tags: ["aws", "iot", "kafka", "msk"],
    enforcementLevel: "advisory",
    policies: [...recommended, ...reporting(NAME)],
});
