import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { withAction } from "../examples/configurations";
import { PRODUCER_PARTITIONS } from "./pages";
import { partitionNumber } from "./partitionNumber";

const PATH = ["partition"];

export const partitionFixed = defineConstraint({
    id: "partition-fixed",
    subject: "kafkaAction",
    requirements: ["KAFKA-PART-04"],
    level: "advisory",
    severity: "low",
    what: "Messages do not all go to one partition.",
    why: "One partition is served by one broker and read by one consumer of a group: the topic no longer scales.",
    fix: "Leave the partition out and let Kafka choose one by the key, or compute it with a template.",
    source: PRODUCER_PARTITIONS,
    check: (action) => {
        const partition = action.value("partition");
        if (isUnknown(partition)) return undetermined(PATH);
        const number = partitionNumber(partition);
        return number === undefined ? undefined : violation(PATH, `All messages go to partition ${number}`);
    },
    examples: {
        valid: [
            { title: "no partition", stack: withAction({}) },
            { title: "a template", stack: withAction({ partition: "${cast(topic(2) AS Int) % 12}" }) },
        ],
        invalid: [{ title: "one partition", stack: withAction({ partition: "3" }) }],
    },
});
