import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { violation } from "../core/verdict";
import { watching } from "../examples/alarms";
import { loggingOptions } from "../examples/logging";
import { mayShareRegion } from "../facts/sameRegion";
import type { ResourceFacts } from "../facts/stack";
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
    check: ({ stack, resource }) =>
        stack
            .ofKind("loggingOptions")
            .some((options) => mayShareRegion(stack.regionOf(options), stack.regionOf(resource)))
            ? undefined
            : violation([], "The stack does not set up logging of AWS IoT"),
    examples: {
        valid: [
            { title: "logging", stack: watching(loggingOptions()) },
            { title: "logging in a Region that is not known yet", stack: watching(loggingIn(UNKNOWN)) },
        ],
        invalid: [
            { title: "no logging", stack: watching() },
            { title: "logging in another Region", stack: watching(loggingIn("eu-west-1")) },
        ],
    },
});

function loggingIn(region: ResourceFacts["region"]): ResourceFacts {
    return { ...loggingOptions(), region };
}
