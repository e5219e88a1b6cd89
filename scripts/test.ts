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
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const root = resolve(__dirname, "..");
const inCi = process.env.CI === "true";

interface Result {
    readonly passed: number;
    readonly failed: number;
    /** What was not run, each with how to get it. */
    readonly skipped: readonly string[];
}

interface Part {
    readonly name: string;
    readonly about: string;
    run(): Result;
}

const PARTS: readonly Part[] = [
    { name: "check", about: "types, lint, generated docs", run: runCheck },
    {
        name: "unit",
        about: "everything that needs no engine",
        run: () => runMocha(testFiles((file) => !needsEngine(file))),
    },
    { name: "engine", about: "the real Pulumi engine with stand-ins for AWS and random", run: runEngine },
];

/** Tests of the engine stand in folders of that name, or in those whose whole subject it is. */
function needsEngine(file: string): boolean {
    return /(^|\/)engine[/.]/.test(file) || /^tests\/(cli|examples|readme)\//.test(file);
}

function testFiles(wanted: (file: string) => boolean): string[] {
    return readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" })
        .map((file) => `tests/${file.replaceAll("\\", "/")}`)
        .filter((file) => file.endsWith(".test.ts") && !file.startsWith("tests/fixtures/") && wanted(file))
        .sort();
}

function runCheck(): Result {
    const { status } = spawnSync(process.execPath, ["--import=tsx", "scripts/check.ts"], {
        cwd: root,
        stdio: "inherit",
    });
    return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [] };
}

function runEngine(): Result {
    if (!existsSync(join(root, "dist", "cli", "main.js"))) {
        return { passed: 0, failed: 1, skipped: ["the engine tests run the compiled command line: npm run build"] };
    }
    // Finds, fetches or builds the engine once, with progress, before the first test waits for it.
    const engine = spawnSync(process.execPath, ["bin/iot-kafka.js", "sandbox", "bin"], {
        cwd: root,
        stdio: ["ignore", "ignore", "inherit"],
    });
    if (engine.status !== 0) {
        return {
            passed: 0,
            failed: 0,
            skipped: ["the engine tests: no Pulumi engine could be had, see the lines above"],
        };
    }
    return runMocha(testFiles(needsEngine));
}

function runMocha(files: readonly string[]): Result {
    const folder = mkdtempSync(join(tmpdir(), "iot-kafka-tests-"));
    const resultFile = join(folder, "result.json");
    const mocha = [
        require.resolve("mocha/bin/mocha.js"),
        "--no-config",
        "--node-option",
        "import=tsx",
        "--timeout",
        "60000",
    ];
    const selection = flags.grep === undefined ? [] : ["--grep", flags.grep];
    const coverage = flags.coverage
        ? [require.resolve("c8/bin/c8.js"), "--reporter", "text", "--reporter", "html"]
        : [];
    const command = [...coverage, ...mocha, "--reporter", "scripts/reporter.cjs", ...selection, ...files];
    const { status } = spawnSync(process.execPath, command, {
        cwd: root,
        stdio: "inherit",
        env: { ...process.env, TEST_RESULT: resultFile },
    });
    try {
        const result = JSON.parse(readFileSync(resultFile, "utf8")) as Result;
        // Mocha may also fail without a failed test, for instance when a file cannot be loaded.
        return status !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
    } catch {
        return { passed: 0, failed: 1, skipped: [] };
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

function chosenParts(): readonly Part[] {
    const names = flags.unit || flags.coverage ? ["unit"] : flags.part;
    if (!names) return PARTS;
    const unknown = names.filter((name) => !PARTS.some((part) => part.name === name));
    if (unknown.length > 0) {
        console.error(
            `npm test: no part is called ${unknown.join(", ")}; there are ${PARTS.map((part) => part.name).join(", ")}`,
        );
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

let passed = 0;
let failed = 0;
const skipped: string[] = [];
const parts = chosenParts();
if (!existsSync(join(root, "language", "iotSql.generated.js"))) {
    spawnSync(process.execPath, ["--import=tsx", "scripts/build.ts", "--grammar"], { cwd: root, stdio: "inherit" });
}
for (const [index, part] of parts.entries()) {
    const since = Date.now();
    console.log(
        `\n[${index + 1}/${parts.length}] ${part.name}: ${part.about}   (alone: npm test -- --part ${part.name})`,
    );
    const result = part.run();
    passed += result.passed;
    failed += result.failed;
    skipped.push(...result.skipped.map((what) => `${part.name}: ${what}`));
    console.log(
        `  ${part.name}: ${result.passed} passed, ${result.failed} failed, ${((Date.now() - since) / 1000).toFixed(0)} s`,
    );
}
if (skipped.length > 0) console.log(`\nnot run:\n${skipped.map((what) => `  - ${what}`).join("\n")}`);
if (inCi) failed += skipped.length;
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
