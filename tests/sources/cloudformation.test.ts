import assert from "node:assert/strict";
import { UNKNOWN } from "../../constraints";
import { readSource } from "../../sources";
import { findingsIn, fixture, mandatoryIn, readFixture, readValue } from "./read";

const PLANT = "cloudformation/plant.yaml";

/** The facts of one resource of the type, with these properties, in a template with these other parts. */
function facts(type: string, properties: object, more: object = {}, region?: string) {
    const template = { Resources: { It: { Type: type, Properties: properties } }, ...more };
    const options = region === undefined ? {} : { region };
    return readSource({ file: "t.json", text: JSON.stringify(template) }, options).resources.map((one) => one.facts);
}

/** What a log group's name is read as: a property that may be anything. */
function valueOfName(value: unknown, more: object = {}, region?: string): unknown {
    return facts("AWS::Logs::LogGroup", { LogGroupName: value }, more, region)[0]!.values.name;
}

describe("a CloudFormation template", () => {
    it("of a whole plant has no mandatory finding", () => assert.deepEqual(mandatoryIn(readFixture(PLANT)), []));

    it("as CDK writes one has no mandatory finding, with its texts joined of references", () => {
        assert.deepEqual(mandatoryIn(readFixture("cloudformation/cdk.template.json")), []);
    });

    it("replaces what can be known inside of it", () => {
        const more = {
            Parameters: {
                Given: { Type: "String", Default: "plant" },
                Zones: { Type: "CommaDelimitedList", Default: "a, b" },
            },
            Mappings: { Names: { test: { group: "small" } } },
            Conditions: {
                Is: { "Fn::Equals": [{ Ref: "Given" }, "plant"] },
                Not: { "Fn::Not": [{ Condition: "Is" }] },
            },
        };
        const cases: [unknown, unknown][] = [
            [{ Ref: "Given" }, "plant"],
            [{ "Fn::Sub": "${Given}-${!Literal}-${X}" }, UNKNOWN],
            [{ "Fn::Sub": ["${Given}-${X}", { X: { Ref: "Given" } }] }, "plant-plant"],
            [{ "Fn::Sub": "${!topic(2)}" }, "${topic(2)}"],
            [{ "Fn::Join": ["/", ["a", { Ref: "Given" }]] }, "a/plant"],
            [{ "Fn::Select": [1, { Ref: "Zones" }] }, "b"],
            [{ "Fn::Select": ["0", { "Fn::Split": ["-", "x-y"] }] }, "x"],
            [{ "Fn::FindInMap": ["Names", "test", "group"] }, "small"],
            [{ "Fn::If": ["Is", "yes", "no"] }, "yes"],
            [{ "Fn::If": ["Not", "yes", { Ref: "AWS::NoValue" }] }, undefined],
            [{ "Fn::Base64": "a" }, "YQ=="],
            [{ "Fn::ToJsonString": { a: { Ref: "Given" } } }, '{"a":"plant"}'],
        ];
        for (const [written, read] of cases) assert.equal(valueOfName(written, more), read, JSON.stringify(written));
    });

    it("leaves open what only the deployment tells", () => {
        const more = {
            Parameters: {
                Asked: { Type: "String" },
                Empty: { Type: "String", Default: "" },
                Elsewhere: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/plant/name" },
                Hidden: { Type: "String", Default: "x", NoEcho: true },
            },
            Conditions: { Open: { "Fn::Equals": [{ Ref: "Asked" }, "a"] }, Loop: { Condition: "Loop" } },
        };
        const open = [
            ...["Asked", "Empty", "Elsewhere", "Hidden", "Nobody", "AWS::Region", "AWS::AccountId", "AWS::StackName"],
        ].map((Ref): unknown => ({ Ref }));
        open.push({ "Fn::If": ["Open", "a", "b"] }, { "Fn::If": ["Loop", "a", "b"] }, { "Fn::ImportValue": "x" });
        open.push({ "Fn::Sub": "arn:aws:iot:${AWS::Region}:${AWS::AccountId}:x" }, "{{resolve:ssm:/plant/name}}");
        open.push({ "Fn::Join": ["", ["a", { Ref: "Asked" }]] }, { "Fn::Transform": { Name: "M" } });
        for (const written of open) assert.equal(valueOfName(written, more), UNKNOWN, JSON.stringify(written));
        // Either branch may be the one that counts, also none at all; where both say the same, that is known.
        assert.equal(valueOfName({ "Fn::If": ["Open", "a", { Ref: "AWS::NoValue" }] }, more), UNKNOWN);
        assert.equal(valueOfName({ "Fn::If": ["Open", "a", "a"] }, more), "a");
    });

    it("knows the Region that it is told, and the partition with it", () => {
        const written = { "Fn::Sub": "${AWS::Partition}:${AWS::Region}:${AWS::URLSuffix}" };
        assert.equal(valueOfName(written, {}, "cn-north-1"), "aws-cn:cn-north-1:amazonaws.com.cn");
    });

    it("tells which resources each property hangs on", () => {
        const { resources } = readFixture(PLANT);
        const of = (name: string) => resources.find(({ resource }) => resource === name)!.facts;
        assert.deepEqual(of("Telemetry").references, {
            kafkas: [`${PLANT}#Destination`, `${PLANT}#SecretRole`],
            errorAction: [`${PLANT}#ErrorLog`, `${PLANT}#ErrorRole`],
        });
        assert.ok(of("Telemetry").dependencies!.includes(`${PLANT}#ClusterSecret`));
        assert.ok(of("Destination").dependencies!.includes(`${PLANT}#InterfacePolicy`));
        assert.deepEqual(of("Internet").references, { vpcId: [`${PLANT}#Vpc`] });
    });

    it("has a secret's text and a policy's attachments as resources of their own", () => {
        const secret = { Name: "s", GenerateSecretString: { SecretStringTemplate: '{"a":1}', GenerateStringKey: "b" } };
        const [, version] = facts("AWS::SecretsManager::Secret", secret);
        assert.deepEqual(
            [version!.kind, version!.references],
            // A text that is generated hangs on the secret itself: it is no literal.
            ["secretVersion", { secretId: ["t.json#It"], secretString: ["t.json#It"] }],
        );
        assert.deepEqual(JSON.parse(version!.values.secretString as string), { a: 1, b: "a".repeat(32) });
        const [policy, attachment] = facts("AWS::IAM::ManagedPolicy", { PolicyDocument: {}, Roles: ["one"] });
        assert.deepEqual([policy!.kind, attachment!.kind], ["policy", "rolePolicyAttachment"]);
        assert.equal(attachment!.values.role, "one");
        const inline = facts("AWS::IAM::Policy", { PolicyName: "p", PolicyDocument: {}, Roles: ["one", "other"] });
        assert.deepEqual(
            inline.map(({ kind, values }) => [kind, values.role]),
            [
                ["rolePolicy", "one"],
                ["rolePolicy", "other"],
            ],
        );
    });

    it("has each record of a group as a resource of its own", () => {
        const sets = ["a", "b"].map((name) => ({
            Name: `${name}.plant.example`,
            Type: "A",
            ResourceRecords: ["10.0.0.1"],
        }));
        const made = facts("AWS::Route53::RecordSetGroup", { HostedZoneId: "Z1", RecordSets: sets });
        assert.deepEqual(
            made.map(({ kind, values }) => [kind, values.zoneId, values.name, values.records]),
            [
                ["record", "Z1", "a.plant.example", ["10.0.0.1"]],
                ["record", "Z1", "b.plant.example", ["10.0.0.1"]],
            ],
        );
        const [, second] = readValue({
            Resources: { Group: { Type: "AWS::Route53::RecordSetGroup", Properties: { RecordSets: sets } } },
        }).resources;
        assert.equal(second!.spell(["name"]), "RecordSets[1].Name");
    });

    it("leaves out a resource whose condition does not hold, and takes a policy under an open one as not known", () => {
        const policy = { PolicyName: "p", Roles: ["r"], PolicyDocument: { Statement: [] } };
        const read = (condition: unknown) =>
            readValue({
                Parameters: { Asked: { Type: "String" } },
                Conditions: { It: condition },
                Resources: { P: { Type: "AWS::IAM::Policy", Condition: "It", Properties: policy } },
            }).resources.map(({ facts: { values } }) => values.policy);
        assert.deepEqual(read({ "Fn::Equals": ["a", "b"] }), []);
        assert.deepEqual(read({ "Fn::Equals": ["a", "a"] }), [{ Statement: [] }]);
        assert.deepEqual(read({ "Fn::Equals": [{ Ref: "Asked" }, "a"] }), [UNKNOWN]);
    });

    it("spells paths below Properties and points at them", () => {
        const [rule] = readFixture(PLANT).resources.filter(({ resource }) => resource === "Telemetry");
        assert.equal(
            rule!.spell(["kafkas", 0, "clientProperties", "acks"]),
            "TopicRulePayload.Actions[0].Kafka.ClientProperties.acks",
        );
        const { line, column } = rule!.locate(["kafkas", 0, "clientProperties", "acks"]);
        assert.equal(
            fixture(PLANT)
                .split("\n")
                [line - 1]!.slice(column - 1),
            "1",
        );
        const [group] = readFixture(PLANT).resources.filter(({ resource }) => resource === "DestinationGroup");
        assert.equal(group!.spell(["egress", 0, "cidrBlocks", 0]), "SecurityGroupEgress[0].CidrIp");
    });

    it("spells what AWS adds to a group without egress as the property that would hold it", () => {
        const Group = { Type: "AWS::EC2::SecurityGroup", Properties: { GroupDescription: "x" } };
        const [group] = readValue({ Resources: { Group } }).resources;
        for (const path of [[], [0], [0, "protocol"]])
            assert.equal(group!.spell(["egress", ...path]), "SecurityGroupEgress");
    });

    it("lists a loop over resources as not judged, and no others", () => {
        const rule = { Type: "AWS::IoT::TopicRule", Properties: { TopicRulePayload: { Sql: "s", Actions: [] } } };
        const { resources, notEvaluated, problems } = readValue({
            AWSTemplateFormatVersion: "2010-09-09",
            Transform: "AWS::LanguageExtensions",
            Resources: {
                "Fn::ForEach::Rules": ["Name", ["A", "B"], { "Rule${Name}": rule }],
                "Fn::ForEach::Outer": ["N", ["A"], { "Fn::ForEach::Inner": ["M", ["B"], { "R${N}${M}": rule }] }],
                "Fn::ForEach::Buckets": ["Name", ["A", "B"], { "Bucket${Name}": { Type: "AWS::S3::Bucket" } }],
            },
        });
        assert.deepEqual([resources, problems], [[], []]);
        assert.deepEqual(
            notEvaluated.map(({ resource, type }) => [resource, type]),
            ["Rules", "Outer"].map((name) => [`Fn::ForEach::${name}`, "AWS::IoT::TopicRule"]),
        );
    });

    it("leaves alone what is none of the constraints' business", () => {
        const http = { HttpUrlProperties: { ConfirmationUrl: "https://a.example" } };
        assert.deepEqual(facts("AWS::IoT::TopicRuleDestination", http), []);
        assert.deepEqual(facts("AWS::S3::Bucket", {}), []);
    });

    it("names a rule whose actions a macro makes", () => {
        const payload = { Sql: "SELECT 1", Actions: { "Fn::Transform": { Name: "Plant" } } };
        const { notEvaluated } = readValue({
            Resources: { It: { Type: "AWS::IoT::TopicRule", Properties: { TopicRulePayload: payload } } },
        });
        assert.deepEqual(notEvaluated, [
            { resource: "It", type: "AWS::IoT::TopicRule", reason: "its actions are not known yet" },
        ]);
    });
});

describe("mistakes in a template", () => {
    const text = fixture(PLANT);
    const cases: readonly [title: string, from: string, to: string, constraint: string, resource: string][] = [
        [
            "a missing DescribeSecurityGroups",
            "- ec2:DescribeSecurityGroups",
            "- ec2:DescribeVpcs",
            "interface-role-actions",
            "InterfacePolicy",
        ],
        [
            "a destination that does not wait for its role's policy",
            "DependsOn: InterfacePolicy",
            "DependsOn: Vpc",
            "destination-deletion-order",
            "Destination",
        ],
        ["a secret without the prefix", "Name: AmazonMSK_plant", "Name: plant", "scram-secret-name", "Secret"],
        [
            "a secret without a key of its own",
            "KmsKeyId: !GetAtt SecretKey.Arn",
            "Description: none",
            "scram-secret-own-key",
            "Secret",
        ],
        ["a missing kms:Decrypt", "kms:Decrypt", "kms:Encrypt", "secret-role-decrypt", "SecretRole"],
        ["the TLS port with SCRAM", ":9096,b-2", ":9094,b-2", "bootstrap-servers-msk-port", "Telemetry"],
        [
            "a VPC without DNS",
            "EnableDnsSupport: true",
            "EnableDnsSupport: false",
            "destination-dns-support",
            "Destination",
        ],
        [
            "a cluster without SCRAM",
            "Scram: { Enabled: true }",
            "Iam: { Enabled: true }",
            "security-protocol-offered",
            "Telemetry",
        ],
        [
            "trust in another service",
            "Service: iot.amazonaws.com",
            "Service: ec2.amazonaws.com",
            "role-trust-principal",
            "InterfaceRole",
        ],
    ];
    for (const [title, from, to, constraint, resource] of cases) {
        it(`${title} is found at ${resource}`, () => {
            assert.ok(text.includes(from));
            const document = readSource({ file: "plant.yaml", text: text.replace(from, to) });
            const found = findingsIn([document]).filter((one) => one.constraint === constraint);
            assert.deepEqual([...new Set(found.map(({ source }) => source.resource))], [resource]);
        });
    }
});
