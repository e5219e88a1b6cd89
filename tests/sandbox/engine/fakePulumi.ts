import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder for one test, which is removed after it. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
    const path = mkdtempSync(join(tmpdir(), "iot-kafka-test-"));
    return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A script that answers `pulumi version` as given, in a folder made for it. */
export function fakePulumi(folder: string, answer: string): string {
    return script(join(folder, "pulumi"), answer);
}

export function script(file: string, commands: string): string {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\n${commands}\n`);
    chmodSync(file, 0o755);
    return file;
}
