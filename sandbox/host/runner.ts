import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

/** The entry points that @pulumi/pulumi has for language hosts. */
export type EntryPoint = "run" | "run-plugin" | "run-policy-pack";

/** Processes started for the engine, which end with the host. */
export class Runners {
    readonly #running = new Set<ChildProcess>();

    /**
     * Starts Node on an entry point of the `@pulumi/pulumi` that the program's own folder sees: it and the program must
     * share one copy.
     *
     * @throws an Error that says what is missing
     */
    start(
        entryPoint: EntryPoint,
        folder: string,
        nodeArgs: readonly string[],
        args: readonly string[],
        options: SpawnOptions,
    ): ChildProcess {
        const before = ["-r", join(__dirname, "inspectGuard")];
        const child = spawn(process.execPath, [...nodeArgs, ...before, locate(entryPoint, folder), ...args], options);
        this.#running.add(child);
        child.once("close", () => this.#running.delete(child));
        return child;
    }

    endAll(): void {
        this.#running.forEach((child) => child.kill());
    }
}

function locate(entryPoint: EntryPoint, folder: string): string {
    try {
        return createRequire(join(folder, "package.json")).resolve(`@pulumi/pulumi/cmd/${entryPoint}`);
    } catch {
        throw new Error(
            `@pulumi/pulumi cannot be found from ${folder}: have its dependencies been installed (npm install)?`,
        );
    }
}
