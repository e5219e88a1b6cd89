import { mkdir, rm, stat, utimes } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const BEAT_MS = 5_000;

/** How long a lock may be without a sign of life from its holder before it is taken over. */
export const STALE_AFTER_MS = 6 * BEAT_MS;

/**
 * Runs work that only one process at a time may do, on any machine that sees the same file system.
 *
 * The lock is a folder, which only one process can make. Its holder touches it every few seconds; a lock that nobody
 * touches any longer was left behind by a process that died, and is taken over. Two processes that take over at the same
 * moment may both go on, so work under a lock must still put its result in place whole (by renaming).
 *
 * @param waiting told once when another process holds the lock
 */
export async function withLock<Result>(
    lock: string,
    waiting: () => void,
    work: () => Promise<Result>,
    staleAfter = STALE_AFTER_MS,
): Promise<Result> {
    await mkdir(dirname(lock), { recursive: true });
    await acquire(lock, waiting, staleAfter);
    const heart = setInterval(() => touch(lock), Math.min(BEAT_MS, staleAfter / 4));
    heart.unref();
    try {
        return await work();
    } finally {
        clearInterval(heart);
        await rm(lock, { recursive: true, force: true });
    }
}

async function acquire(lock: string, waiting: () => void, staleAfter: number): Promise<void> {
    for (let attempt = 0; !(await make(lock)); attempt++) {
        if (attempt === 0) {
            waiting();
        }
        if ((await ageInMs(lock)) > staleAfter) {
            await rm(lock, { recursive: true, force: true });
        } else {
            await pause(200);
        }
    }
}

async function make(lock: string): Promise<boolean> {
    try {
        await mkdir(lock);
        return true;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "EEXIST") {
            return false;
        }
        throw error;
    }
}

async function ageInMs(lock: string): Promise<number> {
    try {
        return Date.now() - (await stat(lock)).mtimeMs;
    } catch {
        return 0;
    }
}

function touch(lock: string): void {
    const now = new Date();
    // A lock that is gone was taken over; the holder goes on, and renames its result over nothing worse than its like.
    utimes(lock, now, now).catch(() => undefined);
}
