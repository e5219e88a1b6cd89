import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Resolved } from "./javaProperties";

const ROLE = "arn:aws:iam::123456789012:role/iot-reads-kafka-secrets";
const BINARY = /^(ssl\.(keystore|truststore)|sasl\.kerberos\.keytab)$/;
const USER = /^sasl\.(plain|scram)\.(username|password)$/;
const SECRET = /^(ssl\.(keystore|truststore|key)(\.password)?|sasl\.kerberos\.keytab)$/;

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
        Object.entries(properties).map(([name, value]) => [
            name,
            SECRET.test(name) || USER.test(name) ? templateFor(name) : value,
        ]),
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
    if (USER.test(name)) return `\${get_secret('${userSecret(name)}', 'SecretString', '${memberOf(name)}', '${ROLE}')}`;
    const kind = BINARY.test(name) ? "SecretBinary" : "SecretString";
    return `\${get_secret('${secretId(name)}', '${kind}', '${ROLE}')}`;
}

function secretId(name: string): string {
    return `kafka_${name.replaceAll(".", "_")}`;
}

function userSecret(name: string): string {
    return `AmazonMSK_${USER.exec(name)![1]}`;
}

function memberOf(name: string): string {
    return name.slice(name.lastIndexOf(".") + 1);
}

/** A user and its password are one secret, as Amazon MSK wants it. */
function secretsOf(properties: Resolved): Record<string, object> {
    const users: Record<string, Record<string, string>> = {};
    const secrets: Record<string, object> = {};
    for (const [name, value] of Object.entries(properties)) {
        if (USER.test(name)) users[userSecret(name)] = { ...users[userSecret(name)], [memberOf(name)]: value };
        else if (BINARY.test(name)) secrets[secretId(name)] = { SecretBinary: value };
        else if (SECRET.test(name)) secrets[secretId(name)] = { SecretString: value };
    }
    for (const [id, user] of Object.entries(users)) secrets[id] = { SecretString: JSON.stringify(user) };
    return secrets;
}
