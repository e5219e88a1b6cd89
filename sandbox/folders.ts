import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** The root of the npm package: the folder of our package.json, in a checkout as in an installed package. */
export function packageRoot(): string {
    let folder = __dirname;
    while (!isOurs(join(folder, "package.json"))) {
        const parent = dirname(folder);
        if (parent === folder) {
            throw new Error(
                `The package.json of pulumi-iot-kafka is not above ${__dirname}: install the package again.`,
            );
        }
        folder = parent;
    }
    return folder;
}

function isOurs(manifest: string): boolean {
    return (
        existsSync(manifest) &&
        (JSON.parse(readFileSync(manifest, "utf8")) as { name?: string }).name === "pulumi-iot-kafka"
    );
}

/**
 * Where the engine, the bin folder and the states of sandbox stacks are kept: `IOT_KAFKA_CACHE`, or the folder
 * `pulumi-iot-kafka` in `XDG_CACHE_HOME`, in `LOCALAPPDATA` (Windows) or in `~/.cache`.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
    if (environment.IOT_KAFKA_CACHE) {
        return resolve(environment.IOT_KAFKA_CACHE);
    }
    const caches =
        environment.XDG_CACHE_HOME ||
        (process.platform === "win32" && environment.LOCALAPPDATA) ||
        join(environment.HOME || homedir(), ".cache");
    return resolve(caches, "pulumi-iot-kafka");
}
