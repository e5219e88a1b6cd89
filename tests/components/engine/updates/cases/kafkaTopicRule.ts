import type { KafkaTopicRuleArgs } from "pulumi-iot-kafka";
import { AUTHENTICATION, BROKERS, ROLE } from "./samples";
import { type Change, each, type Shared, type UpdateCases } from "./updateCase";

const QUEUE = {
    queueUrl: "https://sqs.us-east-1.amazonaws.com/602911837465/errors",
    queueArn: "arn:aws:sqs:us-east-1:602911837465:errors",
};
const LOGS = ["errors", "errors-key", "errors-role", "errors-policy"];

export function kafkaTopicRuleCases(shared: Shared): UpdateCases<KafkaTopicRuleArgs> {
    const common: KafkaTopicRuleArgs = {
        sql: "SELECT * FROM 'devices/+/telemetry'",
        topic: "telemetry",
        key: "${topic(2)}",
        destinationArn: shared.destinationArn,
        bootstrapServers: BROKERS,
        authentication: AUTHENTICATION,
        errorAction: "none",
    };
    const changed = (
        row: string,
        after: object,
        changes: Readonly<Record<string, Change>> = { rule: "updated" },
        before: object = {},
    ) => ({
        rows: [row],
        before: { ...common, ...before } as KafkaTopicRuleArgs,
        after: { ...common, ...before, ...after } as KafkaTopicRuleArgs,
        changes,
    });
    const abroad = { destinationArn: shared.destinationAbroadArn, region: "eu-central-1" };
    return {
        sql: changed("sql", { sql: "SELECT * FROM 'devices/+/state'" }),
        topic: changed("topic", { topic: "state" }),
        destination: changed("destinationArn", { destinationArn: shared.otherDestinationArn }),
        brokers: changed("bootstrapServers", { bootstrapServers: BROKERS.replace("b-1", "b-2") }),
        login: changed("authentication", {
            authentication: {
                ...AUTHENTICATION,
                password: { ...AUTHENTICATION.password, secretId: "AmazonMSK_other" },
            },
        }),
        key: changed("key", { key: "${clientid()}" }),
        partition: changed("partition", { key: undefined, partition: "0" }),
        headers: changed("headers", { headers: [{ key: "site", value: "plant" }] }),
        acks: changed("acks", { acks: "0" }),
        compression: changed("compression", { compression: "zstd" }),
        keySerializer: changed("keySerializer", { keySerializer: "StringSerializer" }),
        valueSerializer: changed("valueSerializer", { valueSerializer: "ByteBufferSerializer" }),
        ruleName: changed("ruleName", { ruleName: "other_rule" }, { rule: "replaced" }),
        sqlVersion: changed("sqlVersion", { sqlVersion: "2015-10-08" }),
        enabled: changed("enabled", { enabled: false }),
        description: changed("description", { description: "telemetry" }),
        further: changed("moreKafka", { moreKafka: [{ topic: "audit", key: "${topic(2)}" }] }),
        furtherChanged: changed(
            "moreKafka",
            { moreKafka: [{ topic: "audit", key: "${topic(2)}", acks: "0" }] },
            { rule: "updated" },
            { moreKafka: [{ topic: "audit", key: "${topic(2)}" }] },
        ),
        others: changed("otherActions", { otherActions: { republishes: [{ topic: "audit", roleArn: ROLE }] } }),
        queued: changed(
            "errorAction",
            { errorAction: { sqs: QUEUE } },
            {
                ...each(["rule", "errors-role", "errors-policy"], "updated"),
                ...each(["errors", "errors-key"], "deleted"),
            },
            { errorAction: { logs: {} } },
        ),
        logged: changed("errorAction", { errorAction: { logs: {} } }, { rule: "updated", ...each(LOGS, "created") }),
        unlogged: changed(
            "errorAction",
            { errorAction: "none" },
            { rule: "updated", ...each(LOGS, "deleted") },
            { errorAction: { logs: {} } },
        ),
        retention: changed(
            "errorAction",
            { errorAction: { logs: { retentionDays: 7 } } },
            { errors: "updated" },
            { errorAction: { logs: {} } },
        ),
        region: changed(
            "region",
            abroad,
            {
                rule: "replaced",
                ...{ errors: "replaced", "errors-key": "replaced" },
                ...{ "errors-role": "updated", "errors-policy": "updated" },
            },
            { errorAction: { logs: {} } },
        ),
        tags: changed(
            "tags",
            { tags: { team: "plant" } },
            each(["rule", "errors", "errors-key", "errors-role"], "updated"),
            { errorAction: { logs: {} } },
        ),
    };
}
