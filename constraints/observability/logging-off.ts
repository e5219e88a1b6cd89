import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { watching } from "../examples/alarms";
import { loggingOptions } from "../examples/logging";
import { LOGGING } from "./pages";

export const loggingOff = defineConstraint({
    id: "logging-off",
    subject: "loggingOptions",
    joins: true,
    requirements: ["LOG-01"],
    level: "advisory",
    severity: "low",
    what: "Account-wide logging is not turned off in a stack with a rule that writes to Kafka.",
    why: "Why a message was not sent stands in the log alone: the metric only counts it.",
    fix: "Write the level `ERROR`, and take `disableAllLogs` out.",
    source: LOGGING,
    check: (options) => {
        const [off, level] = [options.value("disableAllLogs"), options.value("defaultLogLevel")];
        if (off === true) return violation(["disableAllLogs"], "All logs are turned off");
        if (level === "DISABLED") return violation(["defaultLogLevel"], "The level is DISABLED");
        return isUnknown(off) || isUnknown(level) ? undetermined([]) : undefined;
    },
    examples: {
        valid: [
            { title: "errors", stack: watching(loggingOptions()) },
            { title: "what is not known yet", stack: watching(loggingOptions({ disableAllLogs: UNKNOWN })) },
        ],
        invalid: [
            { title: "a level that is none", stack: watching(loggingOptions({ defaultLogLevel: "DISABLED" })) },
            { title: "all logs turned off", stack: watching(loggingOptions({ disableAllLogs: true })) },
        ],
    },
});
