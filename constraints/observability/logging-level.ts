import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { nearest, oneOf, show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { watching } from "../examples/alarms";
import { loggingOptions } from "../examples/logging";
import { LOGGING } from "./pages";

const PATH = ["defaultLogLevel"];
const LEVELS = ["DEBUG", "INFO", "WARN", "ERROR", "DISABLED"];

export const loggingLevel = defineConstraint({
    id: "logging-level",
    subject: "loggingOptions",
    joins: true,
    requirements: ["LOG-05"],
    level: "mandatory",
    severity: "medium",
    what: `The level of account-wide logging is ${oneOf(LEVELS)}.`,
    why: "AWS IoT refuses every other one.",
    fix: "Write `ERROR`, or a more talkative one while you look for a mistake.",
    source: LOGGING,
    check: (options) => {
        const level = options.value("defaultLogLevel");
        if (isUnknown(level)) return undetermined(PATH);
        if (typeof level !== "string" || LEVELS.includes(level)) return undefined;
        const meant = nearest(level.toUpperCase(), LEVELS);
        return violation(
            PATH,
            `The level is ${show(level)}`,
            meant === undefined ? {} : { fix: `Write ${show(meant)}.` },
        );
    },
    examples: {
        valid: [
            { title: "a level", stack: watching(loggingOptions()) },
            { title: "a level that is not known yet", stack: watching(loggingOptions({ defaultLogLevel: UNKNOWN })) },
        ],
        invalid: [
            { title: "small letters", stack: watching(loggingOptions({ defaultLogLevel: "error" })) },
            { title: "a level of other systems", stack: watching(loggingOptions({ defaultLogLevel: "WARNING" })) },
        ],
    },
});
