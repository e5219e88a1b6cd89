import { readSource, type SourceDocument } from "../../sources";
import { fixture, readValue } from "./read";

/** What one changes of a correct rule, in the names of the API. */
export interface RuleChange {
    readonly kafka?: Readonly<Record<string, unknown>>;
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly payload?: Readonly<Record<string, unknown>>;
    readonly region?: string;
}

const DESTINATION = "arn:aws:iot:us-east-1:209876543210:ruledestination/vpc/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e";
const BROKERS = "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096";

/** A `get_secret` template for a secret of Amazon MSK, or another. */
export function secretTemplate(key: string, name = "AmazonMSK_plant"): string {
    return `\${get_secret('${name}', 'SecretString', '${key}', 'arn:aws:iam::209876543210:role/secrets')}`;
}

/** A payload of the API: a correct rule with SASL/SCRAM, changed. A member that is undefined is left out. */
export function payloadOf({ kafka = {}, properties = {}, payload = {}, region = "us-east-1" }: RuleChange): Plain {
    const clientProperties = {
        acks: "1",
        "bootstrap.servers": BROKERS.replace("us-east-1", region),
        "security.protocol": "SASL_SSL",
        "sasl.mechanism": "SCRAM-SHA-512",
        "sasl.scram.username": secretTemplate("username"),
        "sasl.scram.password": secretTemplate("password"),
        ...properties,
    };
    const partition = region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    const destinationArn = DESTINATION.replace("aws", partition).replace("us-east-1", region);
    return {
        sql: "SELECT *, topic(2) AS id FROM 'devices/+/telemetry'",
        awsIotSqlVersion: "2016-03-23",
        ruleDisabled: false,
        actions: [{ kafka: { destinationArn, topic: "telemetry", ...kafka, clientProperties } }],
        ...payload,
    };
}

type Plain = Readonly<Record<string, unknown>>;

/** The same rule as a file of each format. */
export const FORMATS: Readonly<Record<string, (change: RuleChange) => SourceDocument>> = {
    payload: (change) => readValue(payloadOf(change), "rule.json"),
    template: (change) =>
        readValue({
            Resources: {
                Rule: {
                    Type: "AWS::IoT::TopicRule",
                    Properties: { RuleName: "plant", TopicRulePayload: renamed(payloadOf(change), pascal) },
                },
            },
        }),
    plan: (change) => {
        const { actions, errorAction, awsIotSqlVersion, ruleDisabled: _, ...rest } = payloadOf(change);
        const values = {
            name: "plant",
            enabled: true,
            ...rest,
            ...(awsIotSqlVersion === undefined ? {} : { sql_version: awsIotSqlVersion }),
            ...renamed(byKind(actions), snake),
            ...(errorAction === undefined ? {} : { error_action: [renamed(errorAction as Plain, snake)] }),
        };
        const rule = {
            address: "aws_iot_topic_rule.plant",
            mode: "managed",
            type: "aws_iot_topic_rule",
            name: "plant",
        };
        return readValue({
            format_version: "1.2",
            planned_values: { root_module: { resources: [{ ...rule, values }] } },
        });
    },
    export: (change) => {
        const { actions, awsIotSqlVersion, ruleDisabled: _, ...rest } = payloadOf(change);
        const { kafka: kafkas, ...others } = byKind(actions);
        const inputs = { name: "plant", enabled: true, ...rest, sqlVersion: awsIotSqlVersion, kafkas, ...others };
        const type = "aws:iot/topicRule:TopicRule";
        const rule = { urn: `urn:pulumi:dev::plant::${type}::plant`, type, inputs };
        return readValue({ version: 3, deployment: { manifest: {}, resources: [rule] } });
    },
};

/** A fixture of a whole plant with a piece of its text replaced. */
export function plantWith(name: string, from: string | RegExp, to: string): SourceDocument {
    const text = fixture(name);
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${String(from)} is not in ${name}`);
    return readSource({ file: name, text: changed });
}

function byKind(actions: unknown): Record<string, unknown[]> {
    const lists: Record<string, unknown[]> = {};
    for (const action of actions as Plain[]) {
        for (const [kind, values] of Object.entries(action)) lists[kind] = [...(lists[kind] ?? []), values];
    }
    return lists;
}

/** With other names, but those of client properties. */
function renamed(value: Plain, rename: (name: string) => string): Plain {
    return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [
            rename(name),
            name === "clientProperties" ? inner : renamedInside(inner, rename),
        ]),
    );
}

function renamedInside(value: unknown, rename: (name: string) => string): unknown {
    if (Array.isArray(value)) return value.map((inner) => renamedInside(inner, rename));
    return typeof value === "object" && value !== null ? renamed(value as Plain, rename) : value;
}

function pascal(name: string): string {
    return name === "cloudwatchLogs" ? "CloudwatchLogs" : name.charAt(0).toUpperCase() + name.slice(1);
}

function snake(name: string): string {
    return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
