/**
 * `npm run check`: types, lint and format, import directions, generated docs. Each is run even when one before it
 * failed, so that one run shows everything.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "..");

const STEPS: readonly { readonly name: string; readonly command: readonly string[] }[] = [
    { name: "types", command: [require.resolve("typescript/bin/tsc"), "--noEmit", "-p", "tsconfig.json"] },
    {
        name: "types of the examples",
        command: [require.resolve("typescript/bin/tsc"), "--noEmit", "-p", "examples/tsconfig.json"],
    },
    { name: "lint and format", command: [require.resolve("@biomejs/biome/bin/biome"), "check", "--error-on-warnings"] },
    {
        name: "import directions",
        command: [require.resolve("mocha/bin/mocha.js"), "--reporter", "dot", "tests/imports.test.ts"],
    },
    { name: "generated docs", command: ["--import=tsx", "scripts/docs.ts", "--check"] },
];

if (!existsSync(join(root, "language", "iotSql.generated.js"))) {
    spawnSync(process.execPath, ["--import=tsx", "scripts/build.ts", "--grammar"], { cwd: root, stdio: "inherit" });
}

const failed: string[] = [];
for (const { name, command } of STEPS) {
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });
    console.log(`  ${status === 0 ? "ok  " : "FAIL"} ${name}`);
    if (status !== 0) {
        failed.push(name);
        console.log(`${stdout}${stderr}`.trimEnd());
    }
}
if (failed.length > 0) {
    console.error(`npm run check: ${failed.join(", ")} failed`);
    process.exit(1);
}
