import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withLock } from "../lock";
import { removeDeadLocks } from "./deadLocks";
import { sandboxEnvironment } from "./environment";
import { type Project, readProject } from "./project";
import { runPulumi } from "./pulumi";
import { ensureStack, forgetStack, type StackFiles, stackExists, stackFiles } from "./stack";
import { STACK, writeStackConfig } from "./stackConfig";
import { copyProgram, seesPulumi } from "./temporaryCopy";

/** What the sandbox can do with a program. */
export const OPERATIONS = ["preview", "up", "destroy"] as const;
export type Operation = (typeof OPERATIONS)[number];

export interface Request {
    readonly operation: Operation;
    /** The program's folder, which is read only. */
    readonly folder: string;
    /** Folders of the policy packs. */
    readonly packs: readonly string[];
    /** Configuration for this run, `key` to value. A key without a namespace is the project's own. */
    readonly config: Readonly<Record<string, string>>;
    /** Further arguments for Pulumi, for example `--color always`. */
    readonly args: readonly string[];
    /** Added to the environment in which Pulumi runs. */
    readonly environment?: NodeJS.ProcessEnv;
}

/** The tools that a run uses. */
export interface Tools {
    /** The Pulumi executable. */
    readonly pulumi: string;
    /** The folder that makes the sandbox, once it is first on PATH. */
    readonly bin: string;
    readonly cache: string;
    readonly environment: NodeJS.ProcessEnv;
}

/** Who hears what. Lines come without their line break. */
export interface Listener {
    /** Pulumi's standard output. */
    output(line: string): void;
    /** Pulumi's standard error. */
    error(line: string): void;
    /** The sandbox's own remarks. */
    note(line: string): void;
}

/**
 * Runs Pulumi on a program, against the stand-ins.
 *
 * @returns Pulumi's exit code
 * @throws SandboxProblem when the folder holds no Node Pulumi program
 */
export async function launch(request: Request, tools: Tools, listener: Listener): Promise<number> {
    const project = readProject(request.folder);
    const files = stackFiles(project, tools.cache);
    if (request.operation === "preview") {
        return runIn(project, files, request, tools, listener);
    }
    const waiting = () => listener.note(`another run changes the stack of ${project.folder}: waiting for it`);
    return withLock(files.lock, waiting, async () => {
        removeDeadLocks(files.state);
        if (request.operation === "up") {
            return runIn(project, files, request, tools, listener);
        }
        if (!stackExists(files, project)) {
            listener.note(`nothing is deployed from ${project.folder}`);
            return 0;
        }
        const code = await runIn(project, files, request, tools, listener);
        if (code === 0) {
            await forgetStack(files);
        }
        return code;
    });
}

async function runIn(
    project: Project,
    files: StackFiles,
    request: Request,
    tools: Tools,
    listener: Listener,
): Promise<number> {
    const environment = { ...sandboxEnvironment(tools.environment, tools, files), ...request.environment };
    const temporary = realpathSync(mkdtempSync(join(tmpdir(), "iot-kafka-run-")));
    try {
        await ensureStack(files, project, tools.pulumi, environment);
        const stays = request.operation === "destroy" || seesPulumi(project.folder);
        const folder = stays ? project.folder : copyProgram(project.folder, temporary);
        // A copy is not what the user knows.
        const named = (line: string) => (stays ? line : line.replaceAll(folder, project.folder));
        return await runPulumi({
            pulumi: tools.pulumi,
            args: [...argumentsOf(request, configFile(project, request, temporary, listener)), ...request.args],
            folder,
            environment,
            onOutput: (line) => listener.output(named(line)),
            onError: (line) => listener.error(named(line)),
        });
    } finally {
        rmSync(temporary, { recursive: true, force: true });
    }
}

function configFile(project: Project, request: Request, folder: string, listener: Listener): string {
    const given = Object.keys(request.config);
    const { file, left } = writeStackConfig(project, given, join(folder, `Pulumi.${STACK}.yaml`));
    if (left.length > 0) {
        listener.note(
            `not used, because encrypted for the stack's owner: ${left.join(", ")}; for this run: --config ${left[0]}=…`,
        );
    }
    return file;
}

function argumentsOf({ operation, packs, config }: Request, configFile: string): string[] {
    const common = ["--stack", STACK, "--config-file", configFile, "--non-interactive", "--suppress-progress"];
    if (operation === "destroy") {
        return [operation, ...common, "--yes", "--skip-preview"];
    }
    return [
        operation,
        ...common,
        ...(operation === "up" ? ["--yes"] : []),
        ...packs.flatMap((pack) => ["--policy-pack", asListItem(pack)]),
        ...Object.entries(config).flatMap(([key, value]) => ["--config", `${key}=${value}`]),
    ];
}

/** Pulumi reads the flag's value as a line of comma-separated values. */
function asListItem(path: string): string {
    return /[",]/.test(path) ? `"${path.replaceAll('"', '""')}"` : path;
}
