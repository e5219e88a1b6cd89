import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** How to get one, for whom it is missing. */
export const HOW_TO_GET_CHROMIUM = "install chromium (Debian: apt-get install chromium), or name one in CHROME_PATH";

/** The Chromium of this machine; on Debian it is installed when it is missing and we may. Undefined when there is none. */
export function chromium(): string | undefined {
    return findChromium() ?? (installChromium() ? findChromium() : undefined);
}

function findChromium(): string | undefined {
    const folders = (process.env.PATH ?? "").split(delimiter);
    const candidates = [
        process.env.CHROME_PATH,
        ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];
    return candidates.find((file) => file !== undefined && isExecutable(file));
}

function isExecutable(file: string): boolean {
    try {
        accessSync(file, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}

function installChromium(): boolean {
    if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return false;
    console.log("  installing the Debian package chromium");
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const run = (...args: string[]) =>
        spawnSync("apt-get", args, { env: environment, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
    return run("update", "-qq") && run("install", "-y", "-qq", "--no-install-recommends", "chromium");
}
