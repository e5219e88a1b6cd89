import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Sandbox } from "../../../sandbox";
import { BOTH_PACKS, ROOT } from "../../support/programs";
import { reportsIn } from "./reports";

/** What was found in a stack, as sorted lines that the two ways of finding it can be compared by. */
export interface Audit {
    readonly exitCode: number;
    readonly output: string;
    /** Level, constraint, name of the resource, path. */
    readonly findings: readonly string[];
    /** Constraint and path, `of`, name of the resource. */
    readonly undetermined: readonly string[];
}

interface Checked {
    readonly findings: readonly { constraint: string; level: string; resource: string; path: string }[];
    readonly undetermined: readonly { constraint: string; resource: string; path: string }[];
}

const UNDETERMINED = /^ *iot-kafka-\w+: undetermined ([\w-]+) at (.+) of (\S+): /gm;

/** `pulumi policy analyze` with both packs, which list what they leave undetermined. */
export async function analyzed(
    sandbox: Sandbox,
    folder: string,
    args: readonly string[],
    environment: NodeJS.ProcessEnv = {},
): Promise<Audit> {
    const configuration = join(folder, "policies.json");
    writeFileSync(configuration, JSON.stringify({ "report-undetermined": "advisory" }));
    const packs = BOTH_PACKS.flatMap((pack) => ["--policy-pack", pack, "--policy-pack-config", configuration]);
    const ended = await toldToTheEnd(() =>
        sandbox.run(["policy", "analyze", ...args, ...packs], { cwd: folder, environment }),
    );
    const output = ended.stdout + ended.stderr;
    const findings = reportsIn(output).map(({ level, policy, resource, path }) =>
        [level, policy, resource, path === "the resource" ? "" : path].join(" "),
    );
    const undetermined = [...output.matchAll(UNDETERMINED)].map(([, constraint, path, resource]) =>
        line(constraint!, path!, resource!),
    );
    return { exitCode: ended.exitCode, output, findings: findings.sort(), undetermined: undetermined.sort() };
}

type Ended = Awaited<ReturnType<Sandbox["run"]>>;

/** The engine may end before it has passed on what a pack printed last: it is asked again where a closing line is missing. */
async function toldToTheEnd(run: () => Promise<Ended>, times = 3): Promise<Ended> {
    const ended = await run();
    const closed = (ended.stdout + ended.stderr).match(/^ *iot-kafka-\w+: judged /gm) ?? [];
    return closed.length >= BOTH_PACKS.length || times === 1 ? ended : toldToTheEnd(run, times - 1);
}

/** `iot-kafka check` on an export. */
export async function checked(file: string): Promise<Audit> {
    const args = [join(ROOT, "bin", "iot-kafka.js"), "check", file, "--format", "json"];
    const [exitCode, output] = await new Promise<[number, string]>((done) =>
        execFile(process.execPath, args, { maxBuffer: 1 << 26 }, (error, stdout) =>
            done([typeof error?.code === "number" ? error.code : 0, stdout]),
        ),
    );
    const { findings, undetermined } = JSON.parse(output) as Checked;
    return {
        exitCode,
        output,
        findings: findings
            .map(({ level, constraint, resource, path }) => [level, constraint, nameIn(resource), path].join(" "))
            .sort(),
        undetermined: undetermined
            .map(({ constraint, resource, path }) => line(constraint, path || "the resource", resource))
            .sort(),
    };
}

function line(constraint: string, path: string, resource: string): string {
    return `${constraint} ${path} of ${nameIn(resource)}`;
}

function nameIn(urn: string): string {
    return urn.split("::").at(-1)!;
}
