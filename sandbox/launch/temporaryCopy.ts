import { cpSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { packageRoot } from "../folders";
import { SandboxProblem } from "../sandboxProblem";

/** Whether a program in this folder finds Pulumi's SDK. */
export function seesPulumi(folder: string): boolean {
    try {
        createRequire(join(folder, "package.json")).resolve("@pulumi/pulumi/package.json");
        return true;
    } catch {
        return false;
    }
}

/**
 * Copies a program whose dependencies are not installed, and links to it what it has, what this package sees, and this
 * package itself.
 *
 * @returns the copy's folder
 */
export function copyProgram(folder: string, parent: string): string {
    const copy = join(parent, basename(folder) || "program");
    try {
        cpSync(folder, copy, { recursive: true, filter: (source) => belongs(source, folder) });
    } catch (error) {
        throw new SandboxProblem(`${folder} cannot be copied: ${(error as Error).message}`);
    }
    const modules = join(copy, "node_modules");
    const sources = [join(folder, "node_modules"), modulesOfPackage()];
    linkEntry(packageRoot(), join(modules, "pulumi-iot-kafka"));
    sources.forEach((source) => linkModules(source, modules));
    return copy;
}

function belongs(source: string, folder: string): boolean {
    if (source !== folder && ["node_modules", ".git"].includes(basename(source))) {
        return false;
    }
    const entry = statSync(source, { throwIfNoEntry: false });
    return entry !== undefined && (entry.isFile() || entry.isDirectory());
}

/** The folder that holds the SDK this package uses, with what is installed beside it. */
function modulesOfPackage(): string {
    return dirname(dirname(dirname(require.resolve("@pulumi/pulumi/package.json"))));
}

/** Links each package, and each one of a scope, that is not there yet. */
function linkModules(source: string, target: string): void {
    const names = existsSync(source) ? readdirSync(source) : [];
    for (const name of names.filter((entry) => !entry.startsWith("."))) {
        if (name.startsWith("@")) {
            linkModules(join(source, name), join(target, name));
        } else {
            linkEntry(join(source, name), join(target, name));
        }
    }
}

function linkEntry(source: string, target: string): void {
    mkdirSync(dirname(target), { recursive: true });
    if (!existsSync(target)) {
        symlinkSync(source, target, "junction");
    }
}
