import assert from "node:assert/strict";
import { MUTUAL_TLS } from "../../constraints/examples/configurations";
import { type ConstraintPolicy, recommended, required } from "../../policies/packs";
import { DESTINATION, ENGINE_UNKNOWN, RULE } from "./requests";
import { DESTINATION_PROPS, RULE_PROPS } from "./sample";
import { answer, remediate, secret } from "./server";

const [KAFKA] = RULE_PROPS.kafkas;
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const EGRESS_RULE = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const RULE_OF_GROUP = "aws:ec2/securityGroupRule:SecurityGroupRule";

/** The policies with these at the level `remediate`; their configuration is what the engine would send. */
function packs(remediated: readonly string[], configuration: object = {}): ConstraintPolicy[] {
    return [...required, ...recommended].map((policy) => {
        if (!remediated.includes(policy.name)) return policy;
        const { remediateResource } = policy as { remediateResource?: (args: object) => never };
        const configured = (args: object) => remediateResource!({ ...args, getConfig: () => configuration });
        return { ...policy, enforcementLevel: "remediate", remediateResource: configured } as ConstraintPolicy;
    });
}

/** The paths at which two values differ. */
function differences(one: unknown, other: unknown, at = ""): string[] {
    if (Object.is(one, other)) return [];
    const isDeep = [one, other].every((value) => typeof value === "object" && value !== null);
    if (!isDeep) return [at];
    const names = new Set([...Object.keys(one as object), ...Object.keys(other as object)]);
    return [...names].flatMap((name) =>
        differences((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name], `${at}/${name}`),
    );
}

describe("remediations", () => {
    const { "security.protocol": _, ...unsaid } = MUTUAL_TLS as Readonly<Record<string, unknown>>;
    const noProtocol = { ...RULE_PROPS, kafkas: [{ ...KAFKA, clientProperties: unsaid }] };
    const native = (awsIotSqlVersion: string, clientProperties: object) => ({
        ruleName: "plant",
        topicRulePayload: {
            sql: RULE_PROPS.sql,
            awsIotSqlVersion,
            actions: [{ kafka: { ...KAFKA, clientProperties } }],
        },
    });
    const FIXES = [
        {
            policy: "sql-version",
            type: RULE,
            props: { ...RULE_PROPS, sqlVersion: "2016-3-23" },
            changed: { "/sqlVersion": "2016-03-23" },
        },
        {
            policy: "sql-version",
            type: "aws-native:iot:TopicRule",
            props: native("latest", KAFKA!.clientProperties),
            changed: { "/topicRulePayload/awsIotSqlVersion": "2016-03-23" },
        },
        {
            policy: "security-protocol-explicit",
            type: RULE,
            props: noProtocol,
            changed: { "/kafkas/0/clientProperties/security.protocol": "SSL" },
        },
        {
            policy: "security-protocol-explicit",
            type: RULE,
            props: { ...RULE_PROPS, kafkas: [], errorAction: { kafka: noProtocol.kafkas[0] } },
            changed: { "/errorAction/kafka/clientProperties/security.protocol": "SSL" },
        },
        {
            policy: "security-protocol-explicit",
            type: "aws-native:iot:TopicRule",
            props: native("2016-03-23", noProtocol.kafkas[0]!.clientProperties),
            changed: { "/topicRulePayload/actions/0/kafka/clientProperties/security.protocol": "SSL" },
        },
    ];

    for (const { policy, type, props, changed } of FIXES) {
        it(`of ${policy} on a ${type} removes its violation and changes nothing else: ${Object.keys(changed)}`, async () => {
            const policies = packs([policy]);
            const before = await answer(policies, type, props);
            assert.equal(before.filter(({ policyname }) => policyname === policy).length, 1);
            const fixed = await remediate(policies, type, props);
            assert.deepEqual(fixed.by, [policy]);
            assert.deepEqual(differences(props, fixed.props), Object.keys(changed));
            const after = await answer(policies, type, fixed.props!);
            assert.deepEqual(
                after,
                before.filter(({ policyname }) => policyname !== policy),
            );
            assert.deepEqual((await remediate(policies, type, fixed.props!)).by, [], "a second time nothing is left");
        });
    }

    const wide = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"], description: "all" };
    const NARROWED = [
        {
            type: GROUP,
            props: { vpcId: ENGINE_UNKNOWN, egress: [wide], ingress: [wide] },
            changed: ["/egress/0/protocol", "/egress/0/fromPort", "/egress/0/toPort"],
        },
        {
            type: GROUP,
            props: { egress: [{ ...wide, protocol: "tcp", fromPort: 9050, toPort: 65_535 }] },
            changed: ["/egress/0/toPort"],
        },
        {
            type: EGRESS_RULE,
            props: { ipProtocol: "-1", cidrIpv4: "0.0.0.0/0", securityGroupId: ENGINE_UNKNOWN },
            changed: ["/ipProtocol", "/fromPort", "/toPort"],
        },
        {
            type: RULE_OF_GROUP,
            props: { ...wide, type: "egress", securityGroupId: "sg-0a1b2c3d4e5f60718" },
            changed: ["/protocol", "/fromPort", "/toPort"],
        },
    ];

    for (const { type, props, changed } of NARROWED) {
        it(`of security-rule-width narrow the egress of a ${type} that is named, and nothing else: ${changed}`, async () => {
            const policies = packs(["security-rule-width"], { narrow: ["tele*"] });
            const fixed = await remediate(policies, type, props);
            assert.deepEqual(differences(props, fixed.props), changed);
            assert.deepEqual((await remediate(policies, type, fixed.props!)).by, [], "a second time nothing is left");
            const others = packs(["security-rule-width"], { narrow: ["others-*"] });
            assert.deepEqual((await remediate(others, type, props)).by, []);
        });
    }

    it("leave alone what is right, not known, not Kafka's, ingress, or of another port", async () => {
        const policies = packs(["sql-version", "security-protocol-explicit", "security-rule-width"], { narrow: ["*"] });
        for (const [type, props] of [
            [RULE, RULE_PROPS],
            [RULE, { ...RULE_PROPS, sqlVersion: ENGINE_UNKNOWN }],
            [RULE, { ...RULE_PROPS, kafkas: ENGINE_UNKNOWN }],
            [RULE, { ...RULE_PROPS, kafkas: [{ ...KAFKA, clientProperties: ENGINE_UNKNOWN }] }],
            [RULE, { ...RULE_PROPS, kafkas: [], sqlVersion: "1" }],
            [RULE, { ...RULE_PROPS, kafkas: [{ ...KAFKA, clientProperties: { "sasl.mechanism": "PLAIN" } }] }],
            [DESTINATION, DESTINATION_PROPS],
            [GROUP, { ingress: [wide] }],
            [GROUP, { egress: [{ ...wide, protocol: "tcp", fromPort: 443, toPort: 443 }] }],
            [GROUP, { egress: ENGINE_UNKNOWN }],
            [GROUP, { egress: [{ ...wide, protocol: "tcp", fromPort: ENGINE_UNKNOWN }] }],
            [RULE_OF_GROUP, { ...wide, type: "ingress" }],
            ["aws-native:ec2:SecurityGroup", { groupDescription: "without egress, which AWS adds" }],
            ["iotkafka:index:KafkaTopicRule", { sql: RULE_PROPS.sql, sqlVersion: "1" }],
            ["aws:s3/bucket:Bucket", { egress: [wide], sqlVersion: "1" }],
        ] as const) {
            assert.deepEqual((await remediate(policies, type, props)).by, [], `${type} ${JSON.stringify(props)}`);
        }
    });

    it("run at the level remediate alone, which is nobody's default", async () => {
        const props = { ...RULE_PROPS, sqlVersion: "1" };
        assert.deepEqual((await remediate([...required, ...recommended], RULE, props)).by, []);
        assert.ok([...required, ...recommended].every(({ enforcementLevel }) => enforcementLevel !== "remediate"));
    });

    it("keep secrets secret and unknown values unknown", async () => {
        const clientProperties = {
            ...noProtocol.kafkas[0]!.clientProperties,
            "ssl.keystore.password": secret("c4n4ry"),
            acks: ENGINE_UNKNOWN,
        };
        const props = {
            ...RULE_PROPS,
            sqlVersion: secret("1"),
            kafkas: [{ ...KAFKA, clientProperties: secret(clientProperties) }],
        };
        const fixed = await remediate(packs(["sql-version", "security-protocol-explicit"]), RULE, props);
        assert.deepEqual(fixed.by, ["sql-version", "security-protocol-explicit"]);
        assert.deepEqual(fixed.props!.sqlVersion, secret("2016-03-23"));
        const [kafka] = fixed.props!.kafkas as { clientProperties: unknown }[];
        assert.deepEqual(kafka!.clientProperties, secret({ ...clientProperties, "security.protocol": "SSL" }));
    });

    it("change nothing on a resource that is excepted", async () => {
        const props = { ...RULE_PROPS, sqlVersion: "1" };
        for (const excepted of [
            { exclude: ["tele*"] },
            { suppress: [{ match: "*", reason: "soon", until: "9999-01-01" }] },
        ]) {
            assert.deepEqual((await remediate(packs(["sql-version"], excepted), RULE, props)).by, []);
        }
    });
});
