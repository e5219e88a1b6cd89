import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareFiles } from "./compared/files";
import { comparePacks } from "./compared/packs";

export const about =
    "the rule with fourteen mistakes before our packs and check, AWSGuard, Pulumi's compliance policies, cfn-lint and checkov";

/** Prints what docs/comparison.md shows. The other tools are fetched into a folder that goes away; what cannot be had is named. */
export async function run(): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), "iot-kafka-comparison-"));
    try {
        await comparePacks(folder);
        compareFiles(folder);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
