/**
 * `npm run build`: grammar -> parser, TypeScript -> dist, each pack -> one file, and the link that lets a checkout import itself by name.
 * `--grammar` stops after the parser, which is all that the tests and the type check need.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";
import peggy from "peggy";

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

function compile(): void {
    execFileSync(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", join(root, "tsconfig.build.json")], {
        stdio: "inherit",
    });
    // The compiler leaves generated JavaScript where it is.
    copyFileSync(join(root, "language", PARSER), join(root, "dist", "language", PARSER));
}

/**
 * One file a pack, in the place of what the compiler wrote: the engine starts a process for each pack in every preview,
 * and hundreds of small files take longer to load than to run.
 */
function bundlePacks(): void {
    for (const pack of ["required", "recommended"]) {
        buildSync({
            entryPoints: [join(root, "policies", pack, "index.ts")],
            outfile: join(root, "dist", "policies", pack, "index.js"),
            bundle: true,
            platform: "node",
            target: "node20",
            external: ["@pulumi/*"],
            sourcemap: true,
            logLevel: "warning",
        });
    }
}

/**
 * One file a command, so that it starts at once and brings the libraries that it needs: installing the package installs
 * none of them. The sandbox starts programs of its own out of dist/ and stays as it is.
 */
function bundleCommands(): void {
    for (const command of ["check", "doctor", "explain", "import", "simulate"]) {
        buildSync({
            entryPoints: [join(root, "cli", "commands", `${command}.ts`)],
            outfile: join(root, "dist", "cli", "commands", `${command}.js`),
            bundle: true,
            platform: "node",
            target: "node20",
            allowOverwrite: true,
            logLevel: "warning",
        });
    }
}

/** The library half of `simulate`, with what evaluating needs: installing the package installs no libraries. */
function bundleSimulator(): void {
    buildSync({
        entryPoints: [join(root, "simulator", "index.ts")],
        outfile: join(root, "dist", "simulator", "index.js"),
        bundle: true,
        platform: "node",
        target: "node20",
        allowOverwrite: true,
        logLevel: "warning",
    });
}

generateParser();
if (!process.argv.includes("--grammar")) {
    compile();
    bundlePacks();
    bundleCommands();
    bundleSimulator();
    linkSelf();
}
