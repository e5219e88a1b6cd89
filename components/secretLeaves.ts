import { secret } from "@pulumi/pulumi";
import { KAFKA_TOPIC_RULE_FORM } from "../constraints/components/forms";
import { KAFKA_CREDENTIALS_FORM } from "../constraints/components/kafkaCredentialsForm";
import type { Path } from "../constraints/core/path";
import { isLater, mapLeaves } from "./leaves";

/** Members of `authentication` that say where something is or what it is called. Any other one may hold a secret. */
const NAMES: ReadonlySet<string> = new Set([
    "mode",
    "secretId",
    "roleArn",
    "key",
    "serviceName",
    "kdc",
    "realm",
    "principal",
]);

/** Arguments of a rule that hold no secret; what is none of them may be a secret in the wrong place. */
const ARGUMENTS: ReadonlySet<string> = new Set(
    Object.keys({ ...KAFKA_TOPIC_RULE_FORM.required, ...KAFKA_TOPIC_RULE_FORM.optional }),
);

/** Arguments of credentials that hold secrets, and names beside them. */
const HOLDERS: ReadonlySet<string> = new Set(["user", "keytab", "keyStore", "trustStore"]);

/** Members of those that say where something is or of which kind. */
const OF_HOLDERS: ReadonlySet<string> = new Set(["existingSecretId", "key", "secretType", "format"]);

/** Arguments of credentials that hold no secret. */
const CREDENTIALS: ReadonlySet<string> = new Set(
    Object.values(KAFKA_CREDENTIALS_FORM.variants)
        .flatMap(({ required, optional }) => ["mode", ...Object.keys({ ...required, ...optional })])
        .filter((name) => !HOLDERS.has(name)),
);

/**
 * The arguments of a rule with everything marked as secret that may be one: the engine writes a component's arguments to
 * its state, in clear text unless they are marked. What is ill-formed is marked too: a password in the wrong place is
 * still a password.
 */
export function withSecrets<A extends object>(args: A): A {
    return markSecrets(args, isPublicOfRule);
}

/** The arguments with every value marked as secret but those whose paths hold none. */
export function markSecrets<A extends object>(args: A, isPublic: (path: Path) => boolean): A {
    return mapLeaves(args, (leaf, path) => {
        const isValue = typeof leaf === "string" || typeof leaf === "number" || isLater(leaf);
        return isValue && !isPublic(path) ? secret(leaf) : leaf;
    }) as A;
}

/** True for a path of a rule's arguments that holds no secret. */
export function isPublicOfRule(path: Path): boolean {
    return isOfAuthentication(path) ? NAMES.has(String(path.at(-1))) : ARGUMENTS.has(String(path[0]));
}

/** Every Kafka action of a rule may have an authentication of its own, that for errors too. */
function isOfAuthentication([first, second, third]: Path): boolean {
    if (first === "authentication") return true;
    return third === "authentication" && (first === "moreKafka" || (first === "errorAction" && second === "kafka"));
}

/** True for a path of credentials that holds no secret. */
export function isPublicOfCredentials([first, ...rest]: Path): boolean {
    if (HOLDERS.has(String(first))) return OF_HOLDERS.has(String(rest.at(-1)));
    return CREDENTIALS.has(String(first));
}

/** Members of `kafka` that say what the brokers are and where. */
const OF_TARGET: ReadonlySet<string> = new Set([
    "cluster",
    "clusterArn",
    "bootstrapServers",
    "brokerSecurityGroupId",
    "brokerCidrBlocks",
    "kdcSecurityGroupId",
    "kdcCidrBlocks",
    "kdcRecord",
]);

/** Parts of a pipeline that hold no secret. */
const OF_PIPELINE: ReadonlySet<string> = new Set(["network", "destination", "topicSettings", "alarms"]);

/** True for a path of a pipeline's arguments that holds no secret. */
export function isPublicOfPipeline(path: Path): boolean {
    const [first, second, ...rest] = path;
    if (first !== "kafka")
        return OF_PIPELINE.has(String(first)) || (first !== "authentication" && isPublicOfRule(path));
    if (second !== "credentials") return OF_TARGET.has(String(second));
    return isPublicOfCredentials(rest) || NAMES.has(String(rest.at(-1)));
}
