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
/** Secrets Manager takes up to 512 characters in a secret's name (SEC-NAME-02). */
const SECRET_NAME_LENGTH = 512;
/** Amazon MSK documents no limit for a user's name; it becomes a principal in Kafka's ACLs. */
const USER_NAME_LENGTH = 128;
/** AWS KMS takes up to 256 characters in an alias. */
const KEY_ALIAS_LENGTH = 256;
/** Amazon MSK takes up to 64 characters in a cluster's name (MSK-NAME-01). */
const CLUSTER_NAME_LENGTH = 64;
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

/**
 * `AmazonMSK_<project>_<stack>_<name>`, legal as the name of a secret of Amazon MSK. It holds no hyphen, since a hyphen
 * and six characters at the end would look like what Secrets Manager adds to a name in ARNs (SEC-NAME-03).
 */
export function secretNameOf({ project, stack, name }: NamedIn): string {
    return legalName(["AmazonMSK", project, stack, name].join("_"), /[^A-Za-z0-9_.]/g, "_", SECRET_NAME_LENGTH);
}

/**
 * `<project>_<stack>_<name>_<part>`, legal as the name of a secret, and without a hyphen for the same reason. `part` says
 * what is in it, in one word.
 */
export function partNameOf({ project, stack, name }: NamedIn, part: string): string {
    return legalName([project, stack, name, part].join("_"), /[^A-Za-z0-9_.]/g, "_", SECRET_NAME_LENGTH);
}

/** `<project>_<stack>_<name>`, as the name of a user that the brokers know. */
export function userNameOf({ project, stack, name }: NamedIn): string {
    return legalName([project, stack, name].join("_"), /[^A-Za-z0-9_.]/g, "_", USER_NAME_LENGTH);
}

/** `alias/iot-kafka/<project>/<stack>/<name>`, legal as the name of a key. */
export function keyAliasOf({ project, stack, name }: NamedIn): string {
    return legalName(["alias/iot-kafka", project, stack, name].join("/"), /[^A-Za-z0-9_/-]/g, "-", KEY_ALIAS_LENGTH);
}

/** `<project>-<stack>-<name>`, legal as the name of a cluster and of a configuration of Amazon MSK. */
export function clusterNameOf({ project, stack, name }: NamedIn): string {
    const whole = [project, stack, name].join("-").replace(/^[^A-Za-z0-9]+/, "");
    return legalName(whole, /[^A-Za-z0-9-]/g, "-", CLUSTER_NAME_LENGTH);
}

/** `/aws/vendedlogs/iot-kafka/<project>/<stack>/<name>/brokers`, as AWS wants the log groups of its services named. */
export function brokerLogGroupNameOf({ project, stack, name }: NamedIn): string {
    const whole = ["/aws/vendedlogs/iot-kafka", project, stack, name, "brokers"].join("/");
    return legalName(whole, /[^A-Za-z0-9_./#-]/g, "-", LOG_GROUP_NAME_LENGTH);
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
export function legalName(text: string, illegal: RegExp, replacement: string, longest: number): string {
    const legal = text.replace(illegal, replacement);
    if (legal.length <= longest) return legal;
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
    return `${legal.slice(0, longest - hash.length - 1)}${replacement}${hash}`;
}
