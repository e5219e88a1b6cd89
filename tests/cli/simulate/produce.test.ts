import assert from "node:assert/strict";
import { produceRecords } from "../../../cli/simulate/produceRecords";
import type { Produced } from "../../../cli/simulate/producer";
import { ruleOf, simulateText } from "../../../simulator";
import { document, folder, payload, simulated } from "./run";

const PUBLISHED = ["--topic", "a/b", "--payload-base64", "e30="];

describe("iot-kafka simulate --produce", () => {
    const files = folder();
    after(() => files.remove());

    it("hands each record with its action to a producer, and tells where it was put or why it was not", async () => {
        const kafka = (topic: string) => ({ kafka: { topic, clientProperties: { acks: topic } } });
        const rule = ruleOf({ sql: "SELECT * FROM 'a'", actions: [kafka("one"), kafka("two"), kafka("${none}")] });
        const simulation = simulateText(rule, { topic: "a", payload: "{}" });
        const answers: Produced[] = [
            { partition: 2, offset: 7 },
            { error: { code: "broker-refused", message: "No." } },
        ];
        const asked: unknown[] = [];
        const [result] = await produceRecords([rule], [{ simulation }], {
            produce: async ({ clientProperties }, record) => {
                asked.push([clientProperties.acks, record.topic]);
                return answers[asked.length - 1]!;
            },
            close: async () => undefined,
        });
        assert.deepEqual(asked, [
            ["one", "one"],
            ["two", "two"],
        ]);
        assert.deepEqual(
            result!.simulation.actions.map(({ record, error, ...rest }) => [record?.topic, error?.code, rest]),
            [
                ["one", undefined, { action: "kafka", produced: { partition: 2, offset: 7 } }],
                ["two", "broker-refused", { action: "kafka", produced: null }],
                [undefined, "topic-empty", { action: "kafka", produced: null }],
            ],
        );
    });

    it("tells by the codes of the Kafka client why nothing could be sent, and exits 1", async () => {
        const rule = (clientProperties: object) => files.file("rule.json", payload({ topic: "t", clientProperties }));
        for (const [clientProperties, message] of [
            [{}, /^bootstrap\.servers: .*\. .*\.$/],
            [{ "bootstrap.servers": "127.0.0.1:1", "security.protocol": "SASL_SSL" }, /^sasl\.mechanism: /],
            [
                {
                    "bootstrap.servers": "127.0.0.1:1",
                    "security.protocol": "SASL_SSL",
                    "sasl.mechanism": "PLAIN",
                    "sasl.plain.username": "u",
                    "sasl.plain.password": "${get_secret('none', 'SecretString', 'arn')}",
                },
                /^sasl\.plain\.password: .*"none"/,
            ],
            [
                {
                    "bootstrap.servers": "127.0.0.1:1",
                    "security.protocol": "SASL_SSL",
                    "sasl.mechanism": "PLAIN",
                    "sasl.plain.username": "u",
                    "sasl.plain.password": "p",
                },
                /127\.0\.0\.1/,
            ],
        ] as const) {
            const { code, json } = await document("--rule", rule(clientProperties), ...PUBLISHED, "--produce");
            assert.equal(code, 1);
            const [action] = json.actions;
            assert.match(action.error.code, /^[a-z0-9-]+$/);
            assert.match(action.error.message, message);
            assert.deepEqual([action.record.topic, action.produced], ["t", null]);
        }
        const { out } = await simulated("--rule", rule({}), ...PUBLISHED, "--produce");
        assert.match(out, /not produced {2}[a-z-]+: bootstrap\.servers: /);
    });

    it("needs a rule", async () => {
        const args = ["--sql", "SELECT * FROM 'a'", ...PUBLISHED, "--produce", "--format", "json"];
        assert.equal((await simulated(...args)).code, 64);
    });
});
