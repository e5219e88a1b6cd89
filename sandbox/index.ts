/**
 * The sandbox: the real Pulumi engine, with stand-ins for AWS and random, and without an account.
 *
 * ```ts
 * const sandbox = await openSandbox();
 * const { exitCode, output } = await sandbox.preview("examples/raw-rule", { packs: ["policies/required"] });
 * ```
 */
import { accessSync, constants, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { binFolder } from "./binFolder";
import { findEngine } from "./engine/findEngine";
import { cacheFolder } from "./folders";
import { sandboxEnvironment } from "./launch/environment";
import { type Listener, launch, type Operation, type Request } from "./launch/launch";
import { PlainOutput } from "./launch/plainOutput";
import { runPulumi } from "./launch/pulumi";
import { SandboxProblem } from "./sandboxProblem";

export { packageRoot } from "./folders";
export { EventReport, type Report } from "./launch/eventReport";
export { type Listener, OPERATIONS, type Operation, type Request } from "./launch/launch";
export { PlainOutput } from "./launch/plainOutput";
export { SandboxProblem } from "./sandboxProblem";

/** What a run printed, and how it ended. */
export interface Completed {
    /** Pulumi's exit code. */
    readonly exitCode: number;
    readonly stdout: string;
    readonly stderr: string;
}

export interface LaunchOptions {
    /** Folders of policy packs, relative to the working directory of this process. @default none */
    readonly packs?: readonly string[];
    /** Configuration for this run. @default none */
    readonly config?: Readonly<Record<string, string>>;
    /** Further arguments for Pulumi. @default none */
    readonly args?: readonly string[];
    /** Further environment variables, for example the stand-in's faults. @default none */
    readonly environment?: NodeJS.ProcessEnv;
}

export interface OpenOptions {
    /** @default the environment of this process */
    readonly environment?: NodeJS.ProcessEnv;
    /** Told what is done while an engine is fetched or built. @default printed on standard error */
    readonly say?: (line: string) => void;
}

/** An engine with its stand-ins, ready to run. */
export interface Sandbox {
    /** First on PATH, it makes the literal `pulumi …` run in the sandbox. */
    readonly binFolder: string;
    /** The environment for literal commands: PATH with the bin folder, a Pulumi home and a passphrase; no backend. */
    readonly environment: NodeJS.ProcessEnv;
    /** Runs Pulumi on the folder's stack of the sandbox and passes on what it prints, as it comes. */
    launch(request: Request, listener: Listener): Promise<number>;
    /** The literal Pulumi command line, wherever and with whatever backend it is told. */
    run(args: readonly string[], options: { cwd: string; environment?: NodeJS.ProcessEnv }): Promise<Completed>;
    preview(folder: string, options?: LaunchOptions): Promise<Completed>;
    up(folder: string, options?: LaunchOptions): Promise<Completed>;
    destroy(folder: string, options?: LaunchOptions): Promise<Completed>;
}

/**
 * Finds an engine (or fetches or builds one, which takes minutes once) and makes its bin folder.
 *
 * @throws SandboxProblem that says what to install, when there is no engine and none can be had
 */
export async function openSandbox(options: OpenOptions = {}): Promise<Sandbox> {
    const { environment = process.env, say = (line) => console.error(line) } = options;
    const cache = cacheFolder(environment);
    makeWritable(cache);
    const engine = await findEngine({ environment, cache, say });
    const bin = binFolder(engine.file, cache);
    // On Windows the bin folder holds scripts, which need a shell; the engine itself does not.
    const pulumi = process.platform === "win32" ? engine.file : join(bin, "pulumi");
    const tools = { pulumi, bin, cache, environment };
    const complete =
        (operation: Operation) =>
        (folder: string, launchOptions: LaunchOptions = {}) => {
            const { packs = [], config = {}, args = [], environment: added } = launchOptions;
            const request = { operation, folder, packs: packs.map((pack) => resolve(pack)), config, args };
            return completed((listener) => launch({ ...request, environment: added }, tools, listener));
        };
    const base = sandboxEnvironment(environment, tools);
    return {
        binFolder: bin,
        environment: base,
        launch: (request, listener) => launch(request, tools, listener),
        run: (args, { cwd, environment: added }) =>
            completed(({ output, error }) =>
                runPulumi({
                    pulumi,
                    args,
                    folder: cwd,
                    environment: { ...base, ...added },
                    onOutput: output,
                    onError: error,
                }),
            ),
        preview: complete("preview"),
        up: complete("up"),
        destroy: complete("destroy"),
    };
}

function makeWritable(cache: string): void {
    try {
        mkdirSync(cache, { recursive: true });
        accessSync(cache, constants.W_OK);
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw new SandboxProblem(`${cache} cannot be written (${code}): set IOT_KAFKA_CACHE to a folder that can.`);
    }
}

async function completed(work: (listener: Listener) => Promise<number>): Promise<Completed> {
    const out: string[] = [];
    const err: string[] = [];
    const output = new PlainOutput((line) => out.push(line));
    const errors = new PlainOutput((line) => err.push(line));
    const exitCode = await work({
        output: (line) => output.add(line),
        error: (line) => errors.add(line),
        note: (line) => err.push(line),
    });
    return { exitCode, stdout: out.map(ended).join(""), stderr: err.map(ended).join("") };
}

function ended(line: string): string {
    return line + "\n";
}
