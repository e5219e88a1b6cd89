import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

/** Who holds a lock of Pulumi's file backend. */
interface Holder {
    readonly pid: number;
    readonly hostname: string;
}

/**
 * Removes the locks that killed processes of this machine left on a state. Pulumi itself keeps them until somebody
 * cancels the update that is no longer running.
 */
export function removeDeadLocks(state: string): void {
    const folder = join(state, ".pulumi", "locks");
    const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
    for (const file of names.filter((name) => name.endsWith(".json")).map((name) => join(folder, name))) {
        if (isDead(file)) {
            rmSync(file, { force: true });
        }
    }
}

function isDead(file: string): boolean {
    try {
        const holder = JSON.parse(readFileSync(file, "utf8")) as Holder;
        return holder.hostname === hostname() && !isRunning(holder.pid);
    } catch {
        // Not to be read: it may be half written, by somebody alive.
        return false;
    }
}

function isRunning(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === "EPERM";
    }
}
