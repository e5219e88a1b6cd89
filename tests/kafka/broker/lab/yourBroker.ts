import { readFileSync } from "node:fs";
import type { Resolved } from "./javaProperties";

/** Which environment variable gives which client property. */
const TEXTS = {
    KAFKA_BOOTSTRAP: "bootstrap.servers",
    KAFKA_SECURITY_PROTOCOL: "security.protocol",
    KAFKA_MECHANISM: "sasl.mechanism",
    KAFKA_TRUSTSTORE_PASSWORD: "ssl.truststore.password",
    KAFKA_KEYSTORE_PASSWORD: "ssl.keystore.password",
    KAFKA_KEY_PASSWORD: "ssl.key.password",
    KAFKA_SERVICE_NAME: "sasl.kerberos.service.name",
    KAFKA_KDC: "sasl.kerberos.krb5.kdc",
    KAFKA_REALM: "sasl.kerberos.krb5.realm",
    KAFKA_PRINCIPAL: "sasl.kerberos.principal",
} as const;

/** These name files. */
const FILES = {
    KAFKA_TRUSTSTORE: "ssl.truststore",
    KAFKA_KEYSTORE: "ssl.keystore",
    KAFKA_KEYTAB: "sasl.kerberos.keytab",
} as const;

/** A broker that somebody wants the tests to talk to, and a topic that may be written to. */
export interface YourBroker {
    readonly properties: Resolved;
    readonly topic: string;
}

/** The broker of `KAFKA_BOOTSTRAP`, also one in a container; `undefined` where none is named. */
export function yourBroker(environment: NodeJS.ProcessEnv = process.env): YourBroker | undefined {
    if (environment.KAFKA_BOOTSTRAP === undefined) return undefined;
    const properties: Record<string, string> = {
        "security.protocol": "SASL_SSL",
        "sasl.mechanism": "SCRAM-SHA-512",
    };
    for (const [variable, name] of Object.entries(TEXTS)) {
        const value = environment[variable];
        if (value !== undefined) properties[name] = value;
    }
    for (const [variable, name] of Object.entries(FILES)) {
        const file = environment[variable];
        if (file !== undefined) properties[name] = readFileSync(file).toString("base64");
    }
    const { KAFKA_USERNAME: user, KAFKA_PASSWORD: password, KAFKA_TOPIC: topic } = environment;
    const kind = properties["sasl.mechanism"] === "PLAIN" ? "plain" : "scram";
    if (user !== undefined) properties[`sasl.${kind}.username`] = user;
    if (password !== undefined) properties[`sasl.${kind}.password`] = password;
    if (properties["security.protocol"] === "SSL") delete properties["sasl.mechanism"];
    if (topic === undefined) throw new Error("KAFKA_TOPIC names the topic that may be written to");
    return { properties, topic };
}
