import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withLock } from "../lock";
import { SandboxProblem } from "../sandboxProblem";
import type { Engine, Surroundings, Way } from "./engine";
import { askVersion, formatVersion, parseVersion, type Version } from "./version";

/** The version that is fetched or built where none is installed. `tool/go.mod` names the same. */
export const ENGINE_VERSION: Version = { major: 3, minor: 259, patch: 0 };

const STAMP = "engine.json";
const DRAFT = ".draft-";

/** What is written beside an engine once it has been tried out. */
interface Stamp {
    readonly version: string;
    readonly size: number;
}

/** An engine that was fetched or built in an earlier run. */
export const cached: Way = {
    name: "an engine fetched or built earlier",
    async find({ cache }) {
        return cachedEngine(cache) ?? { why: `there is none in ${shelf(cache)}` };
    },
};

/** The engine in the cache folder, if there is a whole one. */
export function cachedEngine(cache: string): Engine | undefined {
    const file = executableIn(place(cache));
    try {
        const stamp = JSON.parse(readFileSync(join(place(cache), STAMP), "utf8")) as Stamp;
        const version = parseVersion(stamp.version);
        return version && statSync(file).size === stamp.size ? { file, version } : undefined;
    } catch {
        return undefined;
    }
}

/** Makes `bin/pulumi` in the folder it is given, or throws an error that says why not. */
export type Make = (folder: string) => Promise<void>;

/** {@link fillCache} as a way to an engine: what goes wrong is an answer, except that the user wants an end to it. */
export async function tryToFill(surroundings: Surroundings, make: Make): Promise<Engine | { readonly why: string }> {
    try {
        return await fillCache(surroundings, make);
    } catch (error) {
        if (error instanceof SandboxProblem) {
            throw error;
        }
        return { why: (error as Error).message };
    }
}

/**
 * Puts an engine into the cache folder, once, however many processes want one. It is made in a folder of its own, tried
 * out there, and put in place by renaming that folder: nobody ever sees half of it.
 */
export async function fillCache(surroundings: Surroundings, make: Make): Promise<Engine> {
    const { cache, say } = surroundings;
    const waiting = () => say("another process is getting the Pulumi engine: waiting for it");
    return withLock(place(cache) + ".lock", waiting, async () => {
        const already = cachedEngine(cache);
        if (already) {
            return already;
        }
        await removeDrafts(cache);
        const draft = join(shelf(cache), DRAFT + randomUUID());
        try {
            await mkdir(draft, { recursive: true });
            await make(draft);
            await approve(draft, surroundings);
            await putInPlace(draft, place(cache));
        } finally {
            await rm(draft, { recursive: true, force: true });
        }
        const engine = cachedEngine(cache);
        if (!engine) {
            throw new Error(`${place(cache)} disappeared again`);
        }
        return engine;
    });
}

/** Where the executable is in the folder of an engine; the official installer and the Automation API expect it there. */
export function executableIn(folder: string): string {
    return join(folder, "bin", process.platform === "win32" ? "pulumi.exe" : "pulumi");
}

async function approve(draft: string, { environment }: Surroundings): Promise<void> {
    const file = executableIn(draft);
    const version = await askVersion(file, environment);
    if ("why" in version) {
        throw new Error(version.why);
    }
    const stamp: Stamp = { version: formatVersion(version), size: (await stat(file)).size };
    await writeFile(join(draft, STAMP), JSON.stringify(stamp));
}

/** What is in the way is no whole engine, or it would have been used. */
async function putInPlace(draft: string, target: string): Promise<void> {
    if (existsSync(target)) {
        const aside = `${draft}-replaced`;
        await rename(target, aside);
        await rm(aside, { recursive: true, force: true });
    }
    await rename(draft, target);
}

/** Drafts of processes that died; those of the living are in the hands of the lock's holder, which is us. */
async function removeDrafts(cache: string): Promise<void> {
    const drafts = existsSync(shelf(cache)) ? readdirSync(shelf(cache)).filter((name) => name.startsWith(DRAFT)) : [];
    for (const draft of drafts) {
        await rm(join(shelf(cache), draft), { recursive: true, force: true });
    }
}

function shelf(cache: string): string {
    return join(cache, "engine");
}

function place(cache: string): string {
    return join(shelf(cache), `${formatVersion(ENGINE_VERSION)}-${process.platform}-${process.arch}`);
}
