import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { withLock } from "../lock";
import { SandboxProblem } from "../sandboxProblem";
import type { Project } from "./project";
import { STACK } from "./stackConfig";

/** Where the sandbox keeps the stack of a folder: Pulumi's state, and the stand-in's account. */
export interface StackFiles {
    readonly folder: string;
    readonly state: string;
    readonly account: string;
    /** Held by what changes the stack. */
    readonly lock: string;
}

/** Known by the folder's real path, so that a copy of a folder is another stack. */
export function stackFiles({ folder }: Project, cache: string): StackFiles {
    const key = createHash("sha256").update(folder).digest("hex").slice(0, 16);
    const name = basename(folder).replace(/[^\w.-]/g, "_");
    const home = join(cache, "stacks", `${name}-${key}`);
    return { folder: home, state: join(home, "state"), account: join(home, "account.json"), lock: `${home}.lock` };
}

export function stackExists(files: StackFiles, project: Project): boolean {
    return existsSync(join(files.state, ".pulumi", "stacks", project.name, `${STACK}.json`));
}

/** Makes the stack unless there is one; of several processes one makes it, and the others wait for that. */
export async function ensureStack(
    files: StackFiles,
    project: Project,
    pulumi: string,
    environment: NodeJS.ProcessEnv,
): Promise<void> {
    if (stackExists(files, project)) {
        return;
    }
    await withLock(
        `${files.folder}.new.lock`,
        () => undefined,
        async () => {
            if (!stackExists(files, project)) {
                await mkdir(files.state, { recursive: true });
                await initialize(project, pulumi, environment);
            }
        },
    );
}

/** Removes all that the sandbox remembers of a folder. Nobody sees half of it removed. */
export async function forgetStack(files: StackFiles): Promise<void> {
    const aside = `${files.folder}.${randomUUID()}`;
    await rename(files.folder, aside);
    await rm(aside, { recursive: true, force: true });
}

/** In a folder of its own, since Pulumi writes a configuration file into the folder where a stack is made. */
async function initialize(project: Project, pulumi: string, environment: NodeJS.ProcessEnv): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), "iot-kafka-stack-"));
    try {
        await writeFile(join(folder, "Pulumi.yaml"), JSON.stringify({ name: project.name, runtime: "nodejs" }));
        const args = ["stack", "init", STACK, "--no-select", "--non-interactive", "--color", "never"];
        await promisify(execFile)(pulumi, args, { cwd: folder, env: environment });
    } catch (error) {
        const said = (error as { stderr?: string }).stderr?.trim() || (error as Error).message;
        throw new SandboxProblem(`Pulumi made no stack for ${project.folder}: ${said.replace(/^error: /, "")}`);
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}
