import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openSandbox } from "../sandbox";
import { ruleWith } from "../tests/policies/engine/mistakes";
import { NEW_DESTINATION, writeProgram } from "../tests/policies/engine/program";

export const about = "a preview of 100 raw rules: without a pack, with two empty packs, with both of ours";

const RULES = 100;
/** Our packs may take this much longer than two that judge nothing: what any pack costs is Pulumi's. */
const AIM = 1.3;
const ROUNDS = 2;

const root = resolve(__dirname, "..");

/** Previews in turn, so that what else the machine does meets all alike; the best time of each counts. */
export async function run(): Promise<void> {
    const sandbox = await openSandbox();
    const names = Array.from({ length: RULES }, (_, index) => `rule_${index}`);
    const rule = (name: string) => ruleWith({ destinationArn: NEW_DESTINATION }, {}, { name: `plant_${name}` });
    const program = writeProgram(Object.fromEntries(names.map((name) => [name, rule(name)])));
    try {
        const variants = {
            "no pack": [],
            "two empty packs": ["one", "two"].map((name) => emptyPack(program.folder, name)),
            "both our packs": ["required", "recommended"].map((name) => join(root, "policies", name)),
        };
        const times: Record<string, number> = {};
        await sandbox.preview(program.folder);
        for (let round = 0; round < ROUNDS; round++) {
            for (const [name, packs] of Object.entries(variants)) {
                const since = performance.now();
                const { exitCode, stdout } = await sandbox.preview(program.folder, { packs });
                if (exitCode !== 0) throw new Error(`The preview with ${name} failed:\n${stdout}`);
                times[name] = Math.min(times[name] ?? Number.POSITIVE_INFINITY, performance.now() - since);
            }
        }
        print(times);
    } finally {
        program.remove();
    }
}

function print(times: Record<string, number>): void {
    const empty = times["two empty packs"]!;
    console.log(`preview of ${RULES} raw rules, best of ${ROUNDS}`);
    for (const [name, time] of Object.entries(times)) {
        console.log(
            `  ${name.padEnd(16)} ${(time / 1000).toFixed(1).padStart(5)} s  ${(time / empty).toFixed(2)} x two empty packs`,
        );
    }
    const ratio = times["both our packs"]! / empty;
    console.log(`aim: our packs at most ${AIM} x two empty ones: ${ratio <= AIM ? "met" : "missed"}`);
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
