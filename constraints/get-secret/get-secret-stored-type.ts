import { defineConstraint } from "../core/constraint";
import { isUnknown, member, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { MUTUAL_TLS } from "../examples/configurations";
import { secret, secretVersion, withSecrets } from "../examples/secrets";
import { literalText } from "../facts/secretCall";
import { isCurrent, secretRead, secretStringOf, versionsOf } from "../facts/secrets";
import { callsIn, GET_SECRET } from "./calls";

/** Properties that are one or the other: read as the wrong one, that is the mistake, which their own constraints say. */
const TYPES: Readonly<Record<string, "SecretString" | "SecretBinary">> = {
    "ssl.keystore": "SecretBinary",
    "ssl.keystore.password": "SecretString",
    "ssl.key.password": "SecretString",
    "sasl.plain.password": "SecretString",
    "sasl.scram.password": "SecretString",
    "sasl.kerberos.keytab": "SecretBinary",
};

const FILE = Buffer.from("a key store").toString("base64");

export const getSecretStoredType = defineConstraint({
    id: "get-secret-stored-type",
    subject: "kafkaAction",
    joins: true,
    requirements: ["GS-SEM-06"],
    level: "mandatory",
    severity: "high",
    what: "get_secret reads a secret as what it was stored as: SecretString or SecretBinary.",
    why: "There is nothing in the other one, and the connection to Kafka fails.",
    fix: "Store a file as `secretBinary` and read it with 'SecretBinary'; store a text as `secretString` and read it with 'SecretString'.",
    source: GET_SECRET,
    check: (action) =>
        callsIn(action).flatMap(({ path, property, secretId, secretType }): Verdict[] => {
            const [id, type] = [literalText(secretId), literalText(secretType)];
            const made = id === undefined ? undefined : secretRead(action, id);
            if (made === undefined || (type !== "SecretString" && type !== "SecretBinary")) return [];
            if (property !== undefined && (TYPES[property] ?? type) !== type) return [];
            const current = versionsOf(action.stack, made)
                .filter((version) => storedType(version.values) === otherThan(type))
                .map(isCurrent);
            if (current.includes(true))
                return [violation(path, `It is read as ${type}, but stored as ${otherThan(type)}`)];
            return current.some(isUnknown)
                ? [undetermined(path, "it is not known yet which version of the secret is read")]
                : [];
        }),
    examples: {
        valid: [
            { title: "a file read as one", stack: withKeystore({ secretBinary: FILE }) },
            { title: "a file that is not known yet", stack: withKeystore({ secretBinary: UNKNOWN }) },
        ],
        invalid: [
            { title: "a text read as a file", stack: withKeystore({ secretString: FILE }) },
            { title: "a text that is not known yet, read as a file", stack: withKeystore({ secretString: UNKNOWN }) },
            {
                title: "a file read as a text",
                stack: withSecrets(
                    [secret("kafka_keystore_password"), secretVersion({ secretBinary: FILE })],
                    {},
                    MUTUAL_TLS,
                ),
            },
        ],
    },
});

/** How a version is stored: undefined when it says neither, or both. */
function storedType(values: Parameters<typeof secretStringOf>[0]): "SecretString" | "SecretBinary" | undefined {
    const hasText = secretStringOf(values) !== undefined;
    const hasFile = (member(values, "secretBinary") ?? undefined) !== undefined;
    if (hasText === hasFile) return undefined;
    return hasText ? "SecretString" : "SecretBinary";
}

function otherThan(type: "SecretString" | "SecretBinary"): "SecretString" | "SecretBinary" {
    return type === "SecretString" ? "SecretBinary" : "SecretString";
}

function withKeystore(values: Record<string, unknown>) {
    return withSecrets([secret("kafka_keystore"), secretVersion(values)], {}, MUTUAL_TLS);
}
