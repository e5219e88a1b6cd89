import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { scramUser } from "../examples/scramSecrets";
import { MSK_PASSWORDS } from "./pages";

const PATH = ["kmsKeyId"];

export const scramSecretKeyAlias = defineConstraint({
    id: "scram-secret-key-alias",
    subject: "scramSecret",
    joins: true,
    requirements: ["SEC-KMS-03"],
    level: "mandatory",
    severity: "high",
    what: "The key of a secret for Amazon MSK is given by its id or ARN, not by an alias.",
    why: "Amazon MSK cannot read a secret whose key is named by an alias, and refuses to associate it.",
    fix: "Write `kmsKeyId: key.keyId`, or `alias.targetKeyId` where there is only an `aws.kms.Alias`.",
    source: MSK_PASSWORDS,
    check: (secret) => {
        const key = secret.value("kmsKeyId");
        if (isUnknown(key)) {
            const edges = secret.resource.references?.kmsKeyId ?? [];
            const kinds = edges.map((id) => secret.stack.withId(id)?.kind);
            // What comes of a key alone is no alias.
            return kinds.includes("key") && !kinds.includes("keyAlias")
                ? undefined
                : undetermined(PATH, "the key is not known yet");
        }
        if (typeof key !== "string" || !/^(?:arn:[^/]{1,200}:)?alias\//.test(key)) return undefined;
        // The alias of a key of AWS is wrong as a key, which is said by itself.
        return /(?:^|:)alias\/aws\//.test(key) ? undefined : violation(PATH, `The key is the alias ${show(key)}`);
    },
    examples: {
        valid: [
            { title: "an ARN", stack: scramUser() },
            { title: "an id", stack: scramUser({ secret: { kmsKeyId: "7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e" } }) },
            { title: "a key that is not known yet", stack: scramUser({ secret: { kmsKeyId: UNKNOWN } }) },
        ],
        invalid: [
            { title: "an alias", stack: scramUser({ secret: { kmsKeyId: "alias/plant" } }) },
            {
                title: "the ARN of an alias",
                stack: scramUser({ secret: { kmsKeyId: "arn:aws:kms:us-east-1:209876543210:alias/plant" } }),
            },
        ],
    },
});
