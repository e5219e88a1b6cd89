import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { watching } from "../examples/alarms";
import type { ResourceFacts } from "../facts/stack";
import { LOG_ENTRIES } from "./pages";

const PATH = ["retentionInDays"];

export const logGroupRetention = defineConstraint({
    id: "log-group-retention",
    subject: "logGroup",
    joins: true,
    requirements: ["LOG-08"],
    level: "advisory",
    severity: "low",
    what: "A log group with logs of AWS IoT, or with the errors of a rule, has a retention.",
    why: "Client ids, topics and payloads stand in them, and without a retention they stay for ever.",
    fix: "Write `retentionInDays`, for example 30.",
    source: LOG_ENTRIES,
    check: ({ resource, holds }) => {
        const days = resource.values.retentionInDays ?? undefined;
        if (isUnknown(days)) return undetermined(PATH);
        if (days === undefined) return violation([], `The log group holds ${holds} and has no retention`);
        return days === 0 ? violation(PATH, `The log group holds ${holds} and keeps them for ever`) : undefined;
    },
    examples: {
        valid: [
            { title: "a retention", stack: watching(logGroup({ retentionInDays: 30 })) },
            { title: "a retention that is not known yet", stack: watching(logGroup({ retentionInDays: UNKNOWN })) },
            { title: "a log group of something else", stack: watching(logGroup({ name: "warehouse" })) },
        ],
        invalid: [
            { title: "the log group of AWS IoT without a retention", stack: watching(logGroup({})) },
            { title: "the log group of an error action", stack: watching(logGroup({ name: "errors" })) },
            { title: "a retention of 0, which is for ever", stack: watching(logGroup({ retentionInDays: 0 })) },
        ],
    },
});

function logGroup(values: Record<string, unknown>): ResourceFacts {
    return { kind: "logGroup", id: "logs", name: "logs", values: { name: "AWSIotLogsV2", ...values } };
}
