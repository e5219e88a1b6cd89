import type { RunRequest } from "@pulumi/pulumi/proto/language_pb";
import type { Runners } from "./runner";
import { runtimeOptions } from "./runtimeOptions";

/** How a program ended. */
export type Outcome =
    | { readonly kind: "done" }
    /** It failed, and has said so through the engine. */
    | { readonly kind: "bail" }
    | { readonly kind: "error"; readonly message: string };

/** The runner exits with this when the user has been told already. */
const TOLD_ALREADY = 32;

/** Runs a Pulumi program to its end. What it prints reaches the engine through the host's own streams. */
export async function runProgram(request: RunRequest, engine: string, runners: Runners): Promise<Outcome> {
    const folder = request.getInfo()?.getProgramDirectory() || request.getPwd();
    try {
        const options = runtimeOptions(request.getInfo()?.getOptions()?.toJavaScript() ?? {});
        const child = runners.start("run", folder, options.nodeArgs, argumentsOf(request, engine), {
            cwd: folder,
            stdio: ["ignore", "inherit", "inherit"],
            env: { ...process.env, ...options.environment, ...configurationOf(request) },
        });
        return await new Promise((resolve, reject) => {
            child.once("error", reject);
            child.once("close", (code, signal) => resolve(outcome(code, signal)));
        });
    } catch (error) {
        return { kind: "error", message: (error as Error).message };
    }
}

function argumentsOf(request: RunRequest, engine: string): string[] {
    const named: Readonly<Record<string, string>> = {
        monitor: request.getMonitorAddress(),
        engine,
        organization: request.getOrganization(),
        project: request.getProject(),
        stack: request.getStack(),
        "root-directory": request.getInfo()?.getRootDirectory() ?? "",
        pwd: request.getPwd(),
        parallel: String(request.getParallel()),
    };
    return [
        ...Object.entries(named).flatMap(([name, value]) => (value === "" ? [] : [`--${name}`, value])),
        ...(request.getDryrun() ? ["--dry-run"] : []),
        // "." means that Pulumi.yaml names no file, which the runner must be able to tell.
        request.getInfo()?.getEntryPoint() || request.getProgram() || ".",
        ...request.getArgsList(),
    ];
}

function configurationOf(request: RunRequest): Readonly<Record<string, string>> {
    const values = Object.fromEntries(request.getConfigMap().entries() as unknown as Iterable<[string, string]>);
    return {
        PULUMI_CONFIG: JSON.stringify(values),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    };
}

function outcome(code: number | null, signal: string | null): Outcome {
    if (code === 0) {
        return { kind: "done" };
    }
    if (code === TOLD_ALREADY) {
        return { kind: "bail" };
    }
    return {
        kind: "error",
        message: signal ? `Program was ended by ${signal}` : `Program exited with non-zero exit code: ${code}`,
    };
}
