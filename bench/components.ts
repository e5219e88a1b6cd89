import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openTestStack } from "../tests/components/engine/testStack";

export const about =
    "a pipeline with 100 rules by components, beside the same resources written by hand; 1 to 1,000 rules";

/** Components may take this much longer than the resources that they make. */
const AIM = 1.15;
const ROUNDS = 2;

const root = resolve(__dirname, "..");

const NETWORK = `{ vpcId: "vpc-0a1b2c3d4e5f60718", subnetIds: ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719", "subnet-0a1b2c3d4e5f6071a"] }`;
const SQL = `"SELECT *, topic(2) AS deviceId FROM 'devices/+/telemetry'"`;

/** A pipeline, and more rules on its destination, cluster and credentials. */
function withComponents(rules: number): string {
    return `
        const { IotKafkaPipeline, KafkaCredentials, KafkaTopicRule } = require("pulumi-iot-kafka");
        const pipeline = new IotKafkaPipeline("plant", { sql: ${SQL}, topic: "telemetry", network: ${NETWORK} });
        const { destinationArn } = pipeline;
        const bootstrapServers = "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096";
        const secret = { secretId: "AmazonMSK_plant", roleArn: "arn:aws:iam::602911837465:role/kafka-secret-reader" };
        for (let index = 1; index < ${rules}; index++) {
            new KafkaTopicRule("rule" + index, {
                sql: "SELECT * FROM 'devices/" + index + "/telemetry'", topic: "telemetry", key: "\${topic(2)}",
                destinationArn, bootstrapServers, errorAction: "none",
                authentication: {
                    mode: "SCRAM-SHA-512",
                    username: { ...secret, key: "username" }, password: { ...secret, key: "password" },
                },
            });
        }`;
}

/** What a stack export says, written by hand: each resource with its inputs, nothing computed, no component. */
function byHand(file: string): string {
    return `
        const { CustomResource } = require("@pulumi/pulumi");
        class Raw extends CustomResource {}
        for (const { type, name, inputs } of JSON.parse(require("node:fs").readFileSync(${JSON.stringify(file)}, "utf8"))) {
            new Raw(type, name, inputs);
        }`;
}

interface Exported {
    readonly type: string;
    readonly urn: string;
    readonly custom: boolean;
    readonly inputs?: Readonly<Record<string, unknown>>;
}

export async function run(): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), "iot-kafka-bench-"));
    try {
        await measure(folder);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

async function measure(folder: string): Promise<void> {
    const components = writeProgram(folder, "components", withComponents(100));
    const state = join(folder, "resources.json");
    const resources = await madeBy(components);
    writeFileSync(state, JSON.stringify(resources));
    const raw = writeProgram(folder, "raw", byHand(state));
    const times = { components: Number.POSITIVE_INFINITY, raw: Number.POSITIVE_INFINITY };
    for (let round = 0; round < ROUNDS; round++) {
        times.raw = Math.min(times.raw, await preview(raw));
        times.components = Math.min(times.components, await preview(components));
    }
    const ratio = times.components / times.raw;
    console.log(`preview of a pipeline and 99 rules more, ${resources.length} resources, best of ${ROUNDS}`);
    console.log(`  by hand, values in place of edges ${seconds(times.raw)}`);
    console.log(`  by components                     ${seconds(times.components)}`);
    console.log(`  ${ratio.toFixed(2)} x, aim ${AIM}: ${ratio <= AIM ? "met" : "missed"}`);
    console.log("by the number of rules");
    for (const rules of [1, 10, 100, 1_000]) {
        const time = await preview(writeProgram(folder, `rules-${rules}`, withComponents(rules)));
        console.log(`  ${String(rules).padStart(5)} rules ${seconds(time)}`);
    }
}

function writeProgram(folder: string, name: string, text: string): string {
    const program = join(folder, name);
    mkdirSync(program);
    writeFileSync(join(program, "Pulumi.yaml"), `name: ${name}\nruntime: nodejs\nmain: index.js\n`);
    writeFileSync(join(program, "package.json"), "{}\n");
    writeFileSync(join(program, "index.js"), text);
    symlinkSync(join(root, "node_modules"), join(program, "node_modules"), "junction");
    return program;
}

/** Milliseconds. */
async function preview(program: string): Promise<number> {
    const stack = await openTestStack(program);
    try {
        const since = performance.now();
        const { exitCode, stdout, stderr } = await stack.pulumi("preview");
        if (exitCode !== 0) throw new Error(`The preview failed:\n${stdout}${stderr}`);
        return performance.now() - since;
    } finally {
        stack.close();
    }
}

/** The resources that a program makes, without its components. */
async function madeBy(program: string): Promise<object[]> {
    const stack = await openTestStack(program);
    try {
        const { exitCode, stdout } = await stack.pulumi("up", "--yes", "--skip-preview");
        if (exitCode !== 0) throw new Error(`The update failed:\n${stdout}`);
        const exported = await stack.pulumi("stack", "export", "--show-secrets");
        const { deployment } = JSON.parse(exported.stdout) as { deployment: { resources: readonly Exported[] } };
        return deployment.resources
            .filter(({ custom, type }) => custom && !type.startsWith("pulumi:"))
            .map(({ type, urn, inputs = {} }) => ({ type, name: urn.split("::").at(-1), inputs: plain(inputs) }));
    } finally {
        stack.close();
    }
}

/** Without the marks of secrets and of the provider's defaults. */
function plain(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== "object" || value === null) return value;
    const { plaintext } = value as { readonly plaintext?: string };
    if (plaintext !== undefined) return plain(JSON.parse(plaintext));
    const members = Object.entries(value).filter(([name]) => !name.startsWith("__"));
    return Object.fromEntries(members.map(([name, inner]) => [name, plain(inner)]));
}

function seconds(milliseconds: number): string {
    return `${(milliseconds / 1000).toFixed(1).padStart(6)} s`;
}
