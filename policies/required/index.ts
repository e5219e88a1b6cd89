import { PolicyPack } from "@pulumi/policy";
import { namesOf, recommended, reporting, required } from "../packs";
import { readRequestsOnce } from "../readOnce";

const NAME = "iot-kafka-required";

readRequestsOnce();

new PolicyPack(
    NAME,
    {
        displayName: "IoT to Kafka: required",
        description: "Apache Kafka rule actions of AWS IoT keep every constraint that AWS documents.",
        provider: "aws",
        tags: ["aws", "iot", "kafka", "msk"],
        enforcementLevel: "mandatory",
        policies: [...required, ...reporting(NAME)],
    },
    // One configuration serves both packs; the engine refuses settings of names that a pack has never heard of.
    namesOf(recommended),
);
