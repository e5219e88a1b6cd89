import assert from "node:assert/strict";
import { output, ResourceError } from "@pulumi/pulumi";
import { IotKafkaPipeline, type IotKafkaPipelineArgs, KafkaCredentials } from "../../components";
import { run } from "./program";
import { CLUSTER, DESTINATION, PLAIN, RULE, SCRAM, VPC_NETWORK } from "./samples";

const BROKERS = "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096";
const NEW = { sql: RULE.sql, topic: "telemetry", key: "${topic(2)}", network: "new" } as const;
const MSK = { clusterArn: CLUSTER, bootstrapServers: BROKERS, credentials: { mode: "SCRAM-SHA-512" } } as const;
const EXISTING = { ...NEW, network: VPC_NETWORK, kafka: MSK };

const make = (args: unknown) => new IotKafkaPipeline("telemetry", args as IotKafkaPipelineArgs);

/** Constraint and place of each mistake, and the resources that were asked for all the same. */
async function refusalOf(args: unknown): Promise<{ found: string[]; message: string; types: string[] }> {
    const { result, resources } = await run(() => {
        try {
            make(args);
        } catch (error) {
            return error;
        }
        return undefined;
    });
    assert.ok(ResourceError.isInstance(result), `thrown: ${result}`);
    return { found: headings(result.message), message: result.message, types: resources.map(({ type }) => type) };
}

function headings(message: string): string[] {
    return [...message.matchAll(/^\[mandatory\] (.+)$/gm)].map((match) => match[1]!).sort();
}

/** What is wrong, and the place at which it stands: a program that no compiler checked says anything. */
const REFUSED: readonly (readonly [what: string, args: object, found: readonly string[]])[] = [
    ["a value that AWS IoT does not know", { ...NEW, acks: "2" }, ["acks-value at acks"]],
    ["a name that is none", { ...NEW, ruleName: "plant-telemetry" }, ["rule-name at ruleName"]],
    ["no place to stand", { ...NEW, network: undefined }, ["argument-form at the resource"]],
    [
        "a VPC that is none",
        { ...NEW, network: { ...VPC_NETWORK, vpcId: "plant" } },
        ["destination-vpc-id at network.vpcId"],
    ],
    [
        "the arguments of its parts at the top",
        { ...NEW, vpcId: "vpc-0a1b2c3d4e5f60718", bootstrapServers: BROKERS },
        ["argument-form at bootstrapServers", "argument-form at vpcId"],
    ],
    ["a new network far from the brokers", { ...EXISTING, network: "new" }, ["argument-form at network"]],
    [
        "a network that nothing stands in",
        { ...EXISTING, destination: { existingArn: DESTINATION } },
        ["argument-form at network"],
    ],
    [
        "settings of a topic that it does not make",
        { ...EXISTING, kafka: { bootstrapServers: "kafka.plant.example:9093", credentials: SCRAM }, topicSettings: {} },
        ["argument-form at topicSettings"],
    ],
    [
        "a way of logging in that Amazon MSK does not know",
        { ...EXISTING, kafka: { ...MSK, credentials: PLAIN } },
        ["argument-form at kafka.credentials.mode"],
    ],
    [
        "a port that Amazon MSK does not use for it",
        { ...EXISTING, kafka: { ...MSK, bootstrapServers: BROKERS.replace("9096", "9094") } },
        ["bootstrap-servers-msk-port at kafka.bootstrapServers"],
    ],
    [
        "what would have no effect",
        {
            ...EXISTING,
            network: { ...VPC_NETWORK, securityGroupIds: ["sg-0a1b2c3d4e5f60718"] },
            kafka: { ...MSK, brokerSecurityGroupId: "sg-0a1b2c3d4e5f60718" },
        },
        ["argument-form at kafka"],
    ],
    [
        "a cluster that cannot be",
        { ...NEW, kafka: { cluster: { instanceType: "kafka.m7g.medium" } } },
        ["argument-form at kafka.cluster.instanceType"],
    ],
    [
        "what the pipeline settles itself",
        { ...NEW, kafka: { cluster: { vpcId: "vpc-0a1b2c3d4e5f60718", authentication: { scram: true } } } },
        ["argument-form at kafka.cluster.authentication.scram", "argument-form at kafka.cluster.vpcId"],
    ],
    [
        "credentials that are none",
        { ...NEW, kafka: { credentials: { mode: "SCRAM-SHA-256", kmsKeyArn: "alias/plant" } } },
        ["argument-form at kafka.credentials.mode"],
    ],
    [
        "a key that is none",
        { ...NEW, kafka: { credentials: { mode: "SCRAM-SHA-512", kmsKeyArn: "alias/plant" } } },
        ["argument-form at kafka.credentials.kmsKeyArn"],
    ],
    [
        "a destination that is none",
        { ...EXISTING, network: undefined, destination: { existingArn: "x" } },
        ["destination-arn at destination.existingArn"],
    ],
];

describe("the arguments of an IotKafkaPipeline", () => {
    for (const [what, args, found] of REFUSED) {
        it(`are refused for ${what}`, async () => {
            const refusal = await refusalOf(args);
            assert.deepEqual(refusal.found, [...found].sort(), refusal.message);
            assert.deepEqual(refusal.types, ["iotkafka:index:IotKafkaPipeline"]);
        });
    }

    it("are refused all at once, wherever they belong", async () => {
        const { found, message } = await refusalOf({
            ...NEW,
            acks: "2",
            topic: "a b",
            network: { vpcId: "plant", subnetIds: [] },
            kafka: {
                cluster: { brokers: 4 },
                credentials: { mode: "SCRAM-SHA-512", roleArn: "role", user: { password: 7, existingSecretId: "a b" } },
            },
        });
        for (const place of [
            "acks-value at acks",
            "topic-name at topic",
            "destination-vpc-id at network.vpcId",
            "argument-form at kafka.credentials.roleArn",
            "argument-form at kafka.credentials.user.existingSecretId",
        ]) {
            assert.ok(found.includes(place), `${place} is not among\n${found.join("\n")}`);
        }
        assert.equal(new Set(found).size, found.length, message);
    });

    it("never put a secret into words", async () => {
        const user = { username: 7, password: ["canary-list"], passwort: "canary-typo" };
        const { message } = await refusalOf({ ...NEW, kafka: { credentials: { mode: "SCRAM-SHA-512", user } } });
        assert.doesNotMatch(message, /canary/);
    });

    it("are checked when they resolve, once for all their parts, and no child is made of them", async () => {
        const { errors, resources } = await run(() =>
            make({
                ...NEW,
                acks: output("2"),
                ruleName: Promise.resolve("plant-telemetry"),
                network: { ...VPC_NETWORK, vpcId: output("plant") },
            }),
        );
        assert.equal(errors.length, 1, errors.map(({ message }) => message).join("\n"));
        assert.deepEqual(headings(errors[0]!.message), [
            "acks-value at acks",
            "destination-vpc-id at network.vpcId",
            "rule-name at ruleName",
        ]);
        for (const type of ["aws:iot/topicRule:TopicRule", "aws:iot/topicRuleDestination:TopicRuleDestination"]) {
            assert.ok(!resources.some((one) => one.type === type), type);
        }
    });

    it("may be what the parts of other pipelines give", async () => {
        const { errors, resources } = await run(() => {
            const { authentication } = new KafkaCredentials("shared", { mode: "SCRAM-SHA-512", clusterArn: CLUSTER });
            for (const name of ["first", "second"]) {
                new IotKafkaPipeline(name, {
                    ...EXISTING,
                    topic: name,
                    kafka: { ...MSK, credentials: authentication },
                });
            }
        });
        assert.deepEqual(errors, []);
        assert.equal(resources.filter(({ type }) => type.endsWith("SingleScramSecretAssociation")).length, 1);
        const rules = resources.filter(({ type }) => type === "aws:iot/topicRule:TopicRule");
        assert.deepEqual(
            rules.map(({ dependencies }) => dependencies.includes("shared-association")),
            [true, true],
        );
    });
});
