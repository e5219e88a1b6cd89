import { defineConstraint } from "../core/constraint";
import { listOption } from "../core/options";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { withProperties } from "../examples/configurations";
import { checkEnumerated } from "./enumerated";

/** The levels that AWS has documented by now; the founding page lists only the first two. */
const DOCUMENTED = ["0", "1", "-1", "all"];

export const acksValue = defineConstraint({
    id: "acks-value",
    subject: "kafkaAction",
    requirements: ["KAFKA-ACKS-01", "KAFKA-ACKS-05", "KAFKA-CP-05"],
    level: "mandatory",
    severity: "high",
    what: "acks, where given, is an acknowledgement level that AWS documents for the Kafka action.",
    why: "AWS IoT refuses a rule whose producer settings it does not know, or fails each message.",
    fix: 'Write "1" (the default) or "0". To permit the newer values "-1" and "all", set the option `allowed` of acks-value.',
    source: KAFKA_ACTION_PARAMETERS,
    options: {
        allowed: listOption(
            "Acknowledgement levels that are accepted. The founding page lists 0 and 1; a newer one adds -1 and all.",
            ["0", "1"],
            DOCUMENTED,
        ),
    },
    check: (action, { allowed }) =>
        checkEnumerated(action, "acks", {
            allowed,
            requirements: (value) =>
                DOCUMENTED.includes(value) ? ["KAFKA-ACKS-05"] : ["KAFKA-ACKS-01", "KAFKA-ACKS-05"],
            explain: (value) =>
                DOCUMENTED.includes(value)
                    ? {
                          found: `acks is "${value}", which a newer AWS page documents but the constraint's option \`allowed\` does not list`,
                          fix: `Add "${value}" to the option \`allowed\` of acks-value if your Region takes it, or write "1".`,
                      }
                    : undefined,
        }),
    examples: {
        valid: [
            { title: "no acks: 1 is the default", stack: withProperties({}) },
            { title: "acks of 1", stack: withProperties({ acks: "1" }) },
            { title: "acks of 0", stack: withProperties({ acks: "0" }) },
            {
                title: "acks of all, when the option allows it",
                stack: withProperties({ acks: "all" }),
                options: { allowed: DOCUMENTED },
            },
        ],
        invalid: [
            { title: "acks of 2", stack: withProperties({ acks: "2" }) },
            { title: "acks of all, under the defaults", stack: withProperties({ acks: "all" }) },
            { title: "acks with a space", stack: withProperties({ acks: " 1" }) },
        ],
    },
});
