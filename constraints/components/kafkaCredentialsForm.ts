import { isRecord } from "../core/known";
import type { Form, ObjectForm, TogetherProblem } from "./form";
import { checkClusterArn, checkKeyArn, checkRoleArn, checkSecretId } from "./identifiers";
import { checkFile } from "./texts";

const TEXT: Form = { is: "text" };
const EXISTING_SECRET: Form = { is: "text", check: checkSecretId };

/** 0, or what Secrets Manager offers, in days (SEC-RECOV-01). */
const RECOVERY_DAYS = [0, ...Array.from({ length: 24 }, (_, index) => index + 7)];

/** Names that people bring along from other places, where a secret is meant. */
const OF_SECRET: Readonly<Record<string, string>> = {
    secretId: "Give existingSecretId.",
    secretArn: "Give existingSecretId.",
    secretName: "Give existingSecretId.",
};

/** A user that is made, or a secret that holds one. */
const SCRAM_USER: ObjectForm = {
    is: "object",
    elsewhere: OF_SECRET,
    optional: { username: TEXT, password: TEXT, existingSecretId: EXISTING_SECRET },
    exclusive: [["existingSecretId", ["username", "password"]]],
};

const EXISTING: ObjectForm = {
    is: "object",
    elsewhere: OF_SECRET,
    required: { existingSecretId: EXISTING_SECRET },
};

/** What is made of the members that are given, unless they name a secret that exists. */
function storeForm(made: (members: Readonly<Record<string, unknown>>) => ObjectForm, existing = EXISTING): Form {
    return {
        is: "chosen",
        choose: (members) => {
            if (members.existingSecretId !== undefined) return existing;
            return { ...made(members), elsewhere: { ...OF_SECRET, ...made(members).elsewhere } };
        },
    };
}

const PLAIN_USER = storeForm(() => ({ is: "object", required: { username: TEXT, password: TEXT } }));

const KEYTAB = storeForm(() => ({ is: "object", required: { base64: { is: "text", check: checkFile } } }));

/** A password that goes into a secret of its own, or where it is. */
const PASSWORD: Form = {
    is: "textOr",
    object: {
        is: "object",
        elsewhere: OF_SECRET,
        required: { existingSecretId: EXISTING_SECRET },
        optional: { key: TEXT },
    },
};

const FORMAT: Form = { is: "word", words: ["PKCS12", "JKS"] };

const KEY_STORE_OF_PEM: ObjectForm = {
    is: "object",
    elsewhere: {
        keyPassword: "Leave it out: the key gets the password of the store.",
        certificate: "Give certificatePem.",
        privateKey: "Give privateKeyPem.",
    },
    required: { certificatePem: TEXT, privateKeyPem: TEXT },
    optional: { privateKeyPassphrase: TEXT, chainPem: TEXT, password: TEXT, format: FORMAT },
};

const KEY_STORE_FILE: ObjectForm = {
    is: "object",
    required: { base64: TEXT, password: PASSWORD },
    optional: { keyPassword: PASSWORD },
};

const KEY_STORE = storeForm(({ base64 }) => (base64 === undefined ? KEY_STORE_OF_PEM : KEY_STORE_FILE), {
    ...EXISTING,
    required: { ...EXISTING.required, password: PASSWORD },
    optional: { keyPassword: PASSWORD },
});

const SECRET_TYPE: Form = { is: "word", words: ["SecretBinary", "SecretString"] };

const TRUST_STORE_OF_PEM: ObjectForm = {
    is: "object",
    elsewhere: { certificatePem: "Give caPem.", file: "Give caPem, base64 or existingSecretId." },
    required: { caPem: TEXT },
    optional: { password: TEXT, format: FORMAT, secretType: SECRET_TYPE },
};

const TRUST_STORE_FILE: ObjectForm = {
    is: "object",
    required: { base64: TEXT },
    optional: { password: PASSWORD, secretType: SECRET_TYPE },
};

const EXISTING_TRUST_STORE: ObjectForm = {
    ...EXISTING,
    optional: { secretType: SECRET_TYPE, key: TEXT, password: PASSWORD },
    check: ({ key, secretType }) => {
        if (key === undefined || secretType === "SecretString") return undefined;
        const fix = 'Leave it out, or give secretType: "SecretString".';
        return { at: "key", found: "a file in a secret has no members", fix };
    },
};

const TRUST_STORE = storeForm(
    ({ base64 }) => (base64 === undefined ? TRUST_STORE_OF_PEM : TRUST_STORE_FILE),
    EXISTING_TRUST_STORE,
);

/** Who may read, and with what. */
const ACCESS: Readonly<Record<string, Form>> = {
    trustStore: TRUST_STORE,
    kmsKeyArn: { is: "text", check: checkKeyArn },
    roleArn: { is: "text", check: checkRoleArn },
    recoveryWindowInDays: { is: "number", among: RECOVERY_DAYS },
};

const ELSEWHERE: Readonly<Record<string, string>> = { kmsKeyId: "Give kmsKeyArn." };

const OF_USER: Readonly<Record<string, string>> = {
    ...ELSEWHERE,
    username: "Give user: { username }.",
    password: "Give user: { password }.",
    secretId: "Give user: { existingSecretId }.",
    secretArn: "Give user: { existingSecretId }.",
};

const OF_STORE: Readonly<Record<string, string>> = {
    ...ELSEWHERE,
    certificatePem: "Give keyStore: { certificatePem }.",
    privateKeyPem: "Give keyStore: { privateKeyPem }.",
    keyStorePassword: "Give keyStore: { password }.",
    keyPassword: "Give keyStore: { keyPassword }.",
};

/** Secrets that exist are left alone, also when the credentials go. */
function recoveryProblem(members: Readonly<Record<string, unknown>>): TogetherProblem | undefined {
    if (members.recoveryWindowInDays === undefined) return undefined;
    const { trustStore } = members;
    const own = members.user ?? members.keytab ?? members.keyStore ?? {};
    if ([own, ...(trustStore === undefined ? [] : [trustStore])].some(isMadeOf)) return undefined;
    return {
        at: "recoveryWindowInDays",
        found: "every secret exists, so that none is made or deleted",
        fix: "Leave it out.",
    };
}

/** True where a secret is made of what is given, or of a password in it; also where nobody knows yet. */
function isMadeOf(store: unknown): boolean {
    if (!isRecord(store) || store.existingSecretId === undefined) return true;
    return [store.password, store.keyPassword].some((password) => password !== undefined && !isRecord(password));
}

/** What each mode needs, when a pipeline gives Region, tags and cluster. */
const VARIANTS: Readonly<Record<string, ObjectForm>> = {
    "SCRAM-SHA-512": {
        is: "object",
        elsewhere: OF_USER,
        optional: { user: SCRAM_USER, ...ACCESS },
        check: recoveryProblem,
    },
    PLAIN: {
        is: "object",
        elsewhere: OF_USER,
        required: { user: PLAIN_USER },
        optional: ACCESS,
        check: recoveryProblem,
    },
    GSSAPI: {
        is: "object",
        elsewhere: { ...ELSEWHERE, existingSecretId: "Give keytab: { existingSecretId }." },
        required: { keytab: KEYTAB, serviceName: TEXT, kdc: TEXT, realm: TEXT, principal: TEXT },
        optional: ACCESS,
        check: recoveryProblem,
    },
    SSL: {
        is: "object",
        elsewhere: OF_STORE,
        required: { keyStore: KEY_STORE },
        optional: ACCESS,
        check: recoveryProblem,
    },
};

/** Modes of Amazon MSK; the other two are for other clusters. */
export const MSK_MODES: readonly string[] = ["SCRAM-SHA-512", "SSL"];

/** What credentials look like as an argument of something bigger. */
export const CREDENTIALS_FORM: Extract<Form, { is: "tagged" }> = { is: "tagged", by: "mode", variants: VARIANTS };

/** The same for a new cluster of Amazon MSK. */
export const MSK_CREDENTIALS_FORM: Extract<Form, { is: "tagged" }> = {
    ...CREDENTIALS_FORM,
    variants: Object.fromEntries(Object.entries(VARIANTS).filter(([mode]) => MSK_MODES.includes(mode))),
};

const NO_USER = "Leave it out: only a user by SASL/SCRAM is associated with a cluster.";

/** What the arguments of a `KafkaCredentials` look like. */
export const KAFKA_CREDENTIALS_FORM: Extract<Form, { is: "tagged" }> = {
    ...CREDENTIALS_FORM,
    variants: Object.fromEntries(
        Object.entries(VARIANTS).map(([mode, variant]) => {
            const isScram = mode === "SCRAM-SHA-512";
            const cluster: ObjectForm["optional"] = isScram
                ? { clusterArn: { is: "text", check: checkClusterArn } }
                : {};
            return [
                mode,
                {
                    ...variant,
                    open: true,
                    elsewhere: { ...variant.elsewhere, ...(isScram ? {} : { clusterArn: NO_USER }) },
                    optional: { ...variant.optional, ...cluster, region: TEXT, tags: { is: "map" } },
                } satisfies ObjectForm,
            ];
        }),
    ),
};
