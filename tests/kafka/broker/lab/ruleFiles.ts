import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Resolved } from "./javaProperties";

const ROLE = "arn:aws:iam::123456789012:role/iot-reads-kafka-secrets";
const BINARY = /^(ssl\.(keystore|truststore)|sasl\.kerberos\.keytab)$/;
const SECRET =
    /^(ssl\.(keystore|truststore|key)(\.password)?|sasl\.(plain|scram)\.(username|password)|sasl\.kerberos\.keytab)$/;

export interface RuleSettings {
    readonly topic: string;
    readonly partition?: string;
    readonly key?: string;
    readonly sql?: string;
    /** Kafka actions that come before it. */
    readonly before?: readonly object[];
}

/** A rule payload whose secrets are in a secrets file, as people have them; both are written into a folder. */
export function writeRule(folder: string, properties: Resolved, settings: RuleSettings) {
    const { topic, partition, key, before = [], sql = "SELECT * FROM 'plant/+/telemetry'" } = settings;
    const rule = join(folder, "rule.json");
    const secrets = join(folder, "secrets.json");
    const clientProperties = Object.fromEntries(
        Object.entries(properties).map(([name, value]) => [name, SECRET.test(name) ? templateFor(name) : value]),
    );
    const kafka = {
        destinationArn: "arn:aws:iot:eu-west-1:123456789012:ruledestination/vpc/a1b2c3d4-5678-90ab-cdef-111122223333",
        topic,
        ...(key === undefined ? {} : { key }),
        ...(partition === undefined ? {} : { partition }),
        clientProperties,
    };
    const payload = { sql, awsIotSqlVersion: "2016-03-23", ruleDisabled: false, actions: [...before, { kafka }] };
    writeFileSync(rule, JSON.stringify(payload, null, 2));
    writeFileSync(secrets, JSON.stringify(secretsOf(properties), null, 2));
    return { rule, secrets, kafka };
}

function templateFor(name: string): string {
    const kind = BINARY.test(name) ? "SecretBinary" : "SecretString";
    return `\${get_secret('${secretId(name)}', '${kind}', '${ROLE}')}`;
}

function secretId(name: string): string {
    return `AmazonMSK_${name.replaceAll(".", "-")}`;
}

function secretsOf(properties: Resolved): Record<string, object> {
    const secret = Object.entries(properties).filter(([name]) => SECRET.test(name));
    return Object.fromEntries(
        secret.map(([name, value]) => [
            secretId(name),
            BINARY.test(name) ? { SecretBinary: value } : { SecretString: value },
        ]),
    );
}
