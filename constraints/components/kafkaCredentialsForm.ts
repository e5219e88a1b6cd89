import type { Form, ObjectForm } from "./form";
import { checkClusterArn, checkKeyArn, checkRoleArn, checkSecretId } from "./identifiers";

const TEXT: Form = { is: "text" };
const EXISTING_SECRET: Form = { is: "text", check: checkSecretId };

/** 0, or what Secrets Manager offers, in days (SEC-RECOV-01). */
const RECOVERY_DAYS = [0, ...Array.from({ length: 24 }, (_, index) => index + 7)];

/** A user that is made, or a secret that holds one. */
const USER: ObjectForm = {
    is: "object",
    optional: { username: TEXT, password: TEXT, existingSecretId: EXISTING_SECRET },
    exclusive: [["existingSecretId", ["username", "password"]]],
};

/** Who may read, and with what. */
const ACCESS: Readonly<Record<string, Form>> = {
    kmsKeyArn: { is: "text", check: checkKeyArn },
    roleArn: { is: "text", check: checkRoleArn },
    recoveryWindowInDays: { is: "number", among: RECOVERY_DAYS },
};

/** Names that people bring along from other places. */
const ELSEWHERE: Readonly<Record<string, string>> = {
    username: "Give user: { username }.",
    password: "Give user: { password }.",
    secretId: "Give user: { existingSecretId }.",
    secretArn: "Give user: { existingSecretId }.",
    kmsKeyId: "Give kmsKeyArn.",
};

/** What each mode needs, when a pipeline gives Region, tags and cluster. */
const MSK_VARIANTS: Readonly<Record<string, ObjectForm>> = {
    "SCRAM-SHA-512": { is: "object", elsewhere: ELSEWHERE, optional: { user: USER, ...ACCESS } },
};

/** What credentials look like as an argument of something bigger. */
export const MSK_CREDENTIALS_FORM: Extract<Form, { is: "tagged" }> = {
    is: "tagged",
    by: "mode",
    variants: MSK_VARIANTS,
};

/** What the arguments of a `KafkaCredentials` look like. */
export const KAFKA_CREDENTIALS_FORM: Extract<Form, { is: "tagged" }> = {
    is: "tagged",
    by: "mode",
    variants: Object.fromEntries(
        Object.entries(MSK_VARIANTS).map(([mode, variant]) => [
            mode,
            {
                ...variant,
                open: true,
                optional: {
                    ...variant.optional,
                    clusterArn: { is: "text", check: checkClusterArn },
                    region: TEXT,
                    tags: { is: "map" },
                },
            } satisfies ObjectForm,
        ]),
    ),
};
