import { spawnSync } from "node:child_process";

/** How a program ended. */
export interface Ended {
    readonly code: number | null;
    readonly out: string;
    readonly err: string;
    readonly milliseconds: number;
}

/** Runs a program to its end. One that is not there ends with null. */
export function ran(file: string, args: readonly string[], folder?: string): Ended {
    const since = performance.now();
    const { stdout, stderr, status } = spawnSync(file, args, {
        encoding: "utf8",
        maxBuffer: 1024 * 1024 * 1024,
        ...(folder === undefined ? {} : { cwd: folder }),
    });
    return { code: status, out: stdout ?? "", err: stderr ?? "", milliseconds: performance.now() - since };
}
