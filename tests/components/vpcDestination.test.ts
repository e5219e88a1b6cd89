import assert from "node:assert/strict";
import { ComponentResource } from "@pulumi/pulumi";
import { VpcDestination, type VpcDestinationArgs } from "../../components";
import { NOT_KNOWN, type Registered, resolved, run } from "./program";
import { VPC } from "./samples";

const DESTINATION = "aws:iot/topicRuleDestination:TopicRuleDestination";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const BROKERS = "sg-0a1b2c3d4e5f60718";
const KDC = "sg-0a1b2c3d4e5f60719";

const make = (args: VpcDestinationArgs, name = "plant") => new VpcDestination(name, args);

/** `egress tcp 9096-9096 sg-…`, without what all rules have in common. */
function summary({ type, inputs }: Registered): string {
    const kind = type === EGRESS ? "egress" : "ingress";
    const other = inputs.referencedSecurityGroupId ?? inputs.cidrIpv4;
    return `${inputs.securityGroupId} ${kind} ${inputs.ipProtocol} ${inputs.fromPort}-${inputs.toPort} ${other}`;
}

async function rulesOf(args: VpcDestinationArgs): Promise<string[]> {
    const { resources, errors } = await run(() => make(args));
    assert.deepEqual(errors, []);
    return resources
        .filter(({ type }) => type === EGRESS || type === INGRESS)
        .map(summary)
        .sort();
}

describe("VpcDestination", () => {
    for (const preview of [true, false]) {
        describe(preview ? "at preview" : "at update", () => {
            it("makes a destination, its role and its security group", async () => {
                const { resources, errors } = await run(() => make({ ...VPC, brokerPort: 9096 }), { preview });
                assert.deepEqual(errors, []);
                assert.deepEqual(
                    resources.map(({ type, name, parent }) => [type, name, parent]).sort(),
                    [
                        ["aws:ec2/securityGroup:SecurityGroup", "plant-sg", "plant"],
                        ["aws:iam/role:Role", "plant-role", "plant"],
                        ["aws:iam/rolePolicy:RolePolicy", "plant-role-policy", "plant"],
                        [DESTINATION, "plant", "plant"],
                        [EGRESS, "plant-to-kafka", "plant"],
                        [INGRESS, "plant-within-kafka", "plant"],
                        ["iotkafka:index:VpcDestination", "plant", ""],
                    ].sort(),
                );
            });

            it("writes documents that are known before anything is made", async () => {
                const { resource } = await run(() => make(VPC), { preview });
                const role = resource("aws:iam/role:Role").inputs;
                assert.equal(role.name, "plant-dev-plant-interfaces");
                assert.deepEqual(JSON.parse(role.assumeRolePolicy).Statement[0].Condition, {
                    StringEquals: { "aws:SourceAccount": "209876543210" },
                    ArnLike: { "aws:SourceArn": "arn:aws:iot:us-east-1:209876543210:*" },
                });
                const policy = JSON.parse(resource("aws:iam/rolePolicy:RolePolicy").inputs.policy);
                assert.equal(policy.Version, "2012-10-17");
            });

            it("hands Region and tags to everything that takes them", async () => {
                const { resources, invokes } = await run(
                    () =>
                        make({
                            ...VPC,
                            kdcCidrBlocks: ["10.0.0.0/8"],
                            region: "eu-central-1",
                            tags: { team: "plant" },
                        }),
                    { preview },
                );
                for (const { type, inputs } of resources.filter(({ parent }) => parent === "plant")) {
                    const isGlobal = type.startsWith("aws:iam/");
                    assert.equal(inputs.region, isGlobal ? undefined : "eu-central-1", type);
                    const hasTags = type !== DESTINATION && type !== "aws:iam/rolePolicy:RolePolicy";
                    assert.deepEqual(inputs.tags, hasTags ? { team: "plant" } : undefined, type);
                }
                const regional = invokes.filter(({ token }) => /getRegion|getVpc/.test(token));
                assert.equal(regional.length, 2);
                for (const { inputs } of regional) assert.equal(inputs.region, "eu-central-1");
            });

            it("is deleted before what its deletion needs", async () => {
                const { resource } = await run(() => make({ ...VPC, kerberos: true, brokerSecurityGroupId: BROKERS }), {
                    preview,
                });
                const { dependencies } = resource(DESTINATION);
                for (const name of [
                    "plant-role-policy",
                    "plant-to-kafka",
                    "plant-within-kafka",
                    "plant-into-kafka",
                    "plant-to-kdc-tcp",
                    "plant-to-kdc-udp",
                    "plant-within-kdc-tcp",
                    "plant-within-kdc-udp",
                ]) {
                    assert.ok(dependencies.includes(name), name);
                }
            });
        });
    }

    it("lets interfaces reach the brokers' port in the VPC, and nothing else", async () => {
        assert.deepEqual(await rulesOf({ ...VPC, brokerPort: 9096 }), [
            "plant-sg-id egress tcp 9096-9096 10.7.0.0/16",
            "plant-sg-id ingress tcp 9096-9096 plant-sg-id",
        ]);
    });

    it("takes the ports from the list of brokers", async () => {
        const bootstrapServers = "kafka-1.plant.example:9003, kafka-2.plant.example:9001,kafka-3.plant.example:9002";
        assert.deepEqual(
            await rulesOf({ ...VPC, bootstrapServers, brokerCidrBlocks: ["10.1.0.0/16", "10.2.0.0/16"] }),
            [
                "plant-sg-id egress tcp 9001-9003 10.1.0.0/16",
                "plant-sg-id egress tcp 9001-9003 10.2.0.0/16",
                "plant-sg-id ingress tcp 9001-9003 plant-sg-id",
            ],
        );
    });

    it("opens every port that AWS IoT can reach when none is given", async () => {
        assert.deepEqual(await rulesOf(VPC), [
            "plant-sg-id egress tcp 9000-9100 10.7.0.0/16",
            "plant-sg-id ingress tcp 9000-9100 plant-sg-id",
        ]);
    });

    it("opens given groups of brokers and KDC to itself, and sends only there", async () => {
        const groups = { brokerPort: 9093, brokerSecurityGroupId: BROKERS, kdcSecurityGroupId: KDC };
        assert.deepEqual(
            await rulesOf({ ...VPC, ...groups }),
            [
                `plant-sg-id egress tcp 9093-9093 ${BROKERS}`,
                "plant-sg-id ingress tcp 9093-9093 plant-sg-id",
                `${BROKERS} ingress tcp 9093-9093 plant-sg-id`,
                ...["tcp", "udp"].flatMap((protocol) => [
                    `plant-sg-id egress ${protocol} 88-88 ${KDC}`,
                    `plant-sg-id ingress ${protocol} 88-88 plant-sg-id`,
                    `${KDC} ingress ${protocol} 88-88 plant-sg-id`,
                ]),
            ].sort(),
        );
    });

    it("opens port 88 over TCP and UDP for Kerberos", async () => {
        const rules = await rulesOf({ ...VPC, brokerPort: 9093, kerberos: true });
        assert.deepEqual(
            rules.filter((rule) => rule.includes(" 88-88 ")),
            [
                "plant-sg-id egress tcp 88-88 10.7.0.0/16",
                "plant-sg-id egress udp 88-88 10.7.0.0/16",
                "plant-sg-id ingress tcp 88-88 plant-sg-id",
                "plant-sg-id ingress udp 88-88 plant-sg-id",
            ],
        );
    });

    it("lets AWS IoT into interfaces that it has tagged itself, and tag those only", async () => {
        const { resource } = await run(() => make(VPC));
        const { Statement } = JSON.parse(resource("aws:iam/rolePolicy:RolePolicy").inputs.policy);
        const actions = Statement.flatMap((one: { Action: string | string[] }) => one.Action).sort();
        assert.deepEqual(actions, [...EIGHT, "ec2:CreateTags"].sort());
        const conditionOf = (action: string) =>
            Statement.find((one: { Action: unknown }) => one.Action === action).Condition;
        assert.deepEqual(conditionOf("ec2:CreateNetworkInterfacePermission"), {
            StringEquals: { "ec2:ResourceTag/VPCDestinationENI": "true" },
        });
        assert.deepEqual(conditionOf("ec2:CreateTags"), {
            StringEquals: {
                "ec2:CreateAction": "CreateNetworkInterface",
                "aws:RequestTag/VPCDestinationENI": "true",
            },
        });
    });

    it("writes the policy of the Kafka action's page on request", async () => {
        const { resource } = await run(() => make({ ...VPC, interfacePermissions: "documented" }));
        const { Statement } = JSON.parse(resource("aws:iam/rolePolicy:RolePolicy").inputs.policy);
        assert.equal(Statement.length, 1);
        assert.deepEqual([...Statement[0].Action].sort(), [...EIGHT].sort());
        assert.equal(Statement[0].Resource, "*");
        assert.equal("Condition" in Statement[0], false);
    });

    it("uses a given role and given groups as they are, after what it depends on itself", async () => {
        const roleArn = "arn:aws:iam::209876543210:role/interfaces";
        const { resources, resource, invokes, result } = await run(() => {
            const policy = new ComponentResource("other:index:Policy", "policy");
            return new VpcDestination("plant", { ...VPC, roleArn, securityGroupIds: [BROKERS] }, { dependsOn: policy });
        });
        assert.deepEqual(
            resources.map(({ name }) => name),
            ["policy", "plant", "plant"],
        );
        const { vpcConfiguration } = resource(DESTINATION).inputs;
        assert.deepEqual(vpcConfiguration, { ...VPC, roleArn, securityGroups: [BROKERS] });
        assert.deepEqual(invokes, []);
        assert.deepEqual(
            await Promise.all([
                resolved(result.roleArn),
                resolved(result.roleName),
                resolved(result.securityGroupIds),
                resolved(result.securityGroupId),
            ]),
            [roleArn, undefined, [BROKERS], undefined],
        );
    });

    it("tells which resources it hangs on where their values are not known", async () => {
        const { resource } = await run(() => make(VPC), { preview: true });
        const { inputs, propertyDependencies } = resource(DESTINATION);
        assert.deepEqual(inputs.vpcConfiguration, { ...VPC, roleArn: NOT_KNOWN, securityGroups: [NOT_KNOWN] });
        assert.deepEqual([...propertyDependencies.vpcConfiguration!].sort(), ["plant-role", "plant-sg"]);
    });

    it("registers exactly what it gives", async () => {
        const { result, outputs } = await run(() => make(VPC));
        const given = Object.keys(outputs.get("plant") ?? {}).sort();
        assert.deepEqual(given, ["destinationArn", "roleArn", "roleName", "securityGroupId", "securityGroupIds"]);
        assert.equal(await resolved(result.roleName), "plant-dev-plant-interfaces");
        assert.deepEqual(await resolved(result.securityGroupIds), ["plant-sg-id"]);
    });

    it("is known by its type", async () => {
        const { result } = await run(() => [make(VPC), new ComponentResource("other:index:Thing", "thing")]);
        assert.deepEqual(result.map(VpcDestination.isInstance), [true, false]);
        assert.equal(VpcDestination.__pulumiType, "iotkafka:index:VpcDestination");
    });
});

/** As the founding page lists them. */
const EIGHT = [
    "ec2:CreateNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:CreateNetworkInterfacePermission",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeSubnets",
    "ec2:DescribeVpcs",
    "ec2:DescribeVpcAttribute",
    "ec2:DescribeSecurityGroups",
];
