import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fillCache } from "../../../sandbox/engine/engineCache";
import { fakePulumi } from "./fakePulumi";

/** `fillOnce CACHE LOG`: fills the cache, slowly, and logs that it did. */
async function main([cache = "", log = ""]: readonly string[]): Promise<void> {
    const engine = await fillCache({ environment: process.env, cache, say: () => {} }, async (folder) => {
        appendFileSync(log, "made\n");
        await pause(500);
        fakePulumi(join(folder, "bin"), "echo v3.259.0");
    });
    console.log(engine.file);
}

main(process.argv.slice(2));
