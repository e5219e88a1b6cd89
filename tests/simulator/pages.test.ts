import assert from "node:assert/strict";
import { type Matched, ruleOf, simulate } from "../../simulator";

const kafka = (texts: object) => ({ kafka: { clientProperties: {}, destinationArn: "", ...texts } });
const rule = (sql: string, texts: object = { topic: "t" }, more: object = {}) =>
    ruleOf({ ruleName: "TestAction", sql, awsIotSqlVersion: "2016-03-23", actions: [kafka(texts)], ...more });

/** iot-sql-from: which of its four messages each filter lets pass. Its payload is no JSON, so that `t` has no value. */
const TOPICS = ["topic/subtopic", "topic/subtopic-2", "topic/subtopic-3/details", "topic-2/subtopic-x"] as const;
const PASSING: Readonly<Record<string, readonly string[]>> = {
    "topic/subtopic": TOPICS.slice(0, 1),
    "topic/#": TOPICS.slice(0, 3),
    "topic/+": TOPICS.slice(0, 2),
};

describe("a worked example of AWS's pages", () => {
    for (const [filter, passing] of Object.entries(PASSING)) {
        it(`holds on iot-sql-from: ${filter}`, () => {
            const compiled = rule(`SELECT temperature AS t FROM '${filter}'`);
            const matching = TOPICS.filter(
                (topic) => simulate(compiled, { topic, payload: '{"temperature": 50}' }).matched,
            );
            assert.deepEqual(matching, passing);
        });
    }

    it("holds on iot-basic-ingest: an existing rule, with the prefix before its topic", () => {
        const compiled = ruleOf({
            ruleName: "BuildingManager",
            topicRulePayload: {
                sql: "SELECT * FROM 'Buildings/#'",
                awsIotSqlVersion: "2016-03-23",
                actions: [kafka({ topic: "t", key: "${topic()} ${topic(3)}" })],
            },
        });
        const topic = "Buildings/Building5/Floor2/Room201/Lights";
        for (const given of [topic, `$aws/rules/BuildingManager/${topic}`]) {
            const result = simulate(compiled, { topic: given, payload: "{}" }) as Matched;
            assert.equal(result.actions[0]!.record!.key, `${topic} Floor2`);
        }
    });

    it("holds on binary-payloads: bytes go through, their WHERE and templates see no members", () => {
        const payload = Uint8Array.of(0xca, 0xfe);
        const at = (timestamp: number, sql: string, texts?: object) =>
            simulate(rule(sql, texts), { topic: "topic/subtopic", payload }, { context: { timestamp } });
        const every = at(24, "SELECT * FROM 'topic/subtopic' WHERE timestamp() % 12 = 0") as Matched;
        assert.equal(every.outputBase64, "yv4=");
        assert.equal(at(25, "SELECT * FROM 'topic/subtopic' WHERE timestamp() % 12 = 0").matched, false);
        assert.equal(at(0, "SELECT * FROM 'topic/subtopic' WHERE device_type = 'thermostat'").matched, false);
        const keyed = at(0, "SELECT * FROM 'topic/subtopic'", { topic: "t", key: "device/${device_id}" }) as Matched;
        assert.equal(keyed.actions[0]!.record!.key, "device/");
        const encoded = at(5, "SELECT encode(*, 'base64') AS data, timestamp() AS ts FROM 'topic/subtopic'") as Matched;
        assert.deepEqual(encoded.output, { data: "yv4=", ts: 5 });
    });

    it("holds on binary-payloads: members are added to JSON and to nothing", () => {
        const sql = "SELECT *, principal() as principal, timestamp() as time FROM 'topic/subtopic'";
        const output = (payload: string) =>
            (
                simulate(
                    rule(sql),
                    { topic: "topic/subtopic", payload },
                    { context: { principal: "ba67", timestamp: 5 } },
                ) as Matched
            ).outputJson;
        assert.equal(output('{"a":1}'), '{"a":1,"principal":"ba67","time":5}');
        assert.equal(output(""), '{"principal":"ba67","time":5}');
    });

    it("holds on rule-error-handling: the form of the message, and the key of its error action", () => {
        const key = "${replace(topic(), '/', '-') + '-' + timestamp() + '-' + newuuid()}";
        const compiled = rule(
            "SELECT * FROM 'testme/+'",
            { topic: "${topic()}" },
            { errorAction: kafka({ topic: "errors", key }) },
        );
        const payload = '{\n  "message": "Hello from AWS IoT console"\n}';
        const context = {
            clientId: "iotconsole-1511213971966-0",
            traceId: "7e146a2c-95b5-6caf-98b9-50e3969734c7",
            timestamp: 5,
            uuid: () => "u",
        };
        const { errorAction } = simulate(compiled, { topic: "testme/action", payload }, { context }) as Matched;
        assert.equal(errorAction!.record!.key, "testme-action-5-u");
        const { failures, ...message } = errorAction!.message;
        assert.deepEqual(message, {
            ruleName: "TestAction",
            topic: "testme/action",
            cloudwatchTraceId: "7e146a2c-95b5-6caf-98b9-50e3969734c7",
            clientId: "iotconsole-1511213971966-0",
            base64OriginalPayload: "ewogICJtZXNzYWdlIjogIkhlbGxvIGZyb20gQVdTIElvVCBjb25zb2xlIgp9",
        });
        assert.deepEqual(Object.keys(failures[0]!), ["failedAction", "failedResource", "errorMessage"]);
    });
});
