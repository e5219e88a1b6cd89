import { spawn, spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Completed } from "../../../sandbox";
import { cacheFolder } from "../../../sandbox/folders";
import { installDebianPackage } from "../../../scripts/debian";
import { ROOT } from "../../support/programs";

export const HOW_TO_GET_PYTHON = "install Python 3.10 or newer with venv (on Debian: apt-get install python3-venv)";

/** The SDK of Pulumi for Python that goes with the one for Node that the components are tested with. */
const { version: SDK } = require("@pulumi/pulumi/package.json") as { readonly version: string };

/**
 * A Python that has Pulumi's SDK, in a virtual environment of its own that is kept. Undefined where there is no Python,
 * or where packages cannot be had.
 */
export function pythonWithPulumi(): string | undefined {
    const folder = join(cacheFolder(), "python", SDK);
    const python = process.platform === "win32" ? join(folder, "Scripts", "python.exe") : join(folder, "bin", "python");
    if (works(python)) return python;
    rmSync(folder, { recursive: true, force: true });
    const made = makeEnvironment(folder) || (installDebianPackage("python3-venv") && makeEnvironment(folder));
    if (!made) return undefined;
    console.log(`  installing pulumi ${SDK} for Python into ${folder}`);
    spawnSync(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", `pulumi==${SDK}`], {
        stdio: ["ignore", "ignore", "inherit"],
    });
    return works(python) ? python : undefined;
}

function makeEnvironment(folder: string): boolean {
    return spawnSync("python3", ["-m", "venv", folder], { stdio: "ignore" }).status === 0;
}

function works(python: string): boolean {
    return (
        existsSync(python) && spawnSync(python, ["-c", "import pulumi.automation"], { stdio: "ignore" }).status === 0
    );
}

/** Runs a script, and gives what it printed. */
export function runPython(
    python: string,
    args: readonly string[],
    { cwd, environment }: { readonly cwd: string; readonly environment: NodeJS.ProcessEnv },
): Promise<Completed> {
    return new Promise((resolve, reject) => {
        const child = spawn(python, args, {
            cwd,
            env: { ...environment, PYTHONDONTWRITEBYTECODE: "1", PYTHONPATH: "" },
            stdio: ["ignore", "pipe", "pipe"],
        });
        let stdout = "";
        let stderr = "";
        child.stdout.on("data", (data) => (stdout += data));
        child.stderr.on("data", (data) => (stderr += data));
        child.once("error", reject);
        child.once("close", (code) => resolve({ exitCode: code ?? 1, stdout, stderr }));
    });
}

/** The example, whose Pulumi.yaml names the plugin. */
export const EXAMPLE = join(ROOT, "examples", "consume-python");
