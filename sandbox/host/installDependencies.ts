import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { ServerWritableStream } from "@grpc/grpc-js";
import type { InstallDependenciesRequest, InstallDependenciesResponse } from "@pulumi/pulumi/proto/language_pb";
import { grpc, messages } from "./protocol";

const onWindows = process.platform === "win32";

/**
 * Installs what a folder depends on. What it sees already, in a folder above it for example, is not installed again: a
 * plugin in a checkout uses the checkout's own packages, and nothing is fetched.
 */
export function installDependencies(
    call: ServerWritableStream<InstallDependenciesRequest, InstallDependenciesResponse>,
): void {
    const { request } = call;
    const folder = request.getInfo()?.getProgramDirectory() || request.getDirectory();
    if (missingIn(folder).length === 0) {
        call.end();
        return;
    }
    const child = spawn("npm", ["install", "--no-audit", "--no-fund", "--loglevel", "error"], {
        cwd: folder,
        stdio: ["ignore", "pipe", "pipe"],
        shell: onWindows,
    });
    const response = () => new messages.InstallDependenciesResponse();
    child.stdout.on("data", (data: Uint8Array) => call.write(response().setStdout(data)));
    child.stderr.on("data", (data: Uint8Array) => call.write(response().setStderr(data)));
    const fail = (details: string) => call.emit("error", { code: grpc.status.INTERNAL, details });
    child.once("error", ({ message }) => fail(`npm could not be started: ${message}`));
    child.once("close", (code) => {
        if (code === 0) call.end();
        else fail(`npm install failed in ${folder} with exit code ${code}`);
    });
    call.once("cancelled", () => child.kill());
}

/** The dependencies of a folder that cannot be found from it. */
export function missingIn(folder: string): string[] {
    const manifest = join(folder, "package.json");
    if (!existsSync(manifest)) return [];
    const { dependencies = {} } = JSON.parse(readFileSync(manifest, "utf8")) as {
        readonly dependencies?: Readonly<Record<string, string>>;
    };
    const above = createRequire(manifest).resolve.paths("a-package") ?? [];
    return Object.keys(dependencies).filter(
        (name) => !above.some((place) => existsSync(join(place, name, "package.json"))),
    );
}
