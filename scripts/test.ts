/**
 * `npm test`: all parts one after the other, what each gave, and `N passed, N failed` at the end.
 *
 *   npm test -- --unit            the fast part only, for daily work
 *   npm test -- --part engine     one part by name
 *   npm test -- --grep "acks"     tests whose title holds these words, in the chosen parts
 *   npm test -- --coverage        the unit part with its line coverage
 *
 * With CI=true a skipped test, or a part that cannot run here, counts as a failure.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { HOW_TO_GET_KAFKA, kafkaJars } from "../tests/kafka/broker/lab/jars";
import { HOW_TO_GET_KERBEROS, haveKerberos } from "../tests/kafka/broker/lab/kdc";
import { chromium, HOW_TO_GET_CHROMIUM } from "./chromium";
import { HOW_TO_GET_JAVA, haveJava } from "./java";

const root = resolve(__dirname, "..");
const inCi = process.env.CI === "true";

interface Result {
    readonly passed: number;
    readonly failed: number;
    /** File and title of each failed test. */
    readonly failures?: readonly string[];
    /** What was not run, each with how to get it. */
    readonly skipped: readonly string[];
}

interface Part {
    readonly name: string;
    readonly about: string;
    /** Runs beside the part before it: each of them is one process. What they need is installed one after the other. */
    readonly beside?: boolean;
    run(): Promise<Result>;
}

const PARTS: readonly Part[] = [
    { name: "check", about: "types, lint, generated docs", run: runCheck },
    {
        name: "types",
        about: "what must and what must not compile",
        beside: true,
        run: () => runMocha(testFiles(needsCompiler)),
    },
    { name: "properties", about: "random and exhaustive inputs, hostile texts", run: () => runDealt(isExhaustive) },
    { name: "unit", about: "everything else that needs no engine", run: () => runDealt(isUnit) },
    { name: "java", about: "key stores read by Java and OpenSSL", run: runJava },
    { name: "kafka", about: "a real broker and KDC, with Java's producer beside ours", beside: true, run: runKafka },
    { name: "browser", about: "the HTML report in headless Chromium", beside: true, run: runBrowser },
    { name: "engine", about: "the real Pulumi engine with stand-ins for AWS and random", run: runEngine },
    { name: "package", about: "the tarball, installed by a stranger; Node 20, 22 and 24", run: runPackage },
];

/** Tests that start the TypeScript compiler. */
function needsCompiler(file: string): boolean {
    return /^tests\/(types|docs)\//.test(file);
}

/** Tests that try very many inputs. For daily work the plain tests of the same code will do. */
function isExhaustive(file: string): boolean {
    return /^tests\/(language\/(hostile|places|properties|evaluate\/(limits|properties))|constraints\/(secrets|(\w+\/)?total|unknowns)|policies\/(native|unknowns))\.test\.ts$/.test(
        file,
    );
}

function isUnit(file: string): boolean {
    return ![needsCompiler, needsEngine, needsBrowser, needsBroker, needsJava, needsPackage, isExhaustive].some(
        (needs) => needs(file),
    );
}

/** Tests of the tarball, in one process: its peers are installed once. */
function needsPackage(file: string): boolean {
    return /^tests\/package\//.test(file);
}

/** Tests in which Java reads what we write. */
function needsJava(file: string): boolean {
    return /\.java\.test\.ts$/.test(file);
}

/** Tests with a broker, in one process: it is started once. */
function needsBroker(file: string): boolean {
    return /^tests\/kafka\/broker\//.test(file);
}

function needsBrowser(file: string): boolean {
    return /\.browser\.test\.ts$/.test(file);
}

/** Tests of the engine stand in folders of that name, or in those whose whole subject it is. */
function needsEngine(file: string): boolean {
    return (
        /(^|\/)engine[/.]/.test(file) || /^tests\/(cli\/(?!(check|import|simulate)\/)|examples\/|readme\/)/.test(file)
    );
}

function testFiles(wanted: (file: string) => boolean): string[] {
    return readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" })
        .map((file) => `tests/${file.replaceAll("\\", "/")}`)
        .filter((file) => file.endsWith(".test.ts") && !file.startsWith("tests/fixtures/") && wanted(file))
        .sort();
}

async function runCheck(): Promise<Result> {
    const passes = (await exitCodeOf(["--import=tsx", "scripts/check.ts"], {})) === 0;
    if (passes) return { passed: 1, failed: 0, skipped: [] };
    return { passed: 0, failed: 1, failures: ["npm run check"], skipped: [] };
}

/** The files are dealt to as many processes as there are cores, few enough for a laptop. */
async function runDealt(wanted: (file: string) => boolean): Promise<Result> {
    const files = testFiles(wanted);
    const processes = flags.coverage ? 1 : Math.min(4, availableParallelism());
    const hands = Array.from({ length: processes }, (_, hand) =>
        files.filter((_file, index) => index % processes === hand),
    );
    return sum(await Promise.all(hands.map((hand) => runMocha(hand))));
}

async function runEngine(): Promise<Result> {
    if (!existsSync(join(root, "dist", "cli", "main.js"))) {
        return { passed: 0, failed: 1, skipped: ["the engine tests run the compiled command line: npm run build"] };
    }
    // Finds, fetches or builds the engine once, with progress, before the first test waits for it.
    const engine = spawnSync(process.execPath, ["bin/iot-kafka.js", "sandbox", "bin"], {
        cwd: root,
        stdio: ["ignore", "ignore", "inherit"],
    });
    if (engine.status === 0) return runSideBySide(testFiles(needsEngine));
    return { passed: 0, failed: 0, skipped: ["no Pulumi engine could be had, and the lines above say how to get one"] };
}

/**
 * Previews wait more than they compute, so two run at once. Tests of the checkout's own stack share one folder, in which
 * Pulumi keeps settings: they go one after the other. Every other file has a state of its own and goes when there is room.
 */
async function runSideBySide(files: readonly string[]): Promise<Result> {
    const together = files.filter(worksInCheckout);
    const alone = files.filter((file) => !worksInCheckout(file)).map((file) => [file]);
    const waiting = together.length > 0 ? [together, ...alone] : alone;
    const results: Result[] = [];
    const work = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await runMocha(next, UNTYPED));
    };
    await Promise.all(Array.from({ length: Math.min(4, Math.max(2, availableParallelism())) }, work));
    return sum(results);
}

/** Types of programs are checked once, in the part that does nothing else; checking them is nearly half of a preview. */
const UNTYPED = { PULUMI_NODEJS_TRANSPILE_ONLY: "true" };

function worksInCheckout(file: string): boolean {
    return /^tests\/(cli\/(?!import)|examples\/|readme\/)/.test(file);
}

async function runPackage(): Promise<Result> {
    return runMocha(testFiles(needsPackage));
}

async function runJava(): Promise<Result> {
    if (haveJava()) return runMocha(testFiles(needsJava));
    return { passed: 0, failed: 0, skipped: [`no Java was found: ${HOW_TO_GET_JAVA}`] };
}

async function runKafka(): Promise<Result> {
    if (haveJava() && haveKerberos() && kafkaJars() !== undefined) return runMocha(testFiles(needsBroker));
    return {
        passed: 0,
        failed: 0,
        skipped: [`Java, a KDC or Kafka is missing: ${HOW_TO_GET_JAVA}; ${HOW_TO_GET_KERBEROS}; ${HOW_TO_GET_KAFKA}`],
    };
}

async function runBrowser(): Promise<Result> {
    const files = testFiles(needsBrowser);
    const browser = chromium();
    if (browser === undefined)
        return { passed: 0, failed: 0, skipped: [`no Chromium was found: ${HOW_TO_GET_CHROMIUM}`] };
    return runMocha(files, { CHROME_PATH: browser });
}

async function runMocha(files: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Result> {
    const folder = mkdtempSync(join(tmpdir(), "iot-kafka-tests-"));
    const resultFile = join(folder, "result.json");
    const mocha = [require.resolve("mocha/bin/mocha.js"), "--no-config", "--node-option", "import=tsx"];
    const settings = ["--timeout", "60000", "--reporter", "scripts/reporter.cjs"];
    const selection = flags.grep === undefined ? [] : ["--grep", flags.grep];
    const coverage = flags.coverage
        ? [require.resolve("c8/bin/c8.js"), "--reporter", "text", "--reporter", "html"]
        : [];
    const code = await exitCodeOf([...coverage, ...mocha, ...settings, ...selection, ...files], {
        TEST_RESULT: resultFile,
        ...more,
    });
    try {
        const result = JSON.parse(readFileSync(resultFile, "utf8")) as Result;
        // Mocha may also fail without a failed test, for instance when a file cannot be loaded.
        if (code === 0 || result.failed > 0) return result;
        return { ...result, failed: 1, failures: [`mocha ended with ${code}: ${files.join(" ")}`] };
    } catch {
        return { passed: 0, failed: 1, failures: [`not run to the end: ${files.join(" ")}`], skipped: [] };
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

function exitCodeOf(command: readonly string[], more: NodeJS.ProcessEnv): Promise<number | null> {
    return new Promise((done) => {
        const environment = { ...process.env, ...more };
        const child = spawn(process.execPath, command, { cwd: root, stdio: "inherit", env: environment });
        child.on("close", done);
    });
}

function sum(results: readonly Result[]): Result {
    return {
        passed: results.reduce((total, { passed }) => total + passed, 0),
        failed: results.reduce((total, { failed }) => total + failed, 0),
        failures: results.flatMap(({ failures = [] }) => failures),
        skipped: results.flatMap(({ skipped }) => skipped),
    };
}

/** The parts in order, those that run beside another one with it. */
function stages(parts: readonly Part[]): Part[][] {
    const found: Part[][] = [];
    for (const part of parts) {
        const last = found.at(-1);
        if (part.beside && last) last.push(part);
        else found.push([part]);
    }
    return found;
}

function chosenParts(): readonly Part[] {
    const names = flags.unit || flags.coverage ? ["unit"] : flags.part;
    if (!names) return PARTS;
    const unknown = names.filter((name) => !PARTS.some((part) => part.name === name));
    if (unknown.length > 0) {
        const known = PARTS.map((part) => part.name).join(", ");
        console.error(`npm test: no part is called ${unknown.join(", ")}; there are ${known}`);
        process.exit(64);
    }
    return PARTS.filter((part) => names.includes(part.name));
}

const { values: flags } = parseArgs({
    options: {
        unit: { type: "boolean", default: false },
        part: { type: "string", multiple: true },
        grep: { type: "string" },
        coverage: { type: "boolean", default: false },
    },
});

async function main(): Promise<number> {
    if (!existsSync(join(root, "language", "iotSql.generated.js"))) {
        spawnSync(process.execPath, ["--import=tsx", "scripts/build.ts", "--grammar"], { cwd: root, stdio: "inherit" });
    }
    const parts = chosenParts();
    const run = async (part: Part): Promise<Result> => {
        const since = Date.now();
        const { name, about } = part;
        const number = parts.indexOf(part) + 1;
        console.log(`\n[${number}/${parts.length}] ${name}: ${about}   (alone: npm test -- --part ${name})`);
        const { passed, failed, failures, skipped } = await part.run();
        console.log(`  ${name}: ${passed} passed, ${failed} failed, ${((Date.now() - since) / 1000).toFixed(0)} s`);
        return { passed, failed, ...(failures && { failures }), skipped: skipped.map((what) => `${name}: ${what}`) };
    };
    const results: Result[] = [];
    for (const together of stages(parts)) results.push(...(await Promise.all(together.map(run))));
    const { passed, failed, failures, skipped } = sum(results);
    if (skipped.length > 0) console.log(`\nnot run:\n${skipped.map((what) => `  - ${what}`).join("\n")}`);
    if (failures?.length) console.log(`\nfailed:\n${failures.map((what) => `  - ${what}`).join("\n")}`);
    const counted = inCi ? failed + skipped.length : failed;
    console.log(`\n${passed} passed, ${counted} failed`);
    return counted > 0 ? 1 : 0;
}

main().then((code) => {
    process.exitCode = code;
});
