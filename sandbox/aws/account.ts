import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Properties } from "../provider/value";

/** What the account remembers of a resource: never secrets, only what other resources ask about. */
export interface Remembered {
    readonly type: string;
    readonly region: string;
    readonly id: string;
    readonly facts: Properties;
    /** Its inputs without secrets, where a type can be imported. */
    readonly inputs?: Properties;
}

interface Contents {
    readonly resources: readonly Remembered[];
    /** How often each fault has struck. */
    readonly faults: Readonly<Record<string, number>>;
}

const EMPTY: Contents = { resources: [], faults: {} };
const LOCK_PATIENCE_MS = 10_000;

/**
 * The AWS account: what exists in it. Providers see one resource at a time and live for one run, so rules between
 * resources (names taken, things still in use, order of deletion) need a memory of their own.
 *
 * With a file the memory lasts from run to run and is shared by all provider processes. Without one it lasts as long as
 * the process, and {@link lasting} is false: what is not remembered may still exist.
 */
export class Account {
    private contents: Contents = EMPTY;
    private version?: string;

    constructor(private readonly file?: string) {}

    get lasting(): boolean {
        return this.file !== undefined;
    }

    /** Resources of a type token, in a Region unless it is omitted. */
    all(type: string, region?: string): readonly Remembered[] {
        return this.read().resources.filter((one) => one.type === type && (!region || one.region === region));
    }

    find(type: string, id: string, region?: string): Remembered | undefined {
        return this.all(type, region).find((one) => one.id === id);
    }

    remember(resource: Remembered): void {
        this.change((contents) => ({
            ...contents,
            resources: [...contents.resources.filter((one) => !same(one, resource)), resource],
        }));
    }

    forget(resource: Pick<Remembered, "type" | "region" | "id">): void {
        this.change((contents) => ({
            ...contents,
            resources: contents.resources.filter((one) => !same(one, resource)),
        }));
    }

    /** Counts a fault, unless it has struck as often as it may. */
    countFault(key: string, limit: number): boolean {
        let strikes = false;
        this.change((contents) => {
            const count = contents.faults[key] ?? 0;
            strikes = count < limit;
            return strikes ? { ...contents, faults: { ...contents.faults, [key]: count + 1 } } : contents;
        });
        return strikes;
    }

    /** Parsed once for each version of the file: a change always makes a new file. */
    private read(): Contents {
        const found = this.file && statSync(this.file, { throwIfNoEntry: false });
        if (!this.file || !found) {
            return this.file ? EMPTY : this.contents;
        }
        const version = `${found.ino} ${found.mtimeMs} ${found.size}`;
        if (version !== this.version) {
            this.contents = { ...EMPTY, ...parsed(this.file) };
            this.version = version;
        }
        return this.contents;
    }

    /** Reads, changes and writes under a lock; the file is replaced whole, so that a reader never sees half of it. */
    private change(update: (contents: Contents) => Contents): void {
        if (!this.file) {
            this.contents = update(this.contents);
            return;
        }
        const lock = this.file + ".lock";
        acquire(lock);
        try {
            const draft = `${this.file}.${process.pid}`;
            writeFileSync(draft, JSON.stringify(update(this.read()), null, 1), { mode: 0o600 });
            renameSync(draft, this.file);
        } finally {
            rmSync(lock, { recursive: true, force: true });
        }
    }
}

function same(one: Pick<Remembered, "type" | "region" | "id">, other: typeof one): boolean {
    return one.type === other.type && one.region === other.region && one.id === other.id;
}

function parsed(file: string): Partial<Contents> {
    try {
        return JSON.parse(readFileSync(file, "utf8")) as Partial<Contents>;
    } catch (error) {
        const reason = (error as Error).message.split("\n")[0];
        throw new Error(
            `The account of the stand-in for AWS, ${file}, cannot be read (${reason}). Delete it to start empty.`,
        );
    }
}

/** A folder can be made by one process only. One left behind by a process that died is taken over. */
function acquire(lock: string): void {
    mkdirSync(dirname(lock), { recursive: true });
    for (;;) {
        try {
            mkdirSync(lock);
            return;
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
                throw error;
            }
        }
        if (ageInMs(lock) > LOCK_PATIENCE_MS) {
            rmSync(lock, { recursive: true, force: true });
        }
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
}

function ageInMs(path: string): number {
    try {
        return Date.now() - statSync(path).mtimeMs;
    } catch {
        return 0;
    }
}
