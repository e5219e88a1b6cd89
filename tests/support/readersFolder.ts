import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "..", "..");

/** The package by its names, from its sources. */
const PATHS = {
    "pulumi-iot-kafka": [join(root, "components", "index.ts")],
    "pulumi-iot-kafka/testing": [join(root, "components", "testing", "index.ts")],
};

/** A folder in which tsx runs what a page shows. */
export interface ReadersFolder {
    readonly path: string;
    /** With which the programs find the package. */
    readonly environment: NodeJS.ProcessEnv;
    remove(): void;
}

/** @param modules of the checkout, by their names in node_modules; none for all of them */
export function readersFolder(files: Readonly<Record<string, string>>, modules?: readonly string[]): ReadersFolder {
    const path = mkdtempSync(join(tmpdir(), "iot-kafka-reader-"));
    const tsconfig = join(path, "tsconfig.json");
    for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
    writeFileSync(join(path, "package.json"), "{}");
    writeFileSync(tsconfig, JSON.stringify({ compilerOptions: { paths: PATHS } }));
    const installed = join(path, "node_modules");
    if (modules === undefined) symlinkSync(join(root, "node_modules"), installed, "junction");
    else {
        mkdirSync(installed);
        for (const name of modules) symlinkSync(join(root, "node_modules", name), join(installed, name), "junction");
    }
    return {
        path,
        environment: { ...process.env, TSX_TSCONFIG_PATH: tsconfig },
        remove: () => rmSync(path, { recursive: true, force: true }),
    };
}
