import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { installDebianPackage } from "./debian";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** How to get one, for whom it is missing. */
export const HOW_TO_GET_CHROMIUM = "install chromium (Debian: apt-get install chromium), or name one in CHROME_PATH";

/** The Chromium of this machine; on Debian it is installed when it is missing and we may. Undefined when there is none. */
export function chromium(): string | undefined {
    return findChromium() ?? (installDebianPackage("chromium") ? findChromium() : undefined);
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
