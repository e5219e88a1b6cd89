import assert from "node:assert/strict";
import { type Matched, ruleOf, simulate, succeeded } from "../../simulator";

const kafka = (texts: object) => ({ kafka: { clientProperties: {}, destinationArn: "", ...texts } });
const rule = (texts: object, more: object = {}) =>
    ruleOf({
        ruleName: "plant",
        topicRulePayload: {
            sql: "SELECT temp, topic(2) AS id FROM 'devices/+' WHERE temp > 20",
            awsIotSqlVersion: "2016-03-23",
            actions: [kafka(texts)],
            ...more,
        },
    });
const publish = (payload: string | Uint8Array, topic = "devices/d1") => ({ topic, payload });
const HOT = '{"temp":21.50,"secret":1}';

describe("what becomes of a message in a rule", () => {
    it("is a record with topic, key, partition, headers and value", () => {
        const compiled = rule({
            topic: "telemetry",
            key: "${topic(2)}",
            headers: [{ key: "source", value: "${clientid()}" }],
        });
        const result = simulate(compiled, publish(HOT), { context: { clientId: "thing-7" }, partitions: 3 }) as Matched;
        assert.deepEqual(result, {
            rule: "plant",
            matched: true,
            output: { temp: 21.5, id: "d1" },
            outputJson: '{"temp":21.5,"id":"d1"}',
            undefined: [],
            actions: [
                {
                    action: "kafka",
                    record: {
                        topic: "telemetry",
                        key: "d1",
                        partition: 1,
                        headers: [{ key: "source", value: "thing-7" }],
                        value: '{"temp":21.5,"id":"d1"}',
                        valueBase64: Buffer.from('{"temp":21.5,"id":"d1"}').toString("base64"),
                    },
                    error: null,
                },
            ],
        });
        assert.ok(succeeded(result));
    });

    it("is any partition without a key, and an unknown one where the number of partitions is not given", () => {
        const partition = (texts: object) => {
            const result = simulate(rule({ topic: "t", ...texts }), publish(HOT)) as Matched;
            return result.actions[0]!.record!.partition;
        };
        assert.deepEqual([partition({}), partition({ key: "k" }), partition({ partition: "4" })], ["any", null, 4]);
    });

    for (const [reason, topic, payload, more] of [
        ["topic", "devices/a/b", HOT, {}],
        ["where", "devices/d1", '{"temp":1}', {}],
        ["disabled", "devices/d1", HOT, { ruleDisabled: true }],
    ] as const) {
        it(`is nothing, for the reason "${reason}"`, () => {
            const result = simulate(rule({ topic: "t" }, more), publish(payload, topic));
            assert.ok(!result.matched);
            assert.deepEqual([result.rule, result.reason, result.actions], ["plant", reason, []]);
        });
    }

    for (const [code, texts, payload, partitions] of [
        ["topic-illegal", { topic: "${topic()}" }, HOT, undefined],
        ["topic-empty", { topic: "${site}" }, HOT, undefined],
        ["partition-illegal", { topic: "t", partition: "${site}" }, HOT, undefined],
        ["partition-illegal", { topic: "t", partition: "-1" }, HOT, undefined],
        ["partition-out-of-range", { topic: "t", partition: "3" }, HOT, 3],
        ["no-secret", { topic: "t", key: "${get_secret('a', 'SecretString', 'arn')}" }, HOT, undefined],
    ] as const) {
        it(`is no record, with the code ${code}, for ${JSON.stringify(texts)}`, () => {
            const result = simulate(rule(texts), publish(payload), { partitions }) as Matched;
            assert.equal(result.actions[0]!.record, null);
            assert.equal(result.actions[0]!.error!.code, code);
            assert.ok(!succeeded(result));
        });
    }

    it("is no record where it would be larger than a producer sends", () => {
        const sql =
            "SELECT encode(*, 'base64') AS a, encode(*, 'base64') AS b, encode(*, 'base64') AS c, encode(*, 'base64') AS d, encode(*, 'base64') AS e, encode(*, 'base64') AS f, encode(*, 'base64') AS g FROM 'devices/+'";
        const payload = JSON.stringify({ text: "x".repeat(120_000) });
        const result = simulate(rule({ topic: "t" }, { sql }), publish(payload)) as Matched;
        assert.equal(result.actions[0]!.error?.code, "record-too-large");
    });

    for (const [code, payload, topic] of [
        ["payload-too-large", "x".repeat(131_073), "devices/d1"],
        ["topic-invalid", HOT, "devices/+"],
        ["topic-invalid", HOT, "a/b/c/d/e/f/g/h/i"],
        ["topic-invalid", HOT, ""],
    ] as const) {
        it(`is refused by the broker, so that no rule sees it: ${code} for ${topic || "the empty topic"}`, () => {
            const result = simulate(rule({ topic: "t" }), publish(payload, topic));
            assert.ok(!result.matched && !succeeded(result));
            assert.deepEqual([result.reason, result.error?.code, result.actions], ["refused", code, []]);
        });
    }

    it("names every expression without a value, of the statement and of the templates", () => {
        const compiled = rule({ topic: "t", key: "${site.line}" }, { sql: "SELECT temp, a.b AS c FROM 'devices/+'" });
        assert.deepEqual(simulate(compiled, publish(HOT)).undefined, ["a.b", "site.line"]);
    });

    it("names what WHERE did not find", () => {
        const compiled = rule({ topic: "t" }, { sql: "SELECT * FROM 'devices/+' WHERE tmep > 20" });
        assert.deepEqual(simulate(compiled, publish(HOT)).undefined, ["tmep"]);
    });

    it("is refused, and not evaluated for ever, where a name has very many parts", () => {
        const sql = `SELECT temp AS ${Array(10_000).fill("a").join(".")} FROM 'devices/+'`;
        assert.throws(() => rule({ topic: "t" }, { sql }), /the name after AS has 10000 parts/);
    });

    it("sees the original message in templates, not what SELECT names", () => {
        const compiled = rule({ topic: "t", key: "${id}${secret}" });
        assert.equal((simulate(compiled, publish(HOT)) as Matched).actions[0]!.record!.key, "1");
    });

    it("keeps every digit of the value", () => {
        const compiled = rule({ topic: "t" }, { sql: "SELECT * FROM 'devices/+'" });
        const text = '{"serial":12345678901234567890,"ratio":36.9039996}';
        const result = simulate(compiled, publish(text)) as Matched;
        assert.equal(result.actions[0]!.record!.value, text);
        assert.equal(result.outputJson, text);
    });

    it("passes bytes through that are no JSON", () => {
        const compiled = rule({ topic: "t" }, { sql: "SELECT * FROM 'devices/+'" });
        const result = simulate(compiled, publish(Uint8Array.of(0xff, 0xfe, 1))) as Matched;
        assert.deepEqual([result.actions[0]!.record!.value, result.actions[0]!.record!.valueBase64], [null, "//4B"]);
        assert.deepEqual([result.output, result.outputBase64, result.outputJson], [null, "//4B", undefined]);
        const text = simulate(compiled, publish("21.5°")) as Matched;
        assert.deepEqual([text.output, text.outputBase64], ["21.5°", "MjEuNcKw"]);
    });
});

describe("a simulation with secrets", () => {
    const secrets = { plant: { SecretString: '{"password":"canary/secret"}' } };
    const get = "get_secret('plant', 'SecretString', 'password', 'arn')";

    it("repeats none in what it says about a topic or partition that is made of one, nor in the error message", () => {
        const texts = [
            { topic: `t/\${${get}}` },
            { topic: "t", partition: `\${${get}}` },
            { topic: `\${get_thing_shadow(${get}, 'arn')}` },
        ];
        for (const given of texts) {
            const errorAction = { sqs: { queueUrl: "", roleArn: "" } };
            const result = simulate(rule(given, { errorAction }), publish(HOT), { context: { secrets } }) as Matched;
            assert.equal(result.actions[0]!.record, null);
            assert.doesNotMatch(JSON.stringify(result), /canary/);
        }
    });
});

describe("a failed action", () => {
    it("leaves the error message to the error action, with the original payload", () => {
        const compiled = rule({ topic: "${topic()}" }, { errorAction: { sqs: { queueUrl: "", roleArn: "" } } });
        const result = simulate(compiled, publish(HOT), { context: { clientId: "c", traceId: "t-1" } }) as Matched;
        assert.equal(result.errorAction!.action, "sqs");
        const { failures, ...message } = result.errorAction!.message;
        assert.deepEqual(message, {
            ruleName: "plant",
            topic: "devices/d1",
            cloudwatchTraceId: "t-1",
            clientId: "c",
            base64OriginalPayload: Buffer.from(HOT).toString("base64"),
        });
        assert.deepEqual(
            failures.map(({ failedAction, failedResource }) => [failedAction, failedResource]),
            [["KafkaAction", "${topic()}"]],
        );
    });

    it("makes a record of the error message for a Kafka error action, whose templates see that message", () => {
        const errorAction = kafka({ topic: "errors", key: "${ruleName}/${topic(1)}" });
        const result = simulate(rule({ topic: "" }, { errorAction }), publish(HOT)) as Matched;
        const { record, message } = result.errorAction!;
        assert.equal(record!.key, "plant/devices");
        assert.deepEqual(JSON.parse(record!.value!), message);
    });

    it("does not reach the error action where the statement fails: nothing runs then", () => {
        const more = {
            sql: "SELECT get_secret('a', 'SecretString', 'arn') AS s FROM 'devices/+'",
            errorAction: { sqs: { queueUrl: "", roleArn: "" } },
        };
        const result = simulate(rule({ topic: "t" }, more), publish(HOT)) as Matched;
        assert.equal(result.error?.code, "no-secret");
        assert.deepEqual([result.actions[0]!.record, result.errorAction], [null, undefined]);
    });
});

describe("Basic Ingest", () => {
    const compiled = rule({ topic: "t", key: "${topic()}" }, { sql: "SELECT * FROM 'other/filter'" });

    it("reaches the rule that it names, whatever the filter, and hides its prefix", () => {
        const result = simulate(compiled, publish(HOT, "$aws/rules/plant/devices/d1")) as Matched;
        assert.equal(result.actions[0]!.record!.key, "devices/d1");
    });

    it("reaches no other rule, and its prefix does not count against the limits of a topic", () => {
        assert.equal(simulate(compiled, publish(HOT, "$aws/rules/plant2/devices/d1")).matched, false);
        const deep = "$aws/rules/plant/a/b/c/d/e/f/g/h";
        assert.equal((simulate(compiled, publish(HOT, deep)) as Matched).error, undefined);
    });

    it("takes a payload without a name for the rule that the topic names", () => {
        const bare = ruleOf({
            sql: "SELECT *",
            awsIotSqlVersion: "2016-03-23",
            actions: [kafka({ topic: "t/${topic()}" })],
        });
        const result = simulate(bare, publish(HOT, "$aws/rules/press/devices/d1")) as Matched;
        assert.deepEqual([result.rule, result.actions[0]!.error?.code], ["press", "topic-illegal"]);
        assert.match(result.actions[0]!.error!.message, /"t\/devices\/d1"/);
        assert.deepEqual(simulate(bare, publish(HOT, "devices/d1")).matched, false);
    });
});

describe("a rule for tests", () => {
    it("is refused with everything that is wrong with its texts, where it is wrong", () => {
        assert.throws(
            () => rule({ topic: "${tpic(1)}", key: "${" }, { sql: "SELECT" }),
            /^RuleProblem: sql:1:7: [\s\S]*actions\[0\]\.kafka\.topic:1:3: [\s\S]*actions\[0\]\.kafka\.key:1:/,
        );
    });

    it("is refused where it is no rule", () => {
        for (const wrong of [undefined, null, 1, "x", [], {}, { sql: 1 }, { sql: "SELECT * FROM 'a'", actions: [1] }]) {
            assert.throws(() => ruleOf(wrong), /^RuleProblem/);
        }
    });
});
