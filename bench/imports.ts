import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";

export const about = "loading of the package, beside what any program for AWS IoT loads";

/** The package may take this much longer to load than `@pulumi/pulumi` and `@pulumi/aws/iot` alone. */
const AIM = 1.1;
const ROUNDS = 15;

const root = resolve(__dirname, "..");

const ALONE = `require("@pulumi/pulumi"); require("@pulumi/aws/iot");`;
const LOADED: Readonly<Record<string, string>> = {
    "@pulumi/pulumi and @pulumi/aws/iot alone": ALONE,
    "pulumi-iot-kafka": `${ALONE} require("pulumi-iot-kafka");`,
    "pulumi-iot-kafka/constraints": `${ALONE} require("pulumi-iot-kafka/constraints");`,
    "pulumi-iot-kafka/simulator": `${ALONE} require("pulumi-iot-kafka/simulator");`,
};

interface Loading {
    readonly wall: number;
    readonly processor: number;
}

/** Each in a process of its own, in turn, so that what else the machine does meets all alike; the median of each counts. */
export async function run(): Promise<void> {
    const all = new Map(Object.keys(LOADED).map((name): [string, Loading[]] => [name, []]));
    for (let round = 0; round < ROUNDS; round++) {
        for (const [name, loadings] of all) loadings.push(load(LOADED[name]!));
    }
    const [[, alone], [, ours]] = [...all] as [[string, Loading[]], [string, Loading[]]];
    console.log(`time to load, median of ${ROUNDS} processes in turn`);
    console.log(`${" ".repeat(42)}      wall         processor`);
    for (const [name, loadings] of all) {
        const columns = (["wall", "processor"] as const).map((kind) => {
            const time = median(loadings, kind);
            return `${time.toFixed(0).padStart(6)} ms ${(time / median(alone, kind)).toFixed(2)} x`;
        });
        console.log(`  ${name.padEnd(42)}${columns.join("  ")}`);
    }
    const ratio = median(ours, "processor") / median(alone, "processor");
    console.log(`aim: at most ${AIM} x of the processor's time: ${ratio <= AIM ? "met" : "missed"}`);
}

function load(program: string): Loading {
    const measured = `
        const since = performance.now();
        ${program}
        const wall = performance.now() - since;
        const { user, system } = process.cpuUsage();
        console.log(JSON.stringify({ wall, processor: (user + system) / 1000 }));`;
    // By its own name, as a program would: from a folder whose node_modules hold the package.
    const { stdout, stderr } = spawnSync(process.execPath, ["-e", measured], {
        cwd: join(root, "bench"),
        encoding: "utf8",
    });
    if (stdout === "") throw new Error(`It could not be loaded:\n${stderr}`);
    return JSON.parse(stdout) as Loading;
}

function median(loadings: readonly Loading[], kind: keyof Loading): number {
    const sorted = loadings.map((loading) => loading[kind]).sort((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)]!;
}
