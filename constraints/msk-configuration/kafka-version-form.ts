import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { cluster } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { parseKafkaVersion } from "../facts/kafkaVersion";
import { KAFKA_VERSIONS } from "./pages";

const PATH = ["kafkaVersion"];

export const kafkaVersionForm = defineConstraint({
    id: "kafka-version-form",
    subject: "cluster",
    requirements: ["MSK-VER-01"],
    level: "mandatory",
    severity: "high",
    what: "A Kafka version is numbers with dots, and a suffix such as .x, .kraft or .tiered.",
    why: "Amazon MSK knows its versions by these names alone.",
    fix: "Write a version of the page, such as 3.9.x, or 3.9.x.kraft for a cluster without ZooKeeper.",
    source: KAFKA_VERSIONS,
    check: (made) => {
        const version = made.value("kafkaVersion");
        if (isUnknown(version)) return undetermined(PATH);
        if (version === undefined) return undefined;
        if (typeof version === "string" && parseKafkaVersion(version) !== undefined) return undefined;
        return violation(PATH, `The version is ${show(version)}`);
    },
    examples: {
        valid: [
            { title: "numbers", stack: versioned("3.8.0") },
            { title: "the newest of a line", stack: versioned("3.9.x") },
            { title: "a cluster without ZooKeeper", stack: versioned("3.9.x.kraft") },
            { title: "tiered storage", stack: versioned("2.8.2.tiered") },
            { title: "a version that is not known yet", stack: versioned(UNKNOWN) },
        ],
        invalid: [
            { title: "a letter in front", stack: versioned("v3.9.0") },
            { title: "a hyphen before the suffix", stack: versioned("3.9.x-kraft") },
            { title: "a word", stack: versioned("latest") },
            { title: "a number that is no text", stack: versioned(3.9) },
        ],
    },
});

function versioned(kafkaVersion: unknown) {
    return stackOf(cluster({ kafkaVersion }));
}
