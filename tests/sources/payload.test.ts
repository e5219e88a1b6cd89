import assert from "node:assert/strict";
import { UNKNOWN } from "../../constraints";
import { readSource } from "../../sources";
import { findingsIn, fixture, mandatoryIn, readFixture, readValue } from "./read";

const FOUNDING = "payload/founding-page.json";
const KAFKA = { destinationArn: "arn:aws:iot:us-east-1:209876543210:ruledestination/vpc/7b1f3c52", topic: "t" };

describe("a rule payload", () => {
    it("of the founding page is repaired as printed, with notes that say what and where", () => {
        const { format, notes, problems } = readFixture(FOUNDING);
        assert.deepEqual([format, problems], ["payload", []]);
        assert.deepEqual(
            notes.map(({ line, message }) => [line, message]),
            [
                [14, "2 line breaks inside strings were taken as a part of it."],
                [29, "The missing last } was supplied."],
            ],
        );
    });

    it("of the founding page has no mandatory finding", () => {
        assert.deepEqual(mandatoryIn(readFixture(FOUNDING)), []);
    });

    it("of the founding page has findings at the lines of the page, below its line breaks, too", () => {
        const found = findingsIn([readFixture(FOUNDING)]);
        const password = found.find(({ constraint }) => constraint === "truststore-password-literal")!;
        const lines = fixture(FOUNDING).split("\n");
        assert.equal(lines[password.line - 1]!.slice(password.column - 1), '"kafka password",');
        assert.equal(password.spelled, 'actions[0].kafka.clientProperties["ssl.truststore.password"]');
    });

    it("is repaired in no other way", () => {
        const text = fixture(FOUNDING);
        for (const broken of [text.trimEnd().slice(0, -1), `${text},`, text.replace('"sql":', '"sql"')]) {
            const { format, problems } = readSource({ file: "rule.json", text: broken });
            assert.equal(format, undefined);
            assert.match(problems[0]!.message, /^This is no JSON: expected .*\.$/);
        }
    });

    it("sorts its actions by kind, each knowing where it stood", () => {
        const payload = { sql: "SELECT 1", actions: [{ sqs: { queueUrl: "q" } }, { kafka: KAFKA }, { kafka: KAFKA }] };
        const [rule] = readValue(payload).resources;
        assert.deepEqual(rule!.facts.values.kafkas, [KAFKA, KAFKA]);
        assert.deepEqual(rule!.facts.values.sqs, [{ queueUrl: "q" }]);
        assert.equal(rule!.spell(["kafkas", 1, "topic"]), "actions[2].kafka.topic");
        assert.equal(rule!.spell(["kafkas", 0, "key"]), "actions[1].kafka.key");
    });

    it("has the error action under its own name, and AWS's defaults for what it leaves out", () => {
        const [rule] = readValue({
            sql: "SELECT 1",
            actions: [],
            errorAction: { dynamoDBv2: { roleArn: "r" } },
        }).resources;
        const { values } = rule!.facts;
        assert.deepEqual(values, {
            sql: "SELECT 1",
            sqlVersion: "2015-10-08",
            enabled: true,
            errorAction: { dynamodbv2: { roleArn: "r" } },
            name: UNKNOWN,
        });
        assert.equal(rule!.spell(["errorAction", "dynamodbv2", "roleArn"]), "errorAction.dynamoDBv2.roleArn");
        assert.equal(rule!.spell(["sqlVersion"]), "awsIotSqlVersion");
        assert.equal(rule!.spell(["enabled"]), "ruleDisabled");
    });

    it("without a SQL version is advised to give one, at the payload", () => {
        const document = readValue({ topicRulePayload: { sql: "SELECT * FROM 'a/b'", actions: [{ kafka: KAFKA }] } });
        const found = findingsIn([document]).filter(({ path }) => path.includes("sqlVersion"));
        assert.deepEqual(
            found.map(({ constraint, level, spelled, line, column }) => [constraint, level, spelled, line, column]),
            [["sql-version-recommended", "advisory", "awsIotSqlVersion", 2, 23]],
        );
    });

    it("of get-topic-rule tells the Region by its ARN", () => {
        const [rule] = readFixture("payload/fourteen-mistakes-get-topic-rule.json").resources;
        assert.equal(rule!.facts.region, "us-east-1");
    });

    it("keeps a number where AWS wants a text, which AWS refuses", () => {
        const kafka = { ...KAFKA, clientProperties: { acks: 1 } };
        const document = readValue({ sql: "SELECT * FROM 'a/b'", actions: [{ kafka }] });
        assert.ok(mandatoryIn(document).includes("client-property-type"));
    });

    it("with an action that Pulumi does not model has an action all the same", () => {
        const document = readValue({
            sql: "SELECT * FROM 'a/b'",
            awsIotSqlVersion: "2016-03-23",
            actions: [{ openSearch: { roleArn: "r" } }],
            errorAction: { kafka: KAFKA },
        });
        assert.ok(!mandatoryIn(document).includes("rule-action-present"));
    });
});
