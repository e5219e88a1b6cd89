/**
 * `npm run build`: grammar -> parser, TypeScript -> types and few files of JavaScript in dist/, and the link that lets a checkout
 * import itself by name.
 * `--grammar` stops after the parser, which is all that the tests and the type check need.
 */
import { spawn } from "node:child_process";
import { lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import peggy from "peggy";
import { bundle } from "./bundle";

const root = resolve(__dirname, "..");
const PARSER = "iotSql.generated.js";

/** The parser is made at build time, so that nothing of the generator is loaded (or installed) at run time. */
function generateParser(): void {
    const grammar = join(root, "language", "iotSql.peggy");
    const source = peggy.generate(readFileSync(grammar, "utf8"), {
        format: "commonjs",
        grammarSource: "iotSql.peggy",
        output: "source",
        allowedStartRules: ["Statement", "Template"],
        cache: false,
    });
    writeFileSync(join(root, "language", PARSER), source);
}

/** Examples import the package by its name, as users do; npm installs no package into itself. */
function linkSelf(): void {
    const link = join(root, "node_modules", "pulumi-iot-kafka");
    if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link, { recursive: true });
    symlinkSync(root, link, process.platform === "win32" ? "junction" : "dir");
}

/** Types, file by file, as the TypeScript of whoever uses the package reads them. */
function declare(): Promise<void> {
    const compiler = require.resolve("typescript/bin/tsc");
    const tsc = spawn(process.execPath, [compiler, "-p", join(root, "tsconfig.build.json")], { stdio: "inherit" });
    return new Promise((done, fail) => {
        tsc.once("error", fail);
        tsc.once("exit", (code) => (code === 0 ? done() : fail(new Error("the types have errors, see above"))));
    });
}

async function build(): Promise<void> {
    generateParser();
    if (process.argv.includes("--grammar")) return;
    linkSelf();
    // JavaScript is made whatever the types say, so that half of a change can be tried.
    const [types, script] = await Promise.allSettled([declare(), bundle(join(root, "dist"))]);
    for (const one of [script, types]) if (one.status === "rejected") throw one.reason;
}

build().catch((error: Error) => {
    console.error(`npm run build: ${error.message}`);
    process.exitCode = 1;
});
