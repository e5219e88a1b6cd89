import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { IOT_QUOTAS } from "../destination/pages";
import { withSql } from "../examples/rules";

const MAXIMUM_BYTES = 256;
const MAXIMUM_SLASHES = 7;

export const topicFilterSize = defineConstraint({
    id: "topic-filter-size",
    subject: "topicRule",
    requirements: ["SQL-GRAM-05"],
    level: "mandatory",
    severity: "high",
    what: "A topic filter has at most 256 bytes and 7 slashes.",
    why: "No topic is longer or deeper, so AWS IoT refuses the filter.",
    fix: "Shorten it, or end it with /# in place of further levels.",
    source: IOT_QUOTAS,
    check: (rule) => {
        const filter = rule.topicFilter;
        if (isUnknown(filter)) return undetermined(["sql"]);
        if (filter === undefined) return undefined;
        const bytes = Buffer.byteLength(filter);
        if (bytes > MAXIMUM_BYTES)
            return violation(["sql"], `The topic filter has ${bytes} bytes, more than ${MAXIMUM_BYTES}`);
        const slashes = filter.split("/").length - 1;
        if (slashes > MAXIMUM_SLASHES)
            return violation(["sql"], `The topic filter has ${slashes} slashes, more than ${MAXIMUM_SLASHES}`);
        return undefined;
    },
    examples: {
        valid: [
            { title: "seven slashes", stack: withSql("SELECT * FROM 'a/b/c/d/e/f/g/h'") },
            { title: "256 bytes", stack: withSql(`SELECT * FROM '${"a".repeat(256)}'`) },
            { title: "a statement that is not known yet", stack: withSql(UNKNOWN) },
        ],
        invalid: [
            { title: "eight slashes", stack: withSql("SELECT * FROM 'a/b/c/d/e/f/g/h/i'") },
            { title: "257 bytes", stack: withSql(`SELECT * FROM '${"a".repeat(257)}'`) },
            { title: "129 letters of two bytes", stack: withSql(`SELECT * FROM '${"é".repeat(129)}'`) },
        ],
    },
});
