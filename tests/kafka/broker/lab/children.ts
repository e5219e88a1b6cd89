import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** Programs of this run, each to be stopped by its own number, also when the run is broken off. */
const running = new Set<ChildProcess>();

process.once("exit", () => running.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => process.exit(130));
}

/** Starts a program that lives as long as the tests. */
export function start(program: string, args: readonly string[], options: SpawnOptions): ChildProcess {
    const child = spawn(program, args, options);
    running.add(child);
    child.once("close", () => running.delete(child));
    child.once("error", () => running.delete(child));
    return child;
}

/** Ends a program, by force after five seconds. */
export async function stop(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once("close", done));
    child.kill("SIGTERM");
    const force = setTimeout(() => child.kill("SIGKILL"), 5000);
    await ended;
    clearTimeout(force);
}

/** Waits until a program says in its log that it is ready. @throws Error with the end of the log when it is not */
export async function untilLogged(child: ChildProcess, log: string, words: string, milliseconds: number) {
    const until = Date.now() + milliseconds;
    while (!textOf(log).includes(words)) {
        const ended = child.exitCode !== null || child.signalCode !== null;
        if (ended || Date.now() > until) {
            const lines = textOf(log).trim().split("\n").slice(-20).join("\n");
            throw new Error(`${child.spawnfile} ${ended ? "ended" : "is not ready in time"}:\n${lines}`);
        }
        await new Promise((done) => setTimeout(done, 50));
    }
}

function textOf(file: string): string {
    try {
        return readFileSync(file, "utf8");
    } catch {
        return "";
    }
}
