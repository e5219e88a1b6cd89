import assert from "node:assert/strict";
import { output } from "@pulumi/pulumi";
import { KafkaTopicRule, type KafkaTopicRuleArgs } from "../../components";
import { run } from "./program";
import { DESTINATION, KERBEROS, MUTUAL_TLS, OWN, ROLE, RULE } from "./samples";

const TOPIC_RULE = "aws:iot/topicRule:TopicRule";
const OTHER = DESTINATION.replace("7b1f3c52", "8c2f4d63");
const make = (args: Partial<KafkaTopicRuleArgs>) => new KafkaTopicRule("telemetry", { ...OWN, ...args });
const refusal = async (args: object): Promise<string> => {
    let text = "";
    await run(() => {
        try {
            make(args as Partial<KafkaTopicRuleArgs>);
        } catch (error) {
            text = (error as Error).message;
        }
    });
    return text;
};

describe("a KafkaTopicRule with several actions", () => {
    it("sends every message to each Kafka topic that is asked for, by its own connection unless another is given", async () => {
        const { resource, errors } = await run(() =>
            make({
                acks: "all",
                moreKafka: [
                    { topic: "audit", key: "${clientid()}", acks: "1", headers: [{ key: "from", value: "iot" }] },
                    {
                        topic: "telemetry",
                        destinationArn: OTHER,
                        bootstrapServers: "kafka-9.plant.example:9094",
                        authentication: MUTUAL_TLS,
                    },
                ],
            }),
        );
        assert.deepEqual(errors, []);
        const { kafkas } = resource(TOPIC_RULE).inputs;
        assert.equal(kafkas.length, 3);
        const [own, audit, other] = kafkas;
        assert.equal(own.clientProperties.acks, "all");
        assert.deepEqual(audit.headers, [{ key: "from", value: "iot" }]);
        assert.deepEqual({ ...audit.clientProperties, acks: "all" }, own.clientProperties);
        assert.deepEqual([audit.topic, audit.key, audit.clientProperties.acks], ["audit", "${clientid()}", "1"]);
        assert.equal(audit.destinationArn, DESTINATION);
        assert.deepEqual(
            [
                other.destinationArn,
                other.clientProperties["bootstrap.servers"],
                other.clientProperties["security.protocol"],
            ],
            [OTHER, "kafka-9.plant.example:9094", "SSL"],
        );
        assert.equal("acks" in other.clientProperties, false, "a message's settings are its own");
    });

    it("keeps secrets of every action secret", async () => {
        const { resource } = await run(() => make({ moreKafka: [{ topic: "audit", authentication: KERBEROS }] }));
        const [more] = resource("iotkafka:index:KafkaTopicRule").inputs.moreKafka;
        assert.deepEqual(more.authentication.trustStore.password, { secret: "kafka password" });
        assert.equal(more.authentication.serviceName, "kafka");
        assert.equal(more.topic, "audit");
        const [, audit] = resource(TOPIC_RULE).inputs.kafkas;
        assert.deepEqual(audit.clientProperties["ssl.truststore.password"], { secret: "kafka password" });
    });

    it("hands on actions of other kinds as they are", async () => {
        const otherActions = {
            republishes: [{ topic: output("audit/devices"), roleArn: ROLE }],
            firehoses: [{ deliveryStreamName: "archive", roleArn: ROLE, separator: "\n" }],
        };
        const { resource, errors } = await run(() => make({ otherActions }));
        assert.deepEqual(errors, []);
        const { inputs } = resource(TOPIC_RULE);
        assert.deepEqual(inputs.republishes, [{ topic: "audit/devices", roleArn: ROLE }]);
        assert.deepEqual(inputs.firehoses, otherActions.firehoses);
        assert.equal(inputs.kafkas.length, 1);
    });

    it("tells which action is wrong, all of them at once", async () => {
        const text = await refusal({
            region: "us-east-1",
            acks: "2",
            moreKafka: [
                { topic: "audit", acks: "3" },
                { topic: "not a topic", bootstrapServers: "kafka-9.plant.example:1" },
            ],
            otherActions: { sns: [{ targetArn: "arn:aws:sns:eu-west-1:209876543210:t", roleArn: ROLE }] },
        });
        assert.match(text, /acks-value at acks\b/);
        assert.match(text, /acks-value at moreKafka\[0\]\.acks/);
        assert.match(text, /at moreKafka\[1\]\.topic/);
        assert.match(text, /at moreKafka\[1\]\.bootstrapServers/);
        assert.match(text, /rule-target-region at otherActions\.sns\[0\]\.targetArn/);
    });

    it("names the rule's own argument where a further action shares it", async () => {
        const text = await refusal({ bootstrapServers: "kafka-1.plant.example:1", moreKafka: [{ topic: "audit" }] });
        assert.doesNotMatch(text, /moreKafka/);
        assert.match(text, /at bootstrapServers/);
    });

    for (const [title, moreKafka, said] of [
        ["the rule's own", [{ topic: RULE.topic, key: RULE.key }], /entry 0 is equal to the rule's own Kafka action/],
        [
            "another one",
            [{ topic: "audit" }, { topic: "audit", destinationArn: DESTINATION }],
            /entry 1 is equal to moreKafka\[0\]/,
        ],
    ] as const) {
        it(`refuses an action equal to ${title}, of which AWS would make one`, async () => {
            assert.match(await refusal({ moreKafka }), said);
        });
    }

    it("refuses more than ten actions, a list whose length is not known, and a Kafka action in disguise", async () => {
        const moreKafka = Array.from({ length: 10 }, (_, index) => ({ topic: `audit-${index}` }));
        assert.match(await refusal({ moreKafka }), /rule-action-count/);
        assert.match(await refusal({ moreKafka: output([{ topic: "audit" }]) }), /it is an Output/i);
        assert.match(await refusal({ otherActions: { kafkas: [] } }), /Give moreKafka to the rule/);
        assert.match(await refusal({ otherActions: { republish: [] } }), /Did you mean republishes\?/);
    });
});
