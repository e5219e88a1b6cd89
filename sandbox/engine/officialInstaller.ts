import { join } from "node:path";
import { runCommand } from "./command";
import type { Way } from "./engine";
import { ENGINE_VERSION, tryToFill } from "./engineCache";
import { Progress } from "./progress";
import { formatVersion } from "./version";

const LIMIT_MS = 5 * 60_000;

/**
 * Pulumi's own installer, which needs https://get.pulumi.com. It runs in a process of its own, since it has neither a
 * time limit nor a way to stop it.
 */
export const officialInstaller: Way = {
    name: "Pulumi's installer",
    async find(surroundings) {
        const version = formatVersion(ENGINE_VERSION);
        const progress = new Progress((line) => surroundings.say(`downloading Pulumi ${version}: ${line}`));
        try {
            return await tryToFill(surroundings, (folder) =>
                runCommand({
                    file: process.execPath,
                    args: [...process.execArgv, join(__dirname, "install"), folder, version],
                    folder,
                    environment: surroundings.environment,
                    limitMs: LIMIT_MS,
                }),
            );
        } finally {
            progress.end();
        }
    },
};
