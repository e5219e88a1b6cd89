import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { IOT_QUOTAS } from "../destination/pages";
import { withRule } from "../examples/rules";
import { padding, payloadSize } from "./payloadSize";

export const MAXIMUM_PAYLOAD = 131_072;

export const rulePayloadSize = defineConstraint({
    id: "rule-payload-size",
    subject: "topicRule",
    requirements: ["RULE-PAYLOAD-01"],
    level: "mandatory",
    severity: "high",
    what: "A rule's SQL, description, actions and error action have at most 131,072 bytes (128 KB) together, as JSON.",
    why: "AWS IoT refuses a larger rule.",
    fix: "Keep trust stores in Secrets Manager and read them with get_secret, or make two rules.",
    source: IOT_QUOTAS,
    check: (rule) => {
        const { bytes, complete } = payloadSize(rule);
        if (bytes > MAXIMUM_PAYLOAD) return violation([], `The rule has ${bytes} bytes, more than ${MAXIMUM_PAYLOAD}`);
        return complete ? undefined : undetermined([], "not all of the rule is known yet");
    },
    examples: {
        valid: [
            { title: "a small rule", stack: withRule({}) },
            { title: "a description of 120,000 bytes", stack: withRule({ description: padding(120_000) }) },
            { title: "a description that is not known yet", stack: withRule({ description: UNKNOWN }) },
        ],
        invalid: [
            { title: "a description of 131,072 bytes", stack: withRule({ description: padding(131_072) }) },
            {
                title: "too much beside something that is not known yet",
                stack: withRule({ description: padding(131_072), name: UNKNOWN, errorAction: UNKNOWN }),
            },
        ],
    },
});
