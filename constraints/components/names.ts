import { createHash } from "node:crypto";

/** What physical names derive from: all of it is known before anything is made. */
export interface NamedIn {
    readonly project: string;
    readonly stack: string;
    /** The name of the component in its program. */
    readonly name: string;
}

/** AWS IoT takes up to 128 letters, digits and underscores in a rule's name (RULE-NAME-01). */
const RULE_NAME_LENGTH = 128;
/** IAM takes up to 64 characters in a role's name. */
const ROLE_NAME_LENGTH = 64;
/** CloudWatch Logs takes up to 512 characters in a log group's name. */
const LOG_GROUP_NAME_LENGTH = 512;

/** `<project>_<stack>_<name>`, legal as the name of a topic rule, and the same on every run. */
export function ruleNameOf({ project, stack, name }: NamedIn): string {
    return legalName([project, stack, name].join("_"), /[^A-Za-z0-9_]/g, "_", RULE_NAME_LENGTH);
}

/** `<project>-<stack>-<name>-<role>`, legal as the name of an IAM role. `role` says what it is for, in one word. */
export function roleNameOf({ project, stack, name }: NamedIn, role: string): string {
    return legalName([project, stack, name, role].join("-"), /[^A-Za-z0-9_+=,.@-]/g, "-", ROLE_NAME_LENGTH);
}

/** `/iot-kafka/<project>/<stack>/<name>/errors`, legal as the name of a log group. */
export function errorLogGroupNameOf({ project, stack, name }: NamedIn): string {
    const whole = ["", "iot-kafka", project, stack, name, "errors"].join("/");
    return legalName(whole, /[^A-Za-z0-9_./#-]/g, "-", LOG_GROUP_NAME_LENGTH);
}

/**
 * The text with every illegal character replaced. One that is too long is cut and ends in a hash of the whole, so that
 * two long names that begin alike stay two names.
 */
function legalName(text: string, illegal: RegExp, replacement: string, longest: number): string {
    const legal = text.replace(illegal, replacement);
    if (legal.length <= longest) return legal;
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
    return `${legal.slice(0, longest - hash.length - 1)}${replacement}${hash}`;
}
