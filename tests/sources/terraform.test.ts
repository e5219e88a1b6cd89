import assert from "node:assert/strict";
import { UNKNOWN } from "../../constraints";
import { readSource } from "../../sources";
import { findingsIn, fixture, mandatoryIn, readFixture, readValue } from "./read";

const PLANT = "terraform/plant.plan.json";
const RULE = { name: "r", enabled: true, sql: "SELECT * FROM 'a/b'", sql_version: "2016-03-23" };

/** A plan, or with `state` a state, of one topic rule. */
function ruleWith(values: object, unknown: object = {}, state = false) {
    const resource = { address: "aws_iot_topic_rule.r", mode: "managed", type: "aws_iot_topic_rule", name: "r" };
    const module = { root_module: { resources: [{ ...resource, values: { ...RULE, ...values } }] } };
    const change = { address: resource.address, change: { actions: ["create"], after_unknown: unknown } };
    const plan = { format_version: "1.2", planned_values: module, resource_changes: [change] };
    return readValue(state ? { format_version: "1.0", values: module } : plan).resources[0]!;
}

describe("a Terraform plan", () => {
    it("of a whole plant has no mandatory finding", () => assert.deepEqual(mandatoryIn(readFixture(PLANT)), []));

    it("has blocks as Pulumi has them: lists by their plural, single ones as themselves", () => {
        const kafka = { topic: "t", header: [{ key: "k", value: "v" }], client_properties: { "key.serializer": "S" } };
        const { facts } = ruleWith({
            kafka: [kafka],
            timestream: [{ timestamp: [{ unit: "MS", value: "1" }], dimension: [{ name: "n", value: "v" }] }],
            error_action: [{ kafka: [kafka], sqs: [] }],
        });
        const read = { topic: "t", headers: [{ key: "k", value: "v" }], clientProperties: { "key.serializer": "S" } };
        assert.deepEqual(facts.values, {
            name: "r",
            enabled: true,
            sql: RULE.sql,
            sqlVersion: "2016-03-23",
            kafkas: [read],
            timestreams: [{ timestamp: { unit: "MS", value: "1" }, dimensions: [{ name: "n", value: "v" }] }],
            errorAction: { kafka: read },
        });
    });

    it("leaves out what is null, empty, or an empty list, which all mean absent", () => {
        const { facts } = ruleWith({
            description: null,
            kafka: [{ topic: "t", key: "", partition: null, header: [] }],
            sqs: [],
        });
        assert.deepEqual(facts.values.kafkas, [{ topic: "t" }]);
        assert.equal("sqs" in facts.values, false);
    });

    it("marks what is known after apply, also where the plan leaves it out", () => {
        const kafka = { topic: "t", client_properties: { acks: "1" } };
        const unknown = {
            arn: true,
            kafka: [{ destination_arn: true, client_properties: { "bootstrap.servers": true } }],
        };
        const { facts } = ruleWith({ kafka: [kafka] }, unknown);
        assert.deepEqual(facts.values.kafkas, [
            { topic: "t", destinationArn: UNKNOWN, clientProperties: { acks: "1", "bootstrap.servers": UNKNOWN } },
        ]);
        assert.equal(facts.values.arn, UNKNOWN);
    });

    it("tells what each resource hangs on, through the outputs of modules and the addresses of instances", () => {
        const { resources } = readFixture(PLANT);
        const of = (address: string) => resources.find(({ resource }) => resource === address)!.facts;
        const at = (...addresses: string[]) => addresses.map((address) => `${PLANT}#${address}`);
        assert.deepEqual(of("aws_iot_topic_rule_destination.plant").references, {
            vpcConfiguration: at(
                "aws_iam_role.interfaces",
                "aws_security_group.destination",
                ...[0, 1, 2].map((index) => `module.network.aws_subnet.private[${index}]`),
                "module.network.aws_vpc.plant",
            ),
        });
        assert.deepEqual(of("module.network.aws_subnet.private[1]").references, {
            vpcId: at("module.network.aws_vpc.plant"),
        });
        assert.ok(
            of("aws_iot_topic_rule_destination.plant").dependencies!.includes(at("aws_iam_role_policy.interfaces")[0]!),
        );
    });

    it("tells the Region of the provider, also where a variable gives it", () => {
        const rule = readFixture(PLANT).resources.find(({ type }) => type === "aws_iot_topic_rule")!;
        assert.equal(rule.facts.region, "us-east-1");
        assert.equal(readFixture("terraform/fourteen-mistakes.plan.json").resources[0]!.facts.region, "us-east-1");
    });

    it("spells paths as Terraform does, and points into the planned values", () => {
        const text = fixture("terraform/fourteen-mistakes.plan.json");
        const [rule] = readFixture("terraform/fourteen-mistakes.plan.json").resources;
        const path = ["kafkas", 0, "clientProperties", "sasl.mechanism"];
        assert.equal(rule!.spell(path), 'kafka[0].client_properties["sasl.mechanism"]');
        assert.equal(rule!.resource, "aws_iot_topic_rule.telemetry");
        const { line, column } = rule!.locate(path);
        assert.match(text.split("\n")[line - 1]!.slice(column - 1), /^"SCRAM-SHA-256"/);
        assert.ok(line < text.slice(0, text.indexOf('"resource_changes"')).split("\n").length);
    });

    it("that is a state tells what depends on what, and no more", () => {
        const { facts } = ruleWith({ arn: "arn:aws:iot:us-east-1:209876543210:rule/r" }, {}, true);
        assert.equal(facts.references, undefined);
        assert.equal(facts.values.arn, "arn:aws:iot:us-east-1:209876543210:rule/r");
    });

    it("of a state file says how to get the right one", () => {
        const { problems } = readValue({ version: 4, terraform_version: "1.9.8", resources: [] });
        assert.match(problems[0]!.message, /terraform show -json/);
    });
});

describe("mistakes in a plan", () => {
    const text = fixture(PLANT);
    const cases: readonly [title: string, from: string | RegExp, to: string, constraint: string, resource: string][] = [
        [
            "a missing DescribeSecurityGroups",
            ',\\"ec2:DescribeSecurityGroups\\"',
            "",
            "interface-role-actions",
            "aws_iam_role_policy.interfaces",
        ],
        [
            "a destination that does not wait",
            /"aws_iam_role_policy.interfaces"\s*\]/,
            "]",
            "destination-deletion-order",
            "aws_iot_topic_rule_destination.plant",
        ],
        [
            "a secret without the prefix",
            '"name": "AmazonMSK_plant"',
            '"name": "plant"',
            "scram-secret-name",
            "aws_secretsmanager_secret.plant",
        ],
        [
            "a cluster without SCRAM",
            '"scram": true',
            '"scram": false',
            "security-protocol-offered",
            "aws_iot_topic_rule.telemetry",
        ],
        [
            "a closed broker port",
            /("from_port": )9096,(\s*"ipv6_cidr_blocks": \[\],\s*"prefix_list_ids": \[\],\s*"protocol": "tcp",\s*"security_groups": \[\s*null\s*\],\s*"self": false,\s*"to_port": )9096/,
            "$19094,$29094",
            "broker-ingress",
            "aws_security_group.brokers",
        ],
    ];
    for (const [title, from, to, constraint, resource] of cases) {
        it(`${title} is found at ${resource}`, () => {
            const changed = text.replace(from, to);
            assert.notEqual(changed, text);
            const found = findingsIn([readSource({ file: "p.json", text: changed })]);
            const named = found.filter((one) => one.constraint === constraint).map(({ source }) => source.resource);
            assert.deepEqual([...new Set(named)], [resource], found.map((one) => one.constraint).join());
        });
    }
});
