import { defineConstraint } from "../core/constraint";
import { violation } from "../core/verdict";
import { withAction } from "../examples/configurations";
import { eachHeaderText } from "./headers";
import { API_KAFKA_HEADER } from "./pages";

const MAXIMUM = 16_384;

export const headerSize = defineConstraint({
    id: "header-size",
    subject: "kafkaAction",
    requirements: ["KAFKA-HDR-03"],
    level: "mandatory",
    severity: "high",
    what: `The key and the value of a header have at most ${MAXIMUM} characters each, before templates are filled in.`,
    why: "AWS IoT refuses a rule with a longer one.",
    fix: "Shorten it, or put what it says into the message.",
    source: API_KAFKA_HEADER,
    check: (action) =>
        eachHeaderText(action, (text, name, path) =>
            text.length > MAXIMUM ? violation(path, `The header's ${name} has ${text.length} characters`) : undefined,
        ),
    examples: {
        valid: [
            { title: "the longest value", stack: withHeader("source", "a".repeat(MAXIMUM)) },
            { title: "an empty value", stack: withHeader("source", "") },
        ],
        invalid: [
            { title: "a value one character longer", stack: withHeader("source", "a".repeat(MAXIMUM + 1)) },
            { title: "a key one character longer", stack: withHeader("a".repeat(MAXIMUM + 1), "iot") },
        ],
    },
});

function withHeader(key: string, value: string) {
    return withAction({ headers: [{ key, value }] });
}
