import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Installs a Debian package where we are on Debian and may. True when that worked. */
export function installDebianPackage(name: string): boolean {
    if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return false;
    console.log(`  installing the Debian package ${name}`);
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const run = (...args: string[]) =>
        spawnSync("apt-get", args, { env: environment, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
    return run("update", "-qq") && run("install", "-y", "-qq", "--no-install-recommends", name);
}
