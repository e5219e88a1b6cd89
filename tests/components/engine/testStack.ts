import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Completed, openSandbox } from "../../../sandbox";

const programs = resolve(__dirname, "..", "..", "fixtures", "components");

/** A stack of one of the programs in fixtures/components, on the real engine, with a state and an account of its own. */
export interface TestStack {
    /** `pulumi <args>` in the program's folder. */
    pulumi(...args: string[]): Promise<Completed>;
    /** The state as it lies in its file. */
    stateText(): string;
    close(): void;
}

export async function openTestStack(program: string): Promise<TestStack> {
    const sandbox = await openSandbox();
    const folder = mkdtempSync(join(tmpdir(), "iot-kafka-test-"));
    const state = join(folder, "state");
    mkdirSync(state);
    const environment = {
        PULUMI_BACKEND_URL: pathToFileURL(state).href,
        IOT_KAFKA_SANDBOX_ACCOUNT_FILE: join(folder, "account.json"),
    };
    const common = [
        "--stack",
        "dev",
        "--non-interactive",
        "--color",
        "never",
        "--config-file",
        join(folder, "dev.yaml"),
    ];
    const cwd = join(programs, program);
    const run = async (args: readonly string[], where = cwd) => sandbox.run(args, { cwd: where, environment });
    // Made elsewhere: Pulumi writes a file into the folder where a stack is made.
    copyFileSync(join(cwd, "Pulumi.yaml"), join(folder, "Pulumi.yaml"));
    const made = await run(["stack", "init", "dev", "--no-select", "--non-interactive", "--color", "never"], folder);
    assert.equal(made.exitCode, 0, made.stderr);
    const configured = await run(["config", "set", "aws:region", "us-east-1", ...common]);
    assert.equal(configured.exitCode, 0, configured.stderr);
    return {
        pulumi: (...args) => run([...args, ...common]),
        stateText: () => readFileSync(join(state, ".pulumi", "stacks", projectIn(cwd), "dev.json"), "utf8"),
        close: () => rmSync(folder, { recursive: true, force: true }),
    };
}

function projectIn(folder: string): string {
    const [, name] = /^name: (.+)$/m.exec(readFileSync(join(folder, "Pulumi.yaml"), "utf8")) ?? [];
    return name ?? basename(folder);
}
