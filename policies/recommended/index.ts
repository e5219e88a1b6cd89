import { PolicyPack } from "@pulumi/policy";
import { namesOf, recommended, reporting, required } from "../packs";
import { readRequestsOnce } from "../readOnce";

const NAME = "iot-kafka-recommended";

readRequestsOnce();

new PolicyPack(
    NAME,
    {
        displayName: "IoT to Kafka: recommended",
        description: "Good practice for Apache Kafka rule actions of AWS IoT.",
        provider: "aws",
        tags: ["aws", "iot", "kafka", "msk"],
        enforcementLevel: "advisory",
        policies: [...recommended, ...reporting(NAME)],
    },
    // One configuration serves both packs; the engine refuses settings of names that a pack has never heard of.
    namesOf(required),
);
