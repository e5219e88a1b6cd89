import assert from "node:assert/strict";
import type { SourceDocument } from "../../sources";
import { FORMATS, plantWith, type RuleChange, secretTemplate } from "./formats";
import { findingsIn, mandatoryIn } from "./read";

const TEMPLATE = "cloudformation/plant.yaml";
const EXPORT = "pulumi/plant.export.json";
const PLAN = "terraform/plant.plan.json";
const MSK = "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com";
const KEY_STORE = "${get_secret('plant_keystore', 'SecretString', 'arn:aws:iam::209876543210:role/secrets')}";
const LOGS = { cloudwatchLogs: { logGroupName: "errors", roleArn: "arn:aws:iam::209876543210:role/logs" } };
const KAFKA = { topic: "telemetry", destinationArn: "arn:aws:iot:us-east-1:209876543210:ruledestination/vpc/7b1f3c52" };

/** A mistake that people make, the constraint that finds it, and the words in which it is named. */
type Mistake = readonly [title: string, constraint: string, words: RegExp, documents: () => readonly SourceDocument[]];

/** The mistake of a rule, in every format. */
const everywhere = (change: RuleChange) => () => Object.values(FORMATS).map((format) => format(change));

const MISTAKES: readonly Mistake[] = [
    [
        "the ARN of the cluster as destination",
        "destination-arn",
        /^The destination is an Amazon MSK cluster, not a VPC destination/,
        everywhere({ kafka: { destinationArn: "arn:aws:kafka:us-east-1:209876543210:cluster/plant/7b1f3c52-2" } }),
    ],
    [
        "a secret without the prefix",
        "scram-secret-prefix",
        /^The name of the secret, "plant", does not start with AmazonMSK_/,
        everywhere({
            properties: {
                "sasl.scram.username": secretTemplate("username", "plant"),
                "sasl.scram.password": secretTemplate("password", "plant"),
            },
        }),
    ],
    [
        "a secret without the prefix that is associated",
        "scram-secret-name",
        /^The name "plant" does not start with AmazonMSK_/,
        () => [
            plantWith(TEMPLATE, "Name: AmazonMSK_plant", "Name: plant"),
            plantWith(EXPORT, /"name": "AmazonMSK_plant"/g, '"name": "plant"'),
            plantWith(PLAN, /"name": "AmazonMSK_plant"/g, '"name": "plant"'),
        ],
    ],
    [
        "a secret without a key of its own",
        "scram-secret-own-key",
        /key/,
        () => [
            plantWith(TEMPLATE, "KmsKeyId: !GetAtt SecretKey.Arn", "Description: none"),
            plantWith(EXPORT, /"kmsKeyId": "arn[^"]*",/g, ""),
            plantWith(PLAN, /"kms_key_id": (true|\{[^}]*\})/g, '"description": null'),
        ],
    ],
    [
        "the TLS port with SCRAM",
        "bootstrap-servers-msk-port",
        /is the TLS listener of Amazon MSK, but security\.protocol is SASL_SSL/,
        everywhere({ properties: { "bootstrap.servers": `${MSK}:9094` } }),
    ],
    [
        "the TLS bootstrap string with SASL",
        "bootstrap-servers-msk-port",
        /TLS listener .*SASL_SSL/,
        everywhere({
            properties: { "bootstrap.servers": `${MSK}:9094,${MSK.replace("b-1", "b-2")}:9094` },
        }),
    ],
    [
        "a listener prefix in the bootstrap list",
        "bootstrap-servers-format",
        /listener prefix or scheme/,
        everywhere({ properties: { "bootstrap.servers": `SASL_SSL://${MSK}:9096` } }),
    ],
    ["a topic with slashes", "topic-slashes", /topic\(\)/, everywhere({ kafka: { topic: "${topic()}" } })],
    [
        "a second CloudWatch action in place of an error action",
        "error-action-present",
        /^The rule has no error action: cloud_?watch_?logs gets every message, not those that could not be sent/i,
        everywhere({ payload: { actions: [{ kafka: KAFKA }, LOGS] } }),
    ],
    [
        "a missing DescribeSecurityGroups",
        "interface-role-actions",
        /ec2:DescribeSecurityGroups/,
        () => [
            plantWith(TEMPLATE, "- ec2:DescribeSecurityGroups", "- ec2:DescribeVpcs"),
            plantWith(EXPORT, /,\\"ec2:DescribeSecurityGroups\\"/g, ""),
            plantWith(PLAN, /,\\"ec2:DescribeSecurityGroups\\"/g, ""),
        ],
    ],
    [
        "a missing kms:Decrypt",
        "secret-role-decrypt",
        /kms:Decrypt/,
        () => [plantWith(TEMPLATE, "kms:Decrypt", "kms:Encrypt"), plantWith(EXPORT, /kms:Decrypt/g, "kms:Encrypt")],
    ],
    [
        "a key store that is read as SecretString",
        "keystore-secret",
        /is a file, but is read as SecretString/,
        everywhere({
            properties: {
                "security.protocol": "SSL",
                "bootstrap.servers": `${MSK}:9094`,
                "sasl.mechanism": undefined,
                "sasl.scram.username": undefined,
                "sasl.scram.password": undefined,
                "ssl.keystore": KEY_STORE,
                "ssl.keystore.password": secretTemplate("password"),
            },
        }),
    ],
    ["an alias of SELECT in a template", "template-alias", /\bid\b/, everywhere({ kafka: { key: "${id}" } })],
    [
        "PLAIN in us-gov-west-1",
        "sasl-mechanism-region",
        /PLAIN.*us-gov-west-1/,
        everywhere({
            region: "us-gov-west-1",
            properties: {
                "bootstrap.servers": "kafka.plant.example:9096",
                "sasl.mechanism": "PLAIN",
                "sasl.scram.username": undefined,
                "sasl.scram.password": undefined,
                "sasl.plain.username": "plant",
                "sasl.plain.password": secretTemplate("password"),
            },
        }),
    ],
    [
        "a public port of Amazon MSK",
        "bootstrap-servers-public-port",
        /public/,
        everywhere({ properties: { "bootstrap.servers": `${MSK.replace("b-1.", "b-1-public.")}:9196` } }),
    ],
    [
        "the whole internet at the brokers' ports",
        "broker-ports-public",
        /0\.0\.0\.0\/0/,
        () => [
            plantWith(
                TEMPLATE,
                "FromPort: 9096, ToPort: 9096, SourceSecurityGroupId: !Ref DestinationGroup }",
                "FromPort: 9096, ToPort: 9096, CidrIp: 0.0.0.0/0 }",
            ),
            plantWith(PLAN, /"cidr_blocks": \[\],/g, '"cidr_blocks": ["0.0.0.0/0"],'),
        ],
    ],
    [
        "a missing SQL version",
        "sql-version-recommended",
        /is missing: AWS IoT then reads the rule by the old one, 2015-10-08/,
        () => ["payload", "template"].map((name) => FORMATS[name]!({ payload: { awsIotSqlVersion: undefined } })),
    ],
    [
        "a destination that does not wait for the policy of its role",
        "destination-deletion-order",
        /policy/,
        () => [
            plantWith(TEMPLATE, "DependsOn: InterfacePolicy", "DependsOn: Vpc"),
            plantWith(
                EXPORT,
                /^(\s+)"urn:pulumi:dev::plant::aws:iam\/rolePolicy:RolePolicy::interfaces"/gm,
                '$1"urn:pulumi:dev::plant::aws:iam/role:Role::interfaces"',
            ),
        ],
    ],
];

describe("mistakes that people make", () => {
    for (const [title, constraint, words, documents] of MISTAKES) {
        it(`${title}: named in its own words in every format`, () => {
            const all = documents();
            assert.ok(all.length >= 2);
            for (const document of all) {
                const found = findingsIn([document]).filter((one) => one.constraint === constraint);
                assert.ok(found.length > 0, `${document.format}: nothing found`);
                const messages = found.map(({ message, source }) => source.word(message));
                assert.ok(
                    messages.some((message) => words.test(message)),
                    `${document.format}: ${messages.join("\n")}`,
                );
            }
        });
    }

    it("the rule without one of them has no mandatory finding in any format", () => {
        for (const format of Object.values(FORMATS)) assert.deepEqual(mandatoryIn(format({})), []);
    });
});
