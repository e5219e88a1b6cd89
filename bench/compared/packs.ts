import { availableParallelism, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { openSandbox } from "../../sandbox";
import { MISTAKEN_PATHS } from "../../tests/policies/engine/mistakes";
import { type Report, reportsIn } from "../../tests/policies/engine/reports";
import { awsGuard, compliancePolicies, emptyPack, type Pack } from "./otherPacks";
import { ran } from "./run";
import { OTHER_MISTAKES, writeStack } from "./stack";

const ROUNDS = 4;
const STARTS = 5;
const root = resolve(__dirname, "../..");

interface Judged {
    readonly name: string;
    readonly about: string;
    readonly packs: readonly string[];
    seconds: number;
    /** Of the processor, until all its packs are ready. */
    start: number;
    reports: readonly Report[];
    aborted: number;
}

/** One program before each pack, in turns; what each finds, and its best time. */
export async function comparePacks(folder: string): Promise<void> {
    const stack = writeStack(folder);
    const others = [awsGuard(folder), await compliancePolicies(folder)];
    const ours = ["required", "recommended"].map((name) => join(root, "policies", name));
    const all: Judged[] = [
        judged("no pack", "", []),
        ...[emptyPack(folder), ...others].flatMap(ready),
        judged("both our packs", `${MISTAKEN_PATHS.length} mistakes are theirs to find`, ours),
    ];
    const sandbox = await openSandbox();
    // A preview is mostly waiting; on a machine with other work its time says nothing.
    const isBusy = loadavg()[0]! > availableParallelism();
    for (let round = 0; round < (isBusy ? 1 : ROUNDS); round++) {
        for (const one of all) {
            const since = performance.now();
            const { stdout, stderr, exitCode } = await sandbox.preview(stack, { packs: one.packs });
            const seconds = (performance.now() - since) / 1000;
            one.reports = reportsIn(stdout + stderr);
            one.aborted = (stdout + stderr).match(/can't run policy/g)?.length ?? 0;
            if (exitCode !== 0 && one.reports.length === 0) throw new Error(`${one.name}: ${stdout}${stderr}`);
            one.seconds = Math.min(one.seconds, seconds);
            one.start = Math.min(
                one.start,
                one.packs.map(startOf).reduce((sum, time) => sum + time, 0),
            );
        }
    }
    for (let round = 0; round < STARTS; round++) {
        for (const one of all) {
            one.start = Math.min(
                one.start,
                one.packs.map(startOf).reduce((sum, time) => sum + time, 0),
            );
        }
    }
    print(all, isBusy);
    for (const one of others) if ("missing" in one) console.log(`  left out: ${one.name}: ${one.missing}`);
}

/** Until a pack is ready, in seconds of the processor: what else the machine does counts less. */
function startOf(folder: string): number {
    const program = `
        require(${JSON.stringify(folder)});
        setImmediate(() => {
            const { user, system } = process.cpuUsage();
            console.error("started " + (user + system));
            process.exit(0);
        });`;
    const { err } = ran(process.execPath, ["-e", program], folder);
    return Number(/^started (\d+)$/m.exec(err)?.[1]) / 1e6;
}

function ready(pack: Pack): Judged[] {
    return "missing" in pack ? [] : [judged(pack.name, pack.about, [pack.folder])];
}

function judged(name: string, about: string, packs: readonly string[]): Judged {
    return {
        name,
        about,
        packs,
        seconds: Number.POSITIVE_INFINITY,
        start: Number.POSITIVE_INFINITY,
        reports: [],
        aborted: 0,
    };
}

function print(all: readonly Judged[], isBusy: boolean): void {
    const empty = all.find(({ name }) => name === "an empty pack")!;
    console.log(
        `preview of the rule with ${MISTAKEN_PATHS.length} mistakes and ${OTHER_MISTAKES.length} mistakes elsewhere`,
    );
    console.log(`${"".padEnd(36)}of 14   of ${OTHER_MISTAKES.length}   other   start    preview`);
    if (isBusy) console.log("    (the machine has other work: the time of previews is not measured)");
    for (const { name, about, reports, seconds, start, aborted } of all) {
        const [found, elsewhere] = [mistakesFound(reports), othersFound(reports)];
        const rest = reports.filter((one) => !isMistake(one) && !isElsewhere(one)).length;
        const counts = [found, elsewhere, rest].map((count) => String(count).padStart(5)).join("   ");
        const times = `${ratio(start / empty.start)}   ${isBusy ? "" : ratio(seconds / empty.seconds)}`;
        console.log(`${name.padEnd(36)}${counts}   ${times}`);
        if (about !== "") console.log(`    ${about}`);
        if (aborted > 0) console.log(`    ${aborted} policies could not run at preview, for unknown values`);
    }
}

function ratio(times: number): string {
    return times === 0 ? "      " : `${times.toFixed(2)} x`;
}

/** How many of the mistakes have a report at their path; of another pack, one that names the property is enough. */
function mistakesFound(reports: readonly Report[]): number {
    return MISTAKEN_PATHS.filter((path) => reports.some((one) => isAbout(one, path))).length;
}

function isMistake(report: Report): boolean {
    return MISTAKEN_PATHS.some((path) => isAbout(report, path));
}

function isAbout({ resource, path, message }: Report, mistaken: string): boolean {
    if (resource !== "mistaken") return false;
    const property = /([\w.]+)(?:"\])?$/.exec(mistaken)![1]!;
    return path === mistaken || (!path.includes("kafkas") && `${path} ${message}`.includes(` ${property} `));
}

function othersFound(reports: readonly Report[]): number {
    return OTHER_MISTAKES.filter((name) => reports.some(({ resource }) => resource === name)).length;
}

function isElsewhere({ resource }: Report): boolean {
    return (OTHER_MISTAKES as readonly string[]).includes(resource);
}
