import { defineConstraint } from "../core/constraint";
import { isUnknown, member, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { scramUser } from "../examples/scramSecrets";
import { keyIn } from "../facts/keys";
import type { ResourceFacts } from "../facts/stack";
import { MSK_PASSWORD_LIMITS } from "./pages";

/** What makes a key no symmetric one for encryption, with the default of each. */
const DEFAULTS: Readonly<Record<string, string>> = {
    customerMasterKeySpec: "SYMMETRIC_DEFAULT",
    keyUsage: "ENCRYPT_DECRYPT",
};

export const scramSecretKeySymmetric = defineConstraint({
    id: "scram-secret-key-symmetric",
    subject: "scramSecret",
    joins: true,
    requirements: ["SEC-KMS-02"],
    level: "mandatory",
    severity: "high",
    what: "The key of a secret for Amazon MSK is symmetric.",
    why: "Secrets Manager and Amazon MSK cannot use an asymmetric key or one that only signs.",
    fix: "Leave customerMasterKeySpec and keyUsage of the key out, for SYMMETRIC_DEFAULT and ENCRYPT_DECRYPT.",
    source: MSK_PASSWORD_LIMITS,
    check: ({ stack, resource }) => {
        const key = keyIn(stack, resource, "kmsKeyId");
        if (key === undefined) return undefined;
        for (const [property, wanted] of Object.entries(DEFAULTS)) {
            const value = member(key.values, property) ?? wanted;
            if (isUnknown(value)) {
                // An input that is left out is an output that nobody knows before the update.
                if (key.references !== undefined && !Object.hasOwn(key.references, property)) continue;
                return undetermined([property], "the kind of the key is not known yet", { on: key });
            }
            if (value !== "" && value !== wanted)
                return violation([property], `The key of the secret has the ${property} ${show(value)}`, { on: key });
        }
        return undefined;
    },
    examples: {
        valid: [
            { title: "a key", stack: withKey({}) },
            { title: "a key that says so", stack: withKey({ customerMasterKeySpec: "SYMMETRIC_DEFAULT" }) },
            { title: "a key of another stack", stack: scramUser() },
        ],
        invalid: [
            { title: "an RSA key", stack: withKey({ customerMasterKeySpec: "RSA_2048", keyUsage: "ENCRYPT_DECRYPT" }) },
            { title: "a key for signatures of messages", stack: withKey({ keyUsage: "GENERATE_VERIFY_MAC" }) },
        ],
    },
});

function withKey(values: Record<string, unknown>) {
    const key: ResourceFacts = { kind: "key", id: "key", name: "plant", values: { arn: UNKNOWN, ...values } };
    const { resources, ...rest } = scramUser({ secret: { kmsKeyId: UNKNOWN }, more: [key] });
    return {
        ...rest,
        resources: resources.map((one) =>
            one.kind === "secret" ? { ...one, references: { kmsKeyId: ["key"] } } : one,
        ),
    };
}
