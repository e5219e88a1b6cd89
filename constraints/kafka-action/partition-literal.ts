import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { withAction } from "../examples/configurations";
import { literalParts } from "./literalParts";
import { API_KAFKA_ACTION } from "./pages";
import { partitionNumber } from "./partitionNumber";

const PATH = ["partition"];

export const partitionLiteral = defineConstraint({
    id: "partition-literal",
    subject: "kafkaAction",
    requirements: ["KAFKA-PART-02"],
    level: "mandatory",
    severity: "high",
    what: "A partition that is written out is a whole number from 0, as a text without sign or leading zeros.",
    why: "AWS IoT takes it for a partition's number, and there is no partition of any other name.",
    fix: 'Write "0", "1" and so on, or leave the partition out and let Kafka choose one by the key.',
    source: API_KAFKA_ACTION,
    check: (action) => {
        const partition = action.value("partition");
        if (partition === undefined) return undefined;
        if (isUnknown(partition)) return undetermined(PATH);
        if (typeof partition !== "string") return violation(PATH, `The partition is ${show(partition)}, not a text`);
        const { texts, hasTemplates } = literalParts(partition);
        if (hasTemplates) {
            const isNumber = texts.every((text) => /^[\d\s]*$/.test(text));
            return isNumber
                ? undefined
                : violation(PATH, `The partition is ${show(partition)}: what stands beside its template is no number`);
        }
        return partitionNumber(partition) !== undefined
            ? undefined
            : violation(PATH, `The partition is ${show(partition)}`);
    },
    examples: {
        valid: [
            { title: "no partition", stack: withAction({ partition: undefined }) },
            { title: "the first partition", stack: withAction({ partition: "0" }) },
            { title: "a template", stack: withAction({ partition: "${cast(topic(2) AS Int) % 12}" }) },
        ],
        invalid: [
            { title: "words", stack: withAction({ partition: "minus one" }) },
            { title: "a negative number", stack: withAction({ partition: "-1" }) },
            { title: "a leading zero", stack: withAction({ partition: "01" }) },
            { title: "nothing in it", stack: withAction({ partition: "" }) },
            { title: "a number that is no text", stack: withAction({ partition: 3 }) },
            { title: "a letter beside a template", stack: withAction({ partition: "p${topic(2)}" }) },
        ],
    },
});
