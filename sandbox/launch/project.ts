import { existsSync, readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { SandboxProblem } from "../sandboxProblem";
import { isMapping, type Mapping, readYaml } from "./yaml";

/** A folder with a Node Pulumi program, read but not touched. */
export interface Project {
    /** The real path of the folder, by which its stack is known. */
    readonly folder: string;
    readonly name: string;
    /** Configuration that the project itself gives to all its stacks. */
    readonly config: Mapping;
    /** Where the folder keeps the configuration of its stacks. */
    readonly stackFolder: string;
}

const FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** @throws SandboxProblem when it is no Node Pulumi program */
export function readProject(path: string): Project {
    const folder = realFolder(path);
    const file = FILES.map((name) => join(folder, name)).find((name) => existsSync(name));
    if (file === undefined) {
        throw new SandboxProblem(`${path} is no Pulumi program: it has no Pulumi.yaml.`);
    }
    const content = readYaml(file);
    const { name, config, stackConfigDir } = content;
    if (typeof name !== "string" || name === "") {
        throw new SandboxProblem(`${file} has no name: add the line "name: <project>".`);
    }
    const runtime = runtimeOf(content);
    if (runtime !== "nodejs") {
        throw new SandboxProblem(
            `${file} has the runtime ${JSON.stringify(runtime ?? null)}: the sandbox runs programs with "runtime: nodejs" only.`,
        );
    }
    return {
        folder,
        name,
        config: isMapping(config) ? config : {},
        stackFolder: typeof stackConfigDir === "string" ? join(folder, stackConfigDir) : folder,
    };
}

function runtimeOf({ runtime }: Mapping): unknown {
    return isMapping(runtime) ? runtime.name : runtime;
}

function realFolder(path: string): string {
    try {
        const folder = realpathSync(path);
        readdirSync(folder);
        return folder;
    } catch (error) {
        throw new SandboxProblem(`${path} ${reason((error as NodeJS.ErrnoException).code)}.`);
    }
}

function reason(code: string | undefined): string {
    const reasons: Readonly<Record<string, string>> = { ENOENT: "does not exist", ENOTDIR: "is a file, not a folder" };
    return reasons[code ?? ""] ?? `cannot be read (${code})`;
}
