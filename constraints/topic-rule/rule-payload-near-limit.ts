import { defineConstraint } from "../core/constraint";
import { violation } from "../core/verdict";
import { IOT_QUOTAS } from "../destination/pages";
import { withRule } from "../examples/rules";
import { padding, payloadSize } from "./payloadSize";
import { MAXIMUM_PAYLOAD } from "./rule-payload-size";

const DECIMAL_LIMIT = 128_000;

export const rulePayloadNearLimit = defineConstraint({
    id: "rule-payload-near-limit",
    subject: "topicRule",
    requirements: ["RULE-PAYLOAD-01"],
    level: "advisory",
    severity: "medium",
    what: "A rule has at most 128,000 bytes as JSON.",
    why: "The quota of 128 KB may be meant as 128,000 or as 131,072 bytes; between the two AWS IoT may refuse the rule.",
    fix: "Keep trust stores in Secrets Manager and read them with get_secret, or make two rules.",
    source: IOT_QUOTAS,
    check: (rule) => {
        const { bytes } = payloadSize(rule);
        if (bytes <= DECIMAL_LIMIT || bytes > MAXIMUM_PAYLOAD) return undefined;
        return violation([], `The rule has ${bytes} bytes`);
    },
    examples: {
        valid: [{ title: "120,000 bytes", stack: withRule({ description: padding(120_000) }) }],
        invalid: [{ title: "a description of 128,000 bytes", stack: withRule({ description: padding(128_000) }) }],
    },
});
