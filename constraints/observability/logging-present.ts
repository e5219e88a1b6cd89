import { defineConstraint } from "../core/constraint";
import { violation } from "../core/verdict";
import { watching } from "../examples/alarms";
import { loggingOptions } from "../examples/logging";
import { LOGGING } from "./pages";

export const loggingPresent = defineConstraint({
    id: "logging-present",
    subject: "topicRule",
    joins: true,
    requirements: ["LOG-01"],
    level: "advisory",
    severity: "low",
    offByDefault: true,
    what: "The stack of a rule sets up account-wide logging of AWS IoT.",
    why: "Why a message was not sent stands in the log alone: the metric only counts it.",
    fix: "Add `aws.iot.LoggingOptions` with a role and the level `ERROR`, here or in the account's own stack.",
    source: LOGGING,
    check: ({ stack }) =>
        stack.ofKind("loggingOptions").length > 0
            ? undefined
            : violation([], "The stack does not set up logging of AWS IoT"),
    examples: {
        valid: [{ title: "logging", stack: watching(loggingOptions()) }],
        invalid: [{ title: "no logging", stack: watching() }],
    },
});
