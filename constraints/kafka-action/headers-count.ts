import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { kindOf } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { withAction } from "../examples/configurations";
import { API_KAFKA_ACTION } from "./pages";

const PATH = ["headers"];
const MAXIMUM = 100;

export const headersCount = defineConstraint({
    id: "headers-count",
    subject: "kafkaAction",
    requirements: ["KAFKA-HDR-02", "KAFKA-HDR-07"],
    level: "mandatory",
    severity: "high",
    what: `A list of headers, where there is one, has 1 to ${MAXIMUM} of them.`,
    why: "AWS IoT refuses a rule with an empty list, or one that is too long.",
    fix: "Leave `headers` out where there are none.",
    source: API_KAFKA_ACTION,
    check: (action) => {
        const headers = action.value("headers");
        if (headers === undefined) return undefined;
        if (isUnknown(headers)) return undetermined(PATH);
        if (!Array.isArray(headers))
            return violation(PATH, `headers is ${kindOf(headers)}, not a list`, {
                requirements: ["KAFKA-HDR-02"],
                fix: "Write a list of { key, value }.",
            });
        if (headers.length === 0) return violation(PATH, "The list of headers is empty");
        if (headers.length <= MAXIMUM) return undefined;
        return violation(PATH, `There are ${headers.length} headers`, {
            requirements: ["KAFKA-HDR-02"],
            fix: `Keep to ${MAXIMUM}, or put what they say into the message.`,
        });
    },
    examples: {
        valid: [
            { title: "no headers", stack: withAction({ headers: undefined }) },
            { title: "one header", stack: withHeaders(1) },
            { title: "a hundred headers", stack: withHeaders(MAXIMUM) },
        ],
        invalid: [
            { title: "an empty list", stack: withHeaders(0) },
            { title: "a hundred and one headers", stack: withHeaders(MAXIMUM + 1) },
            { title: "an object", stack: withAction({ headers: { source: "iot" } }) },
        ],
    },
});

function withHeaders(count: number) {
    return withAction({
        headers: Array.from({ length: count }, (_, index) => ({ key: `h${index}`, value: "${topic(2)}" })),
    });
}
