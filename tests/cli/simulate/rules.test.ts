import assert from "node:assert/strict";
import { document, folder, payload, simulated } from "./run";

const PUBLISHED = ["--topic", "a/b", "--payload-base64", "e30="];

/** A template of which one rule has a topic, one a statement and one an error action that is known only later. */
const TEMPLATE = `Parameters:
  Topic: { Type: String }
Resources:
  Known:
    Type: AWS::IoT::TopicRule
    Properties:
      RuleName: known
      TopicRulePayload:
        Sql: SELECT * FROM 'a/+'
        AwsIotSqlVersion: "2016-03-23"
        Actions:
          - Kafka: { DestinationArn: !Ref Topic, Topic: t, ClientProperties: { acks: !Ref Topic } }
        ErrorAction:
          Kafka: { DestinationArn: !Ref Topic, Topic: !Ref Topic, ClientProperties: {} }
  Open:
    Type: AWS::IoT::TopicRule
    Properties:
      TopicRulePayload:
        Sql: SELECT * FROM 'a/+'
        Actions:
          - Kafka: { DestinationArn: !Ref Topic, Topic: !Sub "x-\${Topic}", ClientProperties: {} }
  Statement:
    Type: AWS::IoT::TopicRule
    Properties:
      TopicRulePayload:
        Sql: !Sub SELECT * FROM '\${Topic}'
        Actions: []
  Misspelt:
    Type: AWS::IoT::TopicRule
    Properties:
      TopicRulePayload:
        Sql: SELECT uper(x) AS y FROM 'a/+'
        AwsIotSqlVersion: "2016-03-23"
        Actions:
          - Kafka: { DestinationArn: a, Topic: "\${topc(1)}", ClientProperties: {} }
`;

describe("the rules that iot-kafka simulate reads", () => {
    const files = folder();
    after(() => files.remove());

    it("are simulated where all that counts is known, and the others told, each with its place", async () => {
        const file = files.file("template.yaml", TEMPLATE);
        const { code, json } = await document("--rule", file, ...PUBLISHED);
        assert.equal(code, 2);
        assert.deepEqual(
            json.results.map((result: Record<string, unknown>) => [result.rule, result.matched]),
            [["known", true]],
        );
        const later = "is known only after the deployment, so that this rule cannot be simulated.";
        assert.deepEqual(json.errors, [
            { file, line: 21, column: 62, message: `Open: TopicRulePayload.Actions[0].Kafka.Topic ${later}` },
            { file, line: 26, column: 19, message: `Statement: TopicRulePayload.Sql ${later}` },
            {
                file,
                line: 32,
                column: 14,
                message: "Misspelt: SQL, line 1, column 8: AWS IoT SQL has no function uper. Did you mean upper?",
            },
            {
                file,
                line: 35,
                column: 48,
                message:
                    "Misspelt: TopicRulePayload.Actions[0].Kafka.Topic: AWS IoT SQL has no function topc. Did you mean topic?",
            },
        ]);
        const text = await simulated("--rule", file, ...PUBLISHED);
        assert.equal(text.code, 2);
        assert.match(text.out, /^known {2}matched/);
        assert.equal(text.err.split("\n").length, 4);
    });

    it("are told alone where none can be simulated", async () => {
        const file = files.file("open.yaml", TEMPLATE.replace("Topic: t,", "Topic: !Ref Topic,"));
        const { code, json } = await document("--rule", file, ...PUBLISHED);
        assert.equal(code, 2);
        assert.deepEqual(Object.keys(json), ["errors"]);
        assert.equal(json.errors.length, 5);
    });

    it("have a result each as soon as several are named, also where a file is named twice", async () => {
        const one = files.file("one.json", payload({ topic: "t" }));
        const { code, json } = await document("--rule", one, "--rule", one, ...PUBLISHED);
        assert.deepEqual([code, json.results.length], [0, 2]);
        assert.deepEqual(json.results[0], json.results[1]);
        const lines = files.file("messages.ndjson", "{}\n{}\n");
        const { out } = await simulated(
            "--rule",
            one,
            "--rule",
            one,
            "--topic",
            "a/b",
            "--messages",
            lines,
            "--format",
            "json",
        );
        assert.deepEqual(
            out.split("\n").map((line) => JSON.parse(line).results.length),
            [2, 2],
        );
        const missing = await document("--rule", one, "--rule", files.file("x.json", "{}"), ...PUBLISHED);
        assert.equal(missing.code, 2);
        assert.deepEqual([missing.json.results.length, missing.json.errors.length], [1, 1]);
    });

    it("are named by Basic Ingest where a payload has no name", async () => {
        const rule = files.file("bare.json", payload({ topic: "t", key: "${topic(1)}" }, { sql: "SELECT *" }));
        const given = ["--topic", "$aws/rules/press/d1/up", "--payload-base64", "e30="];
        const { code, json } = await document("--rule", rule, ...given);
        assert.deepEqual([code, json.rule, json.actions[0].record.key], [0, "press", "d1"]);
        const named = files.file("named.json", {
            ruleName: "other",
            topicRulePayload: payload({ topic: "t" }, { sql: "SELECT *" }),
        });
        assert.deepEqual((await document("--rule", named, ...given)).json.reason, "topic");
    });
});
