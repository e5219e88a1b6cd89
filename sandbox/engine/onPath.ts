import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, relative, resolve } from "node:path";
import type { Surroundings, Way } from "./engine";
import { askVersion, formatVersion, isUsable, OLDEST } from "./version";

/** A Pulumi that is installed already. The first one on PATH that is new enough. */
export const onPath: Way = {
    name: "pulumi on PATH",
    async find(surroundings) {
        const refused: string[] = [];
        for (const file of executables("pulumi", surroundings)) {
            const version = await askVersion(file, surroundings.environment);
            if ("why" in version) {
                refused.push(version.why);
            } else if (!isUsable(version)) {
                refused.push(
                    `${file} is version ${formatVersion(version)}, ${formatVersion(OLDEST)} or newer is needed`,
                );
            } else {
                return { file, version };
            }
        }
        return { why: refused.join("; ") || "there is none" };
    },
};

/** The files that a shell would consider for a command, in its order, without those that the sandbox itself made. */
export function executables(command: string, { environment, cache }: Surroundings): string[] {
    const folders = (environment.PATH ?? environment.Path ?? "").split(delimiter).filter((folder) => folder !== "");
    const extension = process.platform === "win32" ? ".exe" : "";
    return folders
        .filter((folder) => !isInside(resolve(folder), cache))
        .map((folder) => resolve(folder, command + extension))
        .filter(isExecutable);
}

function isInside(path: string, folder: string): boolean {
    const way = relative(folder, path);
    return !way.startsWith("..") && !isAbsolute(way);
}

function isExecutable(file: string): boolean {
    try {
        accessSync(file, constants.X_OK);
        return statSync(file).isFile();
    } catch {
        return false;
    }
}
