import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { scramUser } from "../examples/scramSecrets";
import { keyIn } from "../facts/keys";
import { MSK_PASSWORDS } from "./pages";

const PATH = ["kmsKeyId"];

export const scramSecretOwnKey = defineConstraint({
    id: "scram-secret-own-key",
    subject: "scramSecret",
    joins: true,
    requirements: ["SEC-KMS-01"],
    level: "mandatory",
    severity: "high",
    what: "A secret for Amazon MSK is encrypted with a customer managed key.",
    why: "Amazon MSK may not use the key of Secrets Manager (aws/secretsmanager), and refuses to associate the secret.",
    fix: "Set `kmsKeyId` to the id or ARN of an `aws.kms.Key`.",
    source: MSK_PASSWORDS,
    check: (secret) => {
        const { stack, resource } = secret;
        const key = secret.value("kmsKeyId");
        if (key === undefined) return violation([], "No key is given, so that Secrets Manager uses its own");
        if (isUnknown(key))
            return keyIn(stack, resource, "kmsKeyId") === undefined
                ? undetermined(PATH, "the key is not known yet")
                : undefined;
        return typeof key === "string" && isAwsAlias(key)
            ? violation(PATH, "The key is the one of an AWS service")
            : undefined;
    },
    examples: {
        valid: [
            { title: "a key by its ARN", stack: scramUser() },
            { title: "a key that is not known yet", stack: scramUser({ secret: { kmsKeyId: UNKNOWN } }) },
        ],
        invalid: [
            { title: "no key: the default one", stack: scramUser({ secret: { kmsKeyId: undefined } }) },
            {
                title: "the default key by its alias",
                stack: scramUser({ secret: { kmsKeyId: "alias/aws/secretsmanager" } }),
            },
            {
                title: "the default key by the ARN of its alias",
                stack: scramUser({
                    secret: { kmsKeyId: "arn:aws:kms:us-east-1:209876543210:alias/aws/secretsmanager" },
                }),
            },
        ],
    },
});

/** True for the alias of a key that AWS manages, alone or as an ARN. */
function isAwsAlias(key: string): boolean {
    return /^(?:arn:[^/]{1,200}:)?alias\/aws\//.test(key);
}
