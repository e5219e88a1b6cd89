import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openTestStack } from "../tests/components/engine/testStack";

export const about =
    "a pipeline with 100 rules by components, beside the same resources written by hand; 1 to 1,000 rules";

/**
 * Components may take this much longer than the same resources by hand. What they take more is, by a profile, the loading of
 * all constraints and the checking of every rule's arguments, each under a tenth of the program's time; most of that time
 * is the SDK's own, by hand as well.
 */
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

/**
 * What a stack export says, as somebody would write it by hand with @pulumi/aws: each resource with its inputs, and the id or
 * ARN of another one as that one's output. With groups there is a plain component wherever ours is one, so that the
 * engine is asked for the same things.
 */
function byHand(file: string): string {
    return `
        const { ComponentResource } = require("@pulumi/pulumi");
        const groups = new Map();
        const outputs = new Map();
        const withEdges = (value) => {
            if (typeof value === "string") return outputs.get(value) ?? value;
            if (Array.isArray(value)) return value.map(withEdges);
            if (typeof value !== "object" || value === null) return value;
            return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withEdges(inner)]));
        };
        const classOf = (type) => {
            const [library, path, name] = type.split(":");
            const module = path.split("/")[0];
            return require("@pulumi/" + library + (module === "index" ? "" : "/" + module))[name];
        };
        for (const { type, name, urn, parent, custom, id, arn, inputs } of JSON.parse(require("node:fs").readFileSync(${JSON.stringify(file)}, "utf8"))) {
            const opts = { parent: groups.get(parent) };
            if (custom) {
                const made = new (classOf(type))(name, withEdges(inputs), opts);
                outputs.set(id, made.id);
                if (arn) outputs.set(arn, made.arn);
            } else {
                const group = new ComponentResource(type.replace("iotkafka", "byhand"), name, withEdges(inputs), opts);
                groups.set(urn, group);
                group.registerOutputs({});
            }
        }`;
}

interface Exported {
    readonly type: string;
    readonly urn: string;
    readonly parent?: string;
    readonly custom: boolean;
    readonly id?: string;
    readonly inputs?: Readonly<Record<string, unknown>>;
    readonly outputs?: Readonly<Record<string, unknown>>;
}

interface ByHand extends Exported {
    readonly name: string;
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
    const resources = await madeBy(components);
    const flat = resources.filter(({ custom }) => custom);
    const programs = {
        flat: writeProgram(folder, "flat", byHand(writeResources(folder, "flat", flat))),
        grouped: writeProgram(folder, "grouped", byHand(writeResources(folder, "grouped", resources))),
        components,
    };
    const times = {
        flat: Number.POSITIVE_INFINITY,
        grouped: Number.POSITIVE_INFINITY,
        components: Number.POSITIVE_INFINITY,
    };
    for (let round = 0; round < ROUNDS; round++) {
        for (const name of Object.keys(programs) as (keyof typeof programs)[]) {
            times[name] = Math.min(times[name], await preview(programs[name]));
        }
    }
    const ratio = times.components / times.grouped;
    console.log(`preview of a pipeline and 99 rules more, ${resources.length} resources, best of ${ROUNDS}`);
    console.log(`  by hand, without groups           ${seconds(times.flat)}`);
    console.log(`  by hand, in the same groups       ${seconds(times.grouped)}`);
    console.log(`  by components                     ${seconds(times.components)}`);
    console.log(`  ${ratio.toFixed(2)} x in the same groups, aim ${AIM}: ${ratio <= AIM ? "met" : "missed"}`);
    console.log(`  ${(times.components / times.flat).toFixed(2)} x without groups`);
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

function writeResources(folder: string, name: string, resources: readonly ByHand[]): string {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(resources));
    return file;
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

/** The resources that a program makes, components included, each after its parent. */
async function madeBy(program: string): Promise<ByHand[]> {
    const stack = await openTestStack(program);
    try {
        const { exitCode, stdout } = await stack.pulumi("up", "--yes", "--skip-preview");
        if (exitCode !== 0) throw new Error(`The update failed:\n${stdout}`);
        const exported = await stack.pulumi("stack", "export", "--show-secrets");
        const { deployment } = JSON.parse(exported.stdout) as { deployment: { resources: readonly Exported[] } };
        return deployment.resources
            .filter(({ type }) => !type.startsWith("pulumi:"))
            .map(({ type, urn, parent = "", custom, id = "", inputs = {}, outputs = {} }) => ({
                ...{ type, urn, parent, custom, id, arn: outputs.arn },
                name: urn.split("::").at(-1)!,
                inputs: plain(inputs) as Record<string, unknown>,
            }));
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
