import { createHash } from "node:crypto";
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Client properties of a rule, each template replaced by what its secret holds. */
export type Resolved = Readonly<Record<string, string>>;

const MODULES = {
    PLAIN: "org.apache.kafka.common.security.plain.PlainLoginModule",
    "SCRAM-SHA-512": "org.apache.kafka.common.security.scram.ScramLoginModule",
    GSSAPI: "com.sun.security.auth.module.Krb5LoginModule",
} as const;

/**
 * The same client properties as a Java producer takes them: stores and keytabs as files, users as JAAS. What a rule
 * cannot set is as AWS documents it (no idempotence, since acks is 0 or 1), and time-outs are short.
 */
export function javaProperties(resolved: Resolved, folder: string, milliseconds = 4000): Record<string, string> {
    const properties: Record<string, string> = {
        "enable.idempotence": "false",
        acks: "1",
        "max.block.ms": `${milliseconds}`,
        "request.timeout.ms": `${milliseconds}`,
        "delivery.timeout.ms": `${milliseconds}`,
        "linger.ms": "0",
        // The rule's default; Kafka's is PLAINTEXT.
        "security.protocol": "SSL",
        "reconnect.backoff.max.ms": "200",
    };
    for (const [name, value] of Object.entries(resolved)) {
        if (name === "ssl.truststore" || name === "ssl.keystore") {
            properties[`${name}.location`] = fileOf(value, folder);
        } else if (!/^sasl\.(plain|scram|kerberos\.(keytab|krb5|principal))|serializer$/.test(name)) {
            properties[name] = value;
        }
    }
    // Without a trust store AWS promises Amazon's own authorities; Java's list, which holds them too, stands for them.
    const jaas = resolved["security.protocol"] === "SASL_SSL" ? jaasOf(resolved, folder) : undefined;
    return jaas === undefined ? properties : { ...properties, "sasl.jaas.config": jaas };
}

function jaasOf(resolved: Resolved, folder: string): string | undefined {
    const mechanism = resolved["sasl.mechanism"];
    if (mechanism === undefined || !Object.hasOwn(MODULES, mechanism)) return undefined;
    const module = MODULES[mechanism as keyof typeof MODULES];
    if (mechanism === "GSSAPI") {
        const keytab = fileOf(resolved["sasl.kerberos.keytab"] ?? "", folder);
        const principal = withRealm(resolved["sasl.kerberos.principal"] ?? "", resolved["sasl.kerberos.krb5.realm"]);
        const options = "useKeyTab=true storeKey=true doNotPrompt=true refreshKrb5Config=true";
        return `${module} required ${options} keyTab=${quoted(keytab)} principal=${quoted(principal)};`;
    }
    const kind = mechanism === "PLAIN" ? "plain" : "scram";
    const user = resolved[`sasl.${kind}.username`] ?? "";
    const password = resolved[`sasl.${kind}.password`] ?? "";
    return `${module} required username=${quoted(user)} password=${quoted(password)};`;
}

function withRealm(principal: string, realm: string | undefined): string {
    return principal.includes("@") || realm === undefined ? principal : `${principal}@${realm}`;
}

function quoted(text: string): string {
    return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}

/** Bytes that a rule has in base64, in a file. What is not base64 is taken as far as it goes. */
function fileOf(base64: string, folder: string): string {
    const name = createHash("sha256").update(base64).digest("hex").slice(0, 24);
    const file = join(folder, name);
    // Java may be reading it already, for another job.
    if (!existsSync(file)) {
        const coming = `${file}.new`;
        writeFileSync(coming, Buffer.from(base64, "base64"));
        renameSync(coming, file);
    }
    return file;
}
