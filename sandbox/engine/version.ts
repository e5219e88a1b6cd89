import { type ExecFileException, execFile } from "node:child_process";

/** A version of the Pulumi command line, without `v` and without what stands after the numbers. */
export interface Version {
    readonly major: number;
    readonly minor: number;
    readonly patch: number;
}

/** Older ones run no policy pack through the language host, or lack flags that the sandbox passes. */
export const OLDEST: Version = { major: 3, minor: 230, patch: 0 };

const VERSION_LIMIT_MS = 30_000;

export function formatVersion({ major, minor, patch }: Version): string {
    return `${major}.${minor}.${patch}`;
}

/** Undefined for a text that is no version. */
export function parseVersion(text: string): Version | undefined {
    const [, major, minor, patch] = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/.exec(text.trim()) ?? [];
    return major === undefined ? undefined : { major: Number(major), minor: Number(minor), patch: Number(patch) };
}

/** New enough, and of the major version whose flags and protocols are known. */
export function isUsable(version: Version): boolean {
    const { major, minor, patch } = version;
    return major === OLDEST.major && (minor > OLDEST.minor || (minor === OLDEST.minor && patch >= OLDEST.patch));
}

/** What `pulumi version` says, or why it says nothing of use. */
export async function askVersion(
    file: string,
    environment: NodeJS.ProcessEnv,
): Promise<Version | { readonly why: string }> {
    const quiet = { ...environment, PULUMI_SKIP_UPDATE_CHECK: "true" };
    return new Promise((resolve) => {
        execFile(file, ["version"], { env: quiet, timeout: VERSION_LIMIT_MS }, (error, stdout) => {
            const version = parseVersion(stdout);
            if (version && !error) {
                resolve(version);
                return;
            }
            const said = stdout.trim() ? `said ${JSON.stringify(stdout.trim().slice(0, 60))}` : "said nothing";
            resolve({ why: error ? `${file} could not be run (${reason(error)})` : `${file} version ${said}` });
        });
    });
}

function reason(error: ExecFileException): string {
    if (error.killed) {
        return `no answer within ${VERSION_LIMIT_MS / 1000} s`;
    }
    return typeof error.code === "number" ? `exit code ${error.code}` : (error.code ?? error.message);
}
