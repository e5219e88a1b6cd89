import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Output, runtime } from "@pulumi/pulumi";
import { parse } from "yaml";
import { awsMocks } from "../../components/testing";

const ROOT = join(__dirname, "../..");
const PROGRAM = join(ROOT, "index.ts");

/** What the root stack gives with these settings over its defaults. */
async function outputsWith(settings: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
    const project = parse(readFileSync(join(ROOT, "Pulumi.yaml"), "utf8")) as {
        readonly config: Readonly<Record<string, { readonly default: string }>>;
    };
    const all = {
        ...Object.fromEntries(Object.entries(project.config).map(([key, one]) => [key, one.default])),
        ...settings,
    };
    await runtime.setMocks(awsMocks(), "iotkafka", "dev");
    runtime.setAllConfig(Object.fromEntries(Object.entries(all).map(([key, value]) => [`iotkafka:${key}`, value])));
    delete require.cache[PROGRAM];
    const given = require(PROGRAM) as Readonly<Record<string, Output<unknown>>>;
    const values = Object.entries(given).map(
        async ([name, output]) => [name, await new Promise((resolve) => output.apply(resolve))] as const,
    );
    return Object.fromEntries(await Promise.all(values));
}

const ALWAYS = [
    "bootstrapServers",
    "destinationArn",
    "logGroupName",
    "ruleArn",
    "ruleName",
    "subnetIds",
    "topic",
    "vpcId",
];
const NETWORK = {
    vpcId: "vpc-0a1b2c3d4e5f60718",
    subnetIds: '["subnet-0a1b2c3d4e5f60718","subnet-0a1b2c3d4e5f60719"]',
};
const BROKERS = "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096";
const CLUSTER = "arn:aws:kafka:us-east-1:602911837465:cluster/plant/1f2e3d4c-5b6a-4978-8695-a4b3c2d1e0f9-2";

describe("the outputs of the root stack", () => {
    after(() => runtime.setAllConfig({}));

    for (const [title, settings, more] of [
        ["a new cluster", {}, ["clusterArn", "secretName"]],
        ["a user that exists", { ...NETWORK, secretId: "AmazonMSK_plant" }, ["clusterArn"]],
        [
            "a cluster that exists",
            { ...NETWORK, bootstrapServers: BROKERS, clusterArn: CLUSTER },
            ["clusterArn", "secretName"],
        ],
        ["brokers of another cluster", { ...NETWORK, bootstrapServers: "broker.plant.example:9092" }, ["secretName"]],
        [
            "another cluster and a user that exists",
            { ...NETWORK, bootstrapServers: "broker.plant.example:9092", secretId: "plant" },
            [],
        ],
    ] as const) {
        it(`are those that exist, with ${title}`, async () => {
            const outputs = await outputsWith(settings);
            assert.deepEqual(Object.keys(outputs).sort(), [...ALWAYS, ...more].sort());
            for (const [name, value] of Object.entries(outputs)) assert.notEqual(value, undefined, name);
        });
    }
});
