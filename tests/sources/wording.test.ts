import assert from "node:assert/strict";
import { CATALOGUE } from "../../constraints";
import { readSource } from "../../sources";
import { PAYLOAD_SPEECH, TEMPLATE_SPEECH, TERRAFORM_SPEECH } from "../../sources/wording/speeches";
import { worded } from "../../sources/wording/wording";
import { findingsIn, readValue } from "./read";

describe("texts of constraints", () => {
    it("speak the names of each format", () => {
        const cases: readonly [text: string, template: string, terraform: string, payload: string][] = [
            [
                'Write `sqlVersion: "2016-03-23"`.',
                'Write `AwsIotSqlVersion: "2016-03-23"`.',
                'Write `sql_version = "2016-03-23"`.',
                'Write `awsIotSqlVersion: "2016-03-23"`.',
            ],
            [
                "Give the `arn` output of the `aws.iot.TopicRuleDestination` or `VpcDestination`.",
                "Give the `Arn` output of the `AWS::IoT::TopicRuleDestination`.",
                "Give the `arn` output of the `aws_iot_topic_rule_destination`.",
                "Give the `arn` output of the `AWS::IoT::TopicRuleDestination`.",
            ],
            [
                "Give the secret a `name` such as AmazonMSK_plant, or the `namePrefix` AmazonMSK_.",
                "Give the secret a `Name` such as AmazonMSK_plant.",
                "Give the secret a `name` such as AmazonMSK_plant, or the `name_prefix` AmazonMSK_.",
                "Give the secret a `name` such as AmazonMSK_plant.",
            ],
            [
                "The brokers are bootstrapBrokersTls of plant; add the policy to `dependsOn`.",
                "The brokers are BootstrapBrokerStringTls of plant; add the policy to `DependsOn`.",
                "The brokers are bootstrap_brokers_tls of plant; add the policy to `depends_on`.",
                "The brokers are BootstrapBrokerStringTls of plant; add the policy to `dependsOn`.",
            ],
            [
                "Add the Kafka action to `kafkas`, not to errorAction.cloudwatchLogs; kafkas[1] is like it.",
                "Add the Kafka action to `Actions`, not to ErrorAction.CloudwatchLogs; the Kafka action 2 is like it.",
                "Add the Kafka action to `kafka`, not to error_action.cloudwatch_logs; kafka[1] is like it.",
                "Add the Kafka action to `actions`, not to errorAction.cloudwatchLogs; the Kafka action 2 is like it.",
            ],
        ];
        for (const [text, template, terraform, payload] of cases) {
            assert.equal(worded(text, TEMPLATE_SPEECH), template);
            assert.equal(worded(text, TERRAFORM_SPEECH), terraform);
            assert.equal(worded(text, PAYLOAD_SPEECH), payload);
        }
    });

    it("keep what somebody wrote, and functions of SQL", () => {
        for (const text of [
            'The name is "sqlVersion".',
            "${destinationArn} is no template.",
            "Call it: clientId() or aws:SourceArn.",
            "security.protocol is SSL.",
        ])
            assert.equal(worded(text, TERRAFORM_SPEECH), text);
    });

    it("leave no name of a program to readers of other files", () => {
        const options = new Set(CATALOGUE.flatMap((constraint) => Object.keys(constraint.options)));
        // What a program has made wrong of its own outputs is spoken of in its own words.
        const others = CATALOGUE.filter(({ id }) => id !== "broken-interpolation");
        const left = others.flatMap(({ id, why, fix }) =>
            [why, fix].flatMap((text) =>
                [TEMPLATE_SPEECH, TERRAFORM_SPEECH].flatMap((speech) =>
                    [
                        ...worded(text, speech)
                            .replace(/\$\{[^}]*\}|"[^"]*"/g, "")
                            .matchAll(
                                /(?<![\w.:-])([a-z]+[A-Z]\w*|aws\.[a-z]+\.[A-Z]\w*|(?:pulumi|random|config)\.[a-z]\w*)/g,
                            ),
                    ]
                        .map(([word]) => word)
                        .filter((word) => !options.has(word))
                        .map((word) => `${id}: ${word}`),
                ),
            ),
        );
        assert.deepEqual([...new Set(left)], []);
    });

    it("are worded by the resource that a finding stands on", () => {
        const rule = { sql: "SELECT * FROM 'a'", awsIotSqlVersion: "2017", actions: [{ kafka: { topic: "a" } }] };
        const [finding] = findingsIn([readValue(rule)]).filter(({ constraint }) => constraint === "sql-version");
        assert.equal(finding!.source.word("Write `sqlVersion`."), "Write `awsIotSqlVersion`.");
    });
});

describe("the default of a parameter", () => {
    const text = (value: string) => `
Parameters:
  Version: { Type: String, Default: "2017-01-01" }
  Topic: { Type: String, Default: plant }
Resources:
  Rule:
    Type: AWS::IoT::TopicRule
    Properties:
      TopicRulePayload:
        Sql: SELECT * FROM 'a'
        AwsIotSqlVersion: ${value}
        Actions:
          - Kafka: { Topic: !Sub "a b \${Topic}" }
`;
    const remarks = (value: string) =>
        findingsIn([readSource({ file: "t.yaml", text: text(value) })])
            .filter(({ constraint }) => constraint === "sql-version" || constraint === "topic-name")
            .map(({ constraint, source, path }) => [constraint, source.remark(path)]);

    it("is judged as what is deployed when nobody says otherwise, and is said to be one", () => {
        assert.deepEqual(remarks("!Ref Version"), [
            ["sql-version", "The value is the default of the parameter Version, which a deployment may replace."],
            ["topic-name", "The value is the default of the parameter Topic, which a deployment may replace."],
        ]);
        assert.deepEqual(remarks('"2017-01-01"')[0], ["sql-version", undefined]);
    });
});
