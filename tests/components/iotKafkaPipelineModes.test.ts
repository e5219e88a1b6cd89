import assert from "node:assert/strict";
import { IotKafkaPipeline, type IotKafkaPipelineArgs, VpcDestination } from "../../components";
import { KERBEROS, MUTUAL_TLS, PLAIN } from "./credentialModes";
import { resolved, run } from "./program";
import { CLUSTER, DESTINATION, ROLE, VPC, VPC_NETWORK } from "./samples";

const MESSAGE = { sql: "SELECT * FROM 'devices/+/telemetry'", topic: "telemetry", key: "${topic(2)}" };
const OWN = "kafka-1.plant.example:9093";
const HOSTED = "pkc-4r087.us-east-1.aws.confluent.cloud:9092";
const MSK_PUBLIC = "b-1-public.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9196";
const GROUP = "sg-0a1b2c3d4e5f60718";
const make = (args: unknown) => run(() => new IotKafkaPipeline("telemetry", args as IotKafkaPipelineArgs));

/** `constraint at path` of every finding. */
async function refused(args: unknown): Promise<string[]> {
    let message = "";
    await assert.rejects(make({ ...MESSAGE, ...(args as object) }), (error: Error) => {
        message = error.message;
        assert.doesNotMatch(message, /canary/);
        return true;
    });
    return [...message.matchAll(/^\[mandatory\] (\S+ at \S+)/gm)].map(([, found]) => found!).sort();
}

const REFUSED: readonly (readonly [what: string, args: object, found: readonly string[]])[] = [
    [
        "a KDC beside another mode",
        { network: VPC_NETWORK, kafka: { bootstrapServers: OWN, credentials: PLAIN, kdcCidrBlocks: ["10.0.0.0/16"] } },
        ["argument-form at kafka"],
    ],
    [
        "a KDC's name through a destination that exists",
        {
            destination: { existingArn: DESTINATION },
            kafka: { bootstrapServers: OWN, credentials: KERBEROS, kdcRecord: { addresses: ["10.0.0.10"] } },
        },
        ["argument-form at kafka"],
    ],
    [
        "a KDC's address that is none",
        {
            network: VPC_NETWORK,
            kafka: { bootstrapServers: OWN, credentials: KERBEROS, kdcRecord: { addresses: ["kdc"], host: "kdc" } },
        },
        ["argument-form at kafka.kdcRecord.addresses[0]", "argument-form at kafka.kdcRecord.host"],
    ],
    [
        "Kerberos from a new network",
        { network: "new", kafka: { bootstrapServers: OWN, credentials: KERBEROS } },
        ["argument-form at network"],
    ],
    [
        "a group of another VPC beside a new network",
        { network: "new", kafka: { bootstrapServers: HOSTED, credentials: PLAIN, brokerSecurityGroupId: GROUP } },
        ["argument-form at kafka"],
    ],
    [
        "a certificate for a new cluster that knows no authority",
        { network: "new", kafka: { credentials: MUTUAL_TLS } },
        ["argument-form at kafka"],
    ],
    [
        "settings of a new destination beside one that exists",
        {
            destination: { existingArn: DESTINATION, roleArn: ROLE },
            kafka: { bootstrapServers: OWN, credentials: PLAIN },
        },
        ["argument-form at destination"],
    ],
    [
        "a way of logging in that the Region does not know",
        { region: "cn-north-1", network: VPC_NETWORK, kafka: { bootstrapServers: OWN, credentials: PLAIN } },
        ["sasl-mechanism-region at kafka.credentials.mode"],
    ],
    [
        "Kerberos and PLAIN with Amazon MSK",
        {
            network: VPC_NETWORK,
            kafka: { clusterArn: CLUSTER, bootstrapServers: OWN.replace("9093", "9096"), credentials: KERBEROS },
        },
        ["argument-form at kafka.credentials.mode"],
    ],
    [
        "the public listeners of Amazon MSK",
        {
            network: VPC_NETWORK,
            kafka: { clusterArn: CLUSTER, bootstrapServers: MSK_PUBLIC, credentials: { mode: "SCRAM-SHA-512" } },
        },
        ["argument-form at kafka.bootstrapServers"],
    ],
    [
        "what concerns several parts, all at once",
        {
            network: { ...VPC_NETWORK, securityGroupIds: [GROUP] },
            topicSettings: "existing",
            kafka: { bootstrapServers: OWN, credentials: PLAIN, kdcSecurityGroupId: GROUP },
        },
        ["argument-form at kafka", "argument-form at kafka", "argument-form at topicSettings"],
    ],
];

describe("an IotKafkaPipeline in other modes", () => {
    for (const [what, args, found] of REFUSED) {
        it(`is refused for ${what}`, async () => assert.deepEqual(await refused(args), [...found]));
    }

    it("says why public listeners of Amazon MSK are refused", async () => {
        const kafka = { clusterArn: CLUSTER, bootstrapServers: MSK_PUBLIC, credentials: { mode: "SCRAM-SHA-512" } };
        const reason = /the port 9196, which AWS IoT does not reach[\s\S]*public listeners[\s\S]*9096 or 9094/;
        await assert.rejects(make({ ...MESSAGE, network: VPC_NETWORK, kafka }), reason);
    });

    it("tells credentials that are made from authentication of what exists", async () => {
        const secret = { secretId: "kafka", roleArn: ROLE };
        const { trustStore: _, ...names } = KERBEROS;
        const { resources, errors } = await make({
            ...MESSAGE,
            network: VPC_NETWORK,
            kafka: { bootstrapServers: OWN, credentials: { ...names, keytab: secret } },
        });
        assert.deepEqual(errors, []);
        assert.equal(
            resources.some(({ type }) => type.startsWith("aws:secretsmanager/")),
            false,
        );
        assert.ok(resources.some(({ name }) => name === "telemetry-to-kdc-udp"));
    });

    it("marks everything secret in its arguments, and nothing that is none", async () => {
        const { resource } = await make({
            ...MESSAGE,
            network: VPC_NETWORK,
            kafka: {
                bootstrapServers: OWN,
                kdcCidrBlocks: ["10.0.0.0/16"],
                credentials: { ...KERBEROS, roleArn: ROLE },
            },
        });
        const { kafka } = resource("iotkafka:index:IotKafkaPipeline").inputs;
        const { keytab, trustStore, ...open } = kafka.credentials;
        for (const leaf of [...Object.values(keytab), ...Object.values(trustStore)])
            assert.deepEqual(Object.keys(leaf as object), ["secret"]);
        assert.deepEqual(open, {
            ...{ mode: "GSSAPI", serviceName: "kafka", kdc: "kdc.plant.example", realm: "PLANT.EXAMPLE" },
            ...{ principal: "iot/rules.plant.example", roleArn: ROLE },
        });
        assert.deepEqual(kafka.kdcCidrBlocks, ["10.0.0.0/16"]);
    });

    it("makes its destination with a role that is given", async () => {
        const { resources, resource, result, errors } = await make({
            ...MESSAGE,
            network: "new",
            destination: { roleArn: ROLE },
            kafka: { bootstrapServers: HOSTED, credentials: PLAIN },
        });
        assert.deepEqual(errors, []);
        const { inputs } = resource("aws:iot/topicRuleDestination:TopicRuleDestination");
        assert.equal(inputs.vpcConfiguration.roleArn, ROLE);
        assert.equal(
            resources.some(({ name }) => name === "telemetry-role"),
            false,
        );
        assert.equal(await resolved(result.secretName), "plant_dev_telemetry_user");
    });

    it("has its NAT gateway in a public subnet, after the way out of that", async () => {
        const { resource } = await make({
            ...MESSAGE,
            network: "new",
            kafka: { bootstrapServers: HOSTED, credentials: PLAIN },
        });
        const nat = resource("aws:ec2/natGateway:NatGateway");
        assert.equal(nat.inputs.subnetId, "telemetry-public-subnet-id");
        assert.ok(nat.dependencies.includes("telemetry-public-route"));
        const subnet = resource("aws:ec2/subnet:Subnet", "telemetry-public-subnet").inputs;
        assert.equal(subnet.cidrBlock, "10.0.192.0/18");
        const route = resource("aws:ec2/route:Route", "telemetry-nat-route").inputs;
        assert.deepEqual([route.routeTableId, route.natGatewayId], ["telemetry-routes-id", "telemetry-nat-id"]);
        assert.ok(
            resource("aws:iot/topicRuleDestination:TopicRuleDestination").dependencies.includes("telemetry-nat-route"),
        );
    });
});

describe("a VpcDestination with a name for the KDC", () => {
    const record = { host: "kdc.plant.example", addresses: ["10.0.0.10", "10.0.0.11"] };
    const made = (kdcRecord: object) =>
        run(() => new VpcDestination("plant", { ...VPC, kerberos: true, kdcRecord: kdcRecord as typeof record }));

    it("makes a private zone that holds this name only, before the destination", async () => {
        const { resource } = await made(record);
        const { name, vpcs } = resource("aws:route53/zone:Zone").inputs;
        assert.deepEqual([name, vpcs], ["kdc.plant.example", [{ vpcId: VPC.vpcId }]]);
        const { inputs } = resource("aws:route53/record:Record");
        assert.deepEqual([inputs.name, inputs.type, inputs.records], [record.host, "A", record.addresses]);
        const { dependencies } = resource("aws:iot/topicRuleDestination:TopicRuleDestination");
        assert.ok(dependencies.includes("plant-kdc-record"));
    });

    it("writes the record into a zone that is given", async () => {
        const { resource, resources } = await made({ ...record, zoneId: "Z0123456789ABCDEFGHIJ" });
        assert.equal(resource("aws:route53/record:Record").inputs.zoneId, "Z0123456789ABCDEFGHIJ");
        assert.equal(
            resources.some(({ type }) => type.endsWith(":Zone")),
            false,
        );
    });
});
