import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CATALOGUE } from "../constraints";
import { policyOf } from "../policies/policy";
import { Session } from "../policies/session";
import { openSandbox } from "../sandbox";
import { ruleWith } from "../tests/policies/engine/mistakes";
import { NEW_DESTINATION, type Program, writeProgram } from "../tests/policies/engine/program";
import { analyzeStack, DESTINATION, type Given, RULE, urnOf } from "../tests/policies/requests";
import { DESTINATION_PROPS } from "../tests/policies/sample";

export const about =
    "packs beside empty ones: their start, a preview of 400 raw rules, memory; stack rules to 5,000 resources";

const RULES = 400;
/** Our packs may take this much longer than two that judge nothing: what any pack costs is Pulumi's. */
const PREVIEW_AIM = 1.1;
const START_AIM = 1.15;
const STARTS = 5;

const root = resolve(__dirname, "..");

export async function run(): Promise<void> {
    const program = programOf(RULES);
    try {
        starts(program);
        await previews(program);
        stacks();
    } finally {
        program.remove();
    }
}

function programOf(count: number): Program {
    const names = Array.from({ length: count }, (_, index) => `rule_${index}`);
    const rule = (name: string) => ruleWith({ destinationArn: NEW_DESTINATION }, {}, { name: `plant_${name}` });
    return writeProgram(Object.fromEntries(names.map((name) => [name, rule(name)])));
}

/** From the start of a process to a pack that is ready, by the time of the processor, and what it keeps in memory. */
function starts(program: Program): void {
    const packs: Record<string, string> = { "an empty pack": emptyPack(program.folder, "start") };
    for (const name of ["required", "recommended"]) packs[`iot-kafka-${name}`] = join(root, "policies", name);
    const best = new Map<string, { time: number; memory: number }>();
    for (let round = 0; round < STARTS; round++) {
        for (const [name, folder] of Object.entries(packs)) {
            const measured = start(folder);
            if (measured.time < (best.get(name)?.time ?? Number.POSITIVE_INFINITY)) best.set(name, measured);
        }
    }
    const empty = best.get("an empty pack")!;
    console.log(`start of a pack, best of ${STARTS}, by the processor's time`);
    for (const [name, { time, memory }] of best) {
        const ratio = (time / empty.time).toFixed(2);
        console.log(
            `  ${name.padEnd(22)} ${time.toFixed(0).padStart(5)} ms  ${ratio} x  ${memory.toFixed(0).padStart(4)} MB`,
        );
    }
    const worst = Math.max(...[...best.values()].map(({ time }) => time)) / empty.time;
    console.log(`aim: at most ${START_AIM} x an empty one: ${worst <= START_AIM ? "met" : "missed"}`);
}

function start(folder: string): { time: number; memory: number } {
    const program = `
        require(${JSON.stringify(folder)});
        setImmediate(() => {
            const { user, system } = process.cpuUsage();
            console.error(JSON.stringify({ time: (user + system) / 1000, memory: process.memoryUsage().rss / 1e6 }));
            process.exit(0);
        });`;
    const { stderr } = spawnSync(process.execPath, ["-e", program], { cwd: folder, encoding: "utf8" });
    return JSON.parse(stderr.trim().split("\n").at(-1)!) as { time: number; memory: number };
}

/** Previews in turn, so that what else the machine does meets all alike; the best time of each counts. */
async function previews(program: Program): Promise<void> {
    const sandbox = await openSandbox();
    const variants = {
        "no pack": [],
        "two empty packs": ["one", "two"].map((name) => emptyPack(program.folder, name)),
        "both our packs": ["required", "recommended"].map((name) => join(root, "policies", name)),
    };
    const times: Record<string, number> = {};
    await sandbox.preview(program.folder);
    for (let round = 0; round < 2; round++) {
        for (const [name, packs] of Object.entries(variants)) {
            const since = performance.now();
            const { exitCode, stdout } = await sandbox.preview(program.folder, { packs });
            if (exitCode !== 0) throw new Error(`The preview with ${name} failed:\n${stdout}`);
            times[name] = Math.min(times[name] ?? Number.POSITIVE_INFINITY, performance.now() - since);
        }
    }
    const empty = times["two empty packs"]!;
    console.log(`preview of ${RULES} raw rules, best of 2`);
    for (const [name, time] of Object.entries(times)) {
        const [seconds, ratio] = [(time / 1000).toFixed(1).padStart(5), (time / empty).toFixed(2)];
        console.log(`  ${name.padEnd(16)} ${seconds} s  ${ratio} x two empty packs`);
    }
    const ratio = times["both our packs"]! / empty;
    console.log(`aim: our packs at most ${PREVIEW_AIM} x two empty ones: ${ratio <= PREVIEW_AIM ? "met" : "missed"}`);
}

/** The policies about a whole stack, in this process: rules and the destinations that they are joined to. */
function stacks(): void {
    console.log("all policies about a stack, by its resources");
    for (const count of [1250, 2500, 5000]) {
        const session = new Session();
        const policies = CATALOGUE.filter(({ joins }) => joins).map((one, order) => policyOf(one, session, order));
        const given = Array.from({ length: count / 2 }, (_, index) => pair(index)).flat();
        const since = performance.now();
        // What the server does for each policy anew is left out: one copy of the resources serves all of them.
        analyzeStack(policies, given, {}, { isShared: true });
        const time = performance.now() - since;
        console.log(
            `  ${String(count).padStart(5)}  ${time.toFixed(0).padStart(6)} ms  ${((time / count) * 1000).toFixed(0)} µs each`,
        );
    }
}

function pair(index: number): Given[] {
    const destination: Given = { type: DESTINATION, name: `destination-${index}`, props: DESTINATION_PROPS };
    const props = ruleWith({ destinationArn: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }, {}, { name: `plant_${index}` });
    return [destination, { type: RULE, name: `rule-${index}`, props, references: { kafkas: [urnOf(destination)] } }];
}

/** A compiled pack without a policy. */
function emptyPack(parent: string, name: string): string {
    const folder = join(parent, `pack-${name}`);
    mkdirSync(folder);
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    writeFileSync(join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\nversion: 1.0.0\n");
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    const program = `const { PolicyPack } = require("@pulumi/policy"); new PolicyPack("empty-${name}", { policies: [] });`;
    writeFileSync(join(folder, "index.js"), program);
    return folder;
}
