import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { SandboxProblem } from "../sandboxProblem";

/** Where a run of Pulumi takes place, and who listens. */
export interface PulumiRun {
    readonly pulumi: string;
    readonly args: readonly string[];
    readonly folder: string;
    readonly environment: NodeJS.ProcessEnv;
    readonly onOutput: (line: string) => void;
    readonly onError: (line: string) => void;
}

const FORWARDED = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs the Pulumi command line and passes on its lines as they come. An interrupt is Pulumi's to handle: it goes to the
 * child exactly once (a second one makes Pulumi give up a running update), and we end when the child has ended.
 *
 * @returns Pulumi's exit code; 1 when a signal ended it
 */
export async function runPulumi(run: PulumiRun): Promise<number> {
    const child = spawn(run.pulumi, run.args, {
        cwd: run.folder,
        env: run.environment,
        stdio: ["ignore", "pipe", "pipe"],
        // In a group of its own, so that an interrupt at a terminal reaches it through us only.
        detached: process.platform !== "win32",
    });
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    const end = () => child.kill("SIGKILL");
    FORWARDED.forEach((signal) => process.on(signal, forward));
    process.once("exit", end);
    try {
        const [code] = await Promise.all([
            ending(child),
            passOn(child.stdout, run.onOutput),
            passOn(child.stderr, run.onError),
        ]);
        return code;
    } finally {
        FORWARDED.forEach((signal) => process.off(signal, forward));
        process.off("exit", end);
    }
}

function ending(child: ChildProcess): Promise<number> {
    return new Promise((resolve, reject) => {
        child.once("error", (error) => reject(new SandboxProblem(`Pulumi could not be started: ${error.message}`)));
        child.once("close", (code) => resolve(code ?? 1));
    });
}

function passOn(stream: Readable, listener: (line: string) => void): Promise<void> {
    return new Promise((resolve) => {
        createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })
            .on("line", listener)
            .once("close", resolve);
    });
}
