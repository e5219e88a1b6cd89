import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { cluster } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { isAtLeast, type KafkaVersion } from "../facts/kafkaVersion";
import { KAFKA_VERSIONS } from "./pages";

const PATH = ["kafkaVersion"];

export const kafkaVersionSupported = defineConstraint({
    id: "kafka-version-supported",
    subject: "cluster",
    requirements: ["MSK-VER-02"],
    level: "advisory",
    severity: "medium",
    what: "A cluster has Apache Kafka 3.8 or later.",
    why: "Amazon MSK updates clusters with a version that has reached the end of its support by itself, at a time of its own choosing.",
    fix: "Use 3.9.x, which AWS recommends, or a later version.",
    source: KAFKA_VERSIONS,
    check: (made) => {
        const { version } = made;
        if (isUnknown(version)) return undetermined(PATH);
        if (version === undefined || isAtLeast(version, 3, 8)) return undefined;
        return violation(PATH, `The support of ${show(made.value("kafkaVersion"))} ${endOf(version)}`);
    },
    examples: {
        valid: [
            { title: "3.9", stack: versioned("3.9.x") },
            { title: "3.8", stack: versioned("3.8.x.kraft") },
            { title: "4.1", stack: versioned("4.1.x.kraft") },
        ],
        invalid: [
            { title: "2.8", stack: versioned("2.8.1") },
            { title: "3.6", stack: versioned("3.6.0") },
            { title: "3.7", stack: versioned("3.7.x") },
        ],
    },
});

/** When the support of a version before 3.8 ends, as AWS has announced it. */
function endOf(version: KafkaVersion): string {
    if (isAtLeast(version, 3, 7)) return "ends on 2026-09-01";
    return isAtLeast(version, 3, 6) ? "ends on 2026-06-01" : "has ended";
}

function versioned(kafkaVersion: unknown) {
    return stackOf(cluster({ kafkaVersion }));
}
