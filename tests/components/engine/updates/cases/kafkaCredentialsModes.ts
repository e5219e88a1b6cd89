import type { KafkaCredentialsArgs } from "pulumi-iot-kafka";
import {
    AUTHORITY_PEM,
    CERTIFICATE_PEM,
    ENCRYPTED_KEY_PEM,
    KEY_PEM,
    OTHER_CERTIFICATE_PEM,
    OTHER_KEY_PEM,
    OTHER_STORE,
    PASSPHRASE,
    RENEWED_PEM,
    STORE,
    STORE_PASSWORD,
    TRUST_STORE,
} from "./certificates";
import { SECRET } from "./samples";
import { type Change, each, type UpdateCases } from "./updateCase";

type Changes = Readonly<Record<string, Change>>;
const inRule = { rule: "updated" } as const;
const KEY = ["secret-key", "secret-key-alias", "secret-role-decrypt"];

const changedFrom =
    (common: object) =>
    (rows: readonly string[], after: object, changes: Changes, before: object = {}) => ({
        rows,
        before: { ...common, ...before } as KafkaCredentialsArgs,
        after: { ...common, ...before, ...after } as KafkaCredentialsArgs,
        changes,
    });

/** Credentials in the modes that Amazon MSK does not offer, or offers beside SASL/SCRAM; each with a rule that uses them. */
export function kafkaCredentialsModesCases(): UpdateCases<KafkaCredentialsArgs> {
    return { ...kerberos(), ...stores(), ...trustStores() };
}

function kerberos(): UpdateCases<KafkaCredentialsArgs> {
    const keytab = (version: number) => ({ base64: Buffer.from([5, 2, 0, 0, 0, version]).toString("base64") });
    const changed = changedFrom({
        mode: "GSSAPI",
        keytab: keytab(1),
        serviceName: "kafka",
        kdc: "kdc.plant.example",
        realm: "PLANT.EXAMPLE",
        principal: "iot/rules.plant.example",
    });
    return {
        mode: changed(
            ["mode"],
            {
                ...{ mode: "PLAIN", user: { username: "telemetry", password: "another-password" } },
                ...{
                    keytab: undefined,
                    serviceName: undefined,
                    kdc: undefined,
                    realm: undefined,
                    principal: undefined,
                },
            },
            {
                ...inRule,
                "secret-role-read": "updated",
                ...each(["secret", "secret-version"], "created"),
                ...each(["keytab", "keytab-version"], "deleted"),
            },
        ),
        keytab: changed(["keytab.base64"], { keytab: keytab(2) }, { "keytab-version": "replaced" }),
        keytabExists: changed(
            ["any existingSecretId"],
            { keytab: { existingSecretId: SECRET } },
            { ...inRule, "secret-role-read": "updated", ...each(["keytab", "keytab-version", ...KEY], "deleted") },
        ),
        serviceName: changed(["serviceName"], { serviceName: "brokers" }, inRule),
        kdc: changed(["kdc"], { kdc: "kdc-2.plant.example" }, inRule),
        realm: changed(["realm"], { realm: "OTHER.EXAMPLE" }, inRule),
        principal: changed(["principal"], { principal: "iot/other.plant.example" }, inRule),
    };
}

function stores(): UpdateCases<KafkaCredentialsArgs> {
    const ofPem = { certificatePem: CERTIFICATE_PEM, privateKeyPem: KEY_PEM };
    const pem = (
        row: string,
        after: object,
        before: object = {},
        changes: Changes = { "keystore-version": "replaced" },
    ) =>
        changedFrom({ mode: "SSL" })([`keyStore.${row}`], { keyStore: { ...ofPem, ...before, ...after } }, changes, {
            keyStore: { ...ofPem, ...before },
        });
    const ofFile = { base64: STORE, password: STORE_PASSWORD };
    const file = (row: string, after: object, changes: Changes) =>
        changedFrom({ mode: "SSL", keyStore: ofFile })(
            [`keyStore.${row}`],
            { keyStore: { ...ofFile, ...after } },
            changes,
        );
    return {
        certificate: pem("certificatePem", { certificatePem: RENEWED_PEM }),
        privateKey: pem("privateKeyPem", { certificatePem: OTHER_CERTIFICATE_PEM, privateKeyPem: OTHER_KEY_PEM }),
        passphrase: pem(
            "privateKeyPassphrase",
            {
                certificatePem: CERTIFICATE_PEM,
                privateKeyPem: ENCRYPTED_KEY_PEM,
                privateKeyPassphrase: PASSPHRASE,
            },
            { certificatePem: OTHER_CERTIFICATE_PEM, privateKeyPem: OTHER_KEY_PEM },
        ),
        // It is the same key: the store holds it decrypted.
        encrypted: pem(
            "privateKeyPassphrase",
            { privateKeyPem: ENCRYPTED_KEY_PEM, privateKeyPassphrase: PASSPHRASE },
            {},
            {},
        ),
        chain: pem("chainPem", { chainPem: AUTHORITY_PEM }),
        format: pem("format", { format: "JKS" }),
        storePassword: pem(
            "password",
            { password: "second-password" },
            { password: "first-password" },
            {
                "keystore-version": "replaced",
                "passwords-version": "replaced",
            },
        ),
        storeFile: file("base64", { base64: OTHER_STORE }, { "keystore-version": "replaced" }),
        keyPassword: file(
            "keyPassword",
            { keyPassword: STORE_PASSWORD },
            { ...inRule, "passwords-version": "replaced" },
        ),
    };
}

function trustStores(): UpdateCases<KafkaCredentialsArgs> {
    const plain = { mode: "PLAIN", user: { username: "telemetry", password: "a-password" } };
    const changed = (row: string, before: object, after: object, changes: Changes) =>
        changedFrom(plain)([`trustStore.${row}`], { trustStore: after }, changes, { trustStore: before });
    const store = { "truststore-version": "replaced" } as const;
    const given = { existingSecretId: SECRET, secretType: "SecretString" };
    return {
        authority: changed("caPem", { caPem: AUTHORITY_PEM }, { caPem: `${AUTHORITY_PEM}\n${RENEWED_PEM}` }, store),
        trustFile: changed(
            "base64",
            { caPem: AUTHORITY_PEM, password: STORE_PASSWORD },
            { base64: TRUST_STORE, password: STORE_PASSWORD },
            store,
        ),
        trustExists: changed(
            "existingSecretId",
            { caPem: AUTHORITY_PEM },
            { existingSecretId: SECRET },
            { ...inRule, "secret-role-read": "updated", ...each(["truststore", "truststore-version"], "deleted") },
        ),
        trustPassword: changed(
            "password",
            { caPem: AUTHORITY_PEM, password: "first-password" },
            { caPem: AUTHORITY_PEM, password: "second-password" },
            { ...store, "passwords-version": "replaced" },
        ),
        trustText: changed(
            "secretType",
            { caPem: AUTHORITY_PEM },
            { caPem: AUTHORITY_PEM, secretType: "SecretString" },
            { ...inRule, ...store },
        ),
        trustMember: changed("key", { ...given, key: "one" }, { ...given, key: "two" }, inRule),
    };
}
