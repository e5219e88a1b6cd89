import type { ServerWritableStream } from "@grpc/grpc-js";
import type { RunPluginRequest, RunPluginResponse } from "@pulumi/pulumi/proto/language_pb";
import { messages } from "./protocol";
import type { EntryPoint, Runners } from "./runner";
import { runtimeOptions } from "./runtimeOptions";

/** Runs a policy pack, or another plugin written in JavaScript, and passes on what it prints until it ends. */
export function runPlugin(call: ServerWritableStream<RunPluginRequest, RunPluginResponse>, runners: Runners): void {
    const { request } = call;
    const folder = request.getInfo()?.getProgramDirectory() || request.getProgram();
    const options = runtimeOptions(request.getInfo()?.getOptions()?.toJavaScript() ?? {});
    const entry = entryPoint(request);
    const given = request.getArgsList();
    const args = entry === "run-plugin" ? [folder, ...given] : [...given, folder];
    const child = runners.start(entry, folder, options.nodeArgs, args, {
        // A pack reads its version from the package.json in its working directory.
        cwd: folder,
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, ...options.environment, ...environmentOf(request) },
    });
    const response = () => new messages.RunPluginResponse();
    child.stdout?.on("data", (data: Uint8Array) => call.write(response().setStdout(data)));
    child.stderr?.on("data", (data: Uint8Array) => call.write(response().setStderr(data)));
    child.once("error", (error) => call.destroy(error));
    // "close", unlike "exit", comes after all output has been read.
    child.once("close", (code) => {
        call.write(response().setExitcode(code ?? 1));
        call.end();
    });
    call.once("cancelled", () => child.kill());
}

function entryPoint(request: RunPluginRequest): EntryPoint {
    // Engines before 3.180 run packs only, and name no kind.
    return ["analyzer", ""].includes(request.getKind()) ? "run-policy-pack" : "run-plugin";
}

function environmentOf(request: RunPluginRequest): Record<string, string> {
    return Object.fromEntries(
        request.getEnvList().map((entry) => {
            const [name = "", ...value] = entry.split("=");
            return [name, value.join("=")];
        }),
    );
}
