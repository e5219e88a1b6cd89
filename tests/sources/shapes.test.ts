import assert from "node:assert/strict";
import { readValue } from "./read";

const SQL = { sql: "SELECT * FROM 'a'", awsIotSqlVersion: "2016-03-23" };
const template = (Properties: unknown, more: object = {}) => ({
    Resources: { Rule: { Type: "AWS::IoT::TopicRule", Properties }, ...more },
});
const payload = (more: object) => template({ TopicRulePayload: { Sql: SQL.sql, ...more } });
const RULE = { address: "aws_iot_topic_rule.r", type: "aws_iot_topic_rule", mode: "managed", name: "r" };
const plan = (planned: unknown) => ({ format_version: "1.2", planned_values: planned });
const STATE = { urn: "urn:pulumi:d::p::aws:iot/topicRule:TopicRule::r", type: "aws:iot/topicRule:TopicRule" };

describe("what has another shape than belongs there", () => {
    const cases: readonly [value: unknown, message: string][] = [
        [plan(3), "planned_values is the number 3, where an object belongs."],
        [plan({ root_module: [] }), "planned_values.root_module is an empty list, where an object belongs."],
        [
            plan({ root_module: { resources: {} } }),
            "planned_values.root_module.resources is an object, where a list belongs.",
        ],
        [
            plan({ root_module: { resources: [{ ...RULE, values: "x" }] } }),
            "planned_values.root_module.resources[0].values is a text, where an object belongs.",
        ],
        [
            plan({ root_module: { resources: [{ ...RULE, values: { kafka: "x" } }] } }),
            "kafka is a text, where a list belongs.",
        ],
        [
            plan({ root_module: { resources: [{ ...RULE, values: { kafka: [1] } }] } }),
            "kafka[0] is the number 1, where an object belongs.",
        ],
        [payload({ Actions: { Kafka: 1 } }), "TopicRulePayload.Actions is an object, where a list belongs."],
        [
            payload({ Actions: [{ Kafka: 1 }] }),
            "TopicRulePayload.Actions[0].Kafka is the number 1, where an object belongs.",
        ],
        [payload({ Actions: ["Kafka"] }), "TopicRulePayload.Actions[0] is a text, where an object belongs."],
        [payload({ ErrorAction: [] }), "TopicRulePayload.ErrorAction is an empty list, where an object belongs."],
        [template({ TopicRulePayload: 5 }), "TopicRulePayload is the number 5, where an object belongs."],
        [template(7), "Resources.Rule.Properties is the number 7, where an object belongs."],
        [template({}, { Other: 1 }), "Resources.Other is the number 1, where an object belongs."],
        [template({}, { Other: { Type: 1 } }), "Resources.Other.Type is the number 1, where a text belongs."],
        [
            { AWSTemplateFormatVersion: "2010-09-09", Resources: [] },
            "Resources is an empty list, where an object belongs.",
        ],
        [{ ...SQL, actions: { kafka: {} } }, "actions is an object, where a list belongs."],
        [{ ...SQL, actions: [{ kafka: [] }] }, "actions[0].kafka is an empty list, where an object belongs."],
        [{ deployment: { manifest: {}, resources: {} } }, "deployment.resources is an object, where a list belongs."],
        [
            { deployment: { manifest: {}, resources: [{ ...STATE, inputs: 1 }] } },
            "deployment.resources[0].inputs is the number 1, where an object belongs.",
        ],
        [
            { steps: [{ op: "create", urn: STATE.urn, newState: { ...STATE, inputs: [] } }] },
            "steps[0].newState.inputs is an empty list, where an object belongs.",
        ],
    ];
    for (const [value, message] of cases) {
        it(`is told: ${message}`, () => {
            const { problems, format } = readValue(value);
            assert.notEqual(format, undefined);
            assert.deepEqual(
                problems.map((problem) => problem.message),
                [message],
            );
            assert.ok(problems[0]!.line > 1);
        });
    }

    it("is told of twenty such places at most", () => {
        const actions = Array.from({ length: 50 }, () => 1);
        assert.ok(readValue(payload({ Actions: actions })).problems.length <= 20);
    });

    it("hides nothing of the rest", () => {
        const { resources, problems } = readValue(payload({ Actions: [1, { Kafka: { Topic: "a" } }] }));
        assert.equal(problems.length, 1);
        assert.deepEqual(resources[0]!.facts.values.kafkas, [{ topic: "a" }]);
    });
});
