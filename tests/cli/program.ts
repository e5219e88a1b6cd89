import { spawn } from "node:child_process";
import {
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    realpathSync,
    rmSync,
    statSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const ROOT = resolve(__dirname, "../..");

/** How a command ended. */
export interface Ended {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

export interface CallOptions {
    readonly environment?: NodeJS.ProcessEnv;
    readonly folder?: string;
    /** Interrupts the command when its standard output holds this. */
    readonly interruptAt?: string;
}

/** Runs `iot-kafka` as a user does: the compiled one, in a process of its own. */
export function iotKafka(args: readonly string[], options: CallOptions = {}): Promise<Ended> {
    return call(process.execPath, [join(ROOT, "bin", "iot-kafka.js"), ...args], options);
}

export function call(file: string, args: readonly string[], options: CallOptions = {}): Promise<Ended> {
    const env = { ...process.env, ...options.environment };
    const child = spawn(file, args, { env, cwd: options.folder, stdio: ["ignore", "pipe", "pipe"] });
    const said = { stdout: "", stderr: "" };
    let interrupted = false;
    for (const stream of ["stdout", "stderr"] as const) {
        child[stream].setEncoding("utf8").on("data", (text: string) => {
            said[stream] += text;
            if (options.interruptAt && !interrupted && said.stdout.includes(options.interruptAt)) {
                interrupted = true;
                child.kill("SIGINT");
            }
        });
    }
    return new Promise((done, failed) => {
        child.once("error", failed);
        child.once("close", (code) => done({ code, ...said }));
    });
}

/** A folder for programs, outside of the checkout and without any dependency installed. */
export function outside(): { readonly path: string; program(name: string, files: Files): string; remove(): void } {
    const path = realpathSync(mkdtempSync(join(tmpdir(), "iot-kafka-cli-")));
    return {
        path,
        program(name, files) {
            const folder = join(path, name);
            mkdirSync(folder);
            const all = { "Pulumi.yaml": `name: ${name}\nruntime: nodejs\n`, "package.json": "{}\n", ...files };
            Object.entries(all).forEach(([file, text]) => writeFileSync(join(folder, file), text));
            return folder;
        },
        remove: () => rmSync(path, { recursive: true, force: true }),
    };
}

export type Files = Readonly<Record<string, string>>;

/** All there is to see of a folder: names, times and contents. */
export function snapshot(folder: string): readonly (readonly [string, number, string])[] {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
        .sort()
        .map((name) => join(folder, name))
        .map((file) => {
            const entry = statSync(file);
            return [file, entry.mtimeMs, entry.isFile() ? readFileSync(file, "utf8") : ""];
        });
}
