import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { SandboxProblem } from "../sandboxProblem";

/** A command that takes minutes. */
export interface Command {
    readonly file: string;
    readonly args: readonly string[];
    readonly folder: string;
    readonly environment: NodeJS.ProcessEnv;
    readonly limitMs: number;
    /** Called with each line that the command prints on standard error. */
    readonly onLine?: (line: string) => void;
}

const LINES_TOLD = 4;
const INTERRUPTS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs a command with all that it starts. An error says how it ended and its last words. */
export async function runCommand(command: Command): Promise<void> {
    const ownGroup = process.platform !== "win32";
    const child = spawn(command.file, command.args, {
        cwd: command.folder,
        env: command.environment,
        stdio: ["ignore", "ignore", "pipe"],
        detached: ownGroup,
    });
    const end = () => stop(child.pid, ownGroup);
    let interrupted = false;
    const interrupt = () => {
        interrupted = true;
        end();
    };
    const last: string[] = [];
    createInterface({ input: child.stderr }).on("line", (line) => {
        last.push(line);
        last.splice(0, last.length - LINES_TOLD);
        command.onLine?.(line);
    });
    let late = false;
    const limit = setTimeout(() => {
        late = true;
        end();
    }, command.limitMs);
    process.once("exit", end);
    INTERRUPTS.forEach((signal) => process.on(signal, interrupt));
    try {
        const how = await new Promise<string | undefined>((resolve, reject) => {
            child.once("error", reject);
            child.once("close", (code, signal) => resolve(code === 0 ? undefined : (signal ?? `exit code ${code}`)));
        });
        if (interrupted) {
            throw new SandboxProblem("Interrupted while the Pulumi engine was being made; the next run begins anew.");
        }
        if (late) {
            throw new Error(`it took longer than ${command.limitMs / 1000} s`);
        }
        if (how !== undefined) {
            throw new Error([how, ...last].join("\n    "));
        }
    } finally {
        clearTimeout(limit);
        process.off("exit", end);
        INTERRUPTS.forEach((signal) => process.off(signal, interrupt));
    }
}

function stop(pid: number | undefined, ownGroup: boolean): void {
    if (pid === undefined) {
        return;
    }
    try {
        process.kill(ownGroup ? -pid : pid, "SIGKILL");
    } catch {
        // It has ended by itself.
    }
}
