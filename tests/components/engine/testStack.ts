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
    /** The same, with failures of AWS that the stand-in is ordered to show. */
    pulumiWith(faults: readonly object[], ...args: string[]): Promise<Completed>;
    /** The state, read by Pulumi: every resource with its inputs. */
    resources(): Promise<readonly StateResource[]>;
    /** Types of the resources in the stand-in's account, one for each resource. */
    inAccount(): string[];
    /** The state as it lies in its file. */
    stateText(): string;
    close(): void;
}

export interface StateResource {
    readonly urn: string;
    readonly type: string;
    readonly provider?: string;
    // biome-ignore lint/suspicious/noExplicitAny: inputs are compared, never used
    readonly inputs?: Record<string, any>;
    readonly initErrors?: readonly string[];
}

export async function openTestStack(program: string): Promise<TestStack> {
    const sandbox = await openSandbox();
    const folder = mkdtempSync(join(tmpdir(), "iot-kafka-test-"));
    const state = join(folder, "state");
    mkdirSync(state);
    const account = join(folder, "account.json");
    const environment = {
        PULUMI_BACKEND_URL: pathToFileURL(state).href,
        // The state of a large stack takes long to write, and is else written after every step; here once at the end.
        PULUMI_SKIP_CHECKPOINTS: "true",
        IOT_KAFKA_SANDBOX_ACCOUNT_FILE: account,
    };
    const common = ["--stack", "dev", "--non-interactive", "--color", "never"];
    const configured = ["--config-file", join(folder, "dev.yaml")];
    // What Pulumi does with the stack itself takes no configuration.
    const optionsOf = ([command]: readonly string[]) => (command === "stack" ? common : [...common, ...configured]);
    const cwd = resolve(programs, program);
    const run = async (args: readonly string[], where = cwd, faults: readonly object[] = []) =>
        sandbox.run(args, {
            cwd: where,
            environment: {
                ...environment,
                ...(faults.length === 0 ? {} : { IOT_KAFKA_SANDBOX_FAULTS: JSON.stringify(faults) }),
            },
        });
    // Made elsewhere: Pulumi writes a file into the folder where a stack is made.
    copyFileSync(join(cwd, "Pulumi.yaml"), join(folder, "Pulumi.yaml"));
    const made = await run(["stack", "init", "dev", "--no-select", "--non-interactive", "--color", "never"], folder);
    assert.equal(made.exitCode, 0, made.stderr);
    const set = ["config", "set", "aws:region", "us-east-1"];
    const region = await run([...set, ...optionsOf(set)]);
    assert.equal(region.exitCode, 0, region.stderr);
    return {
        pulumi: (...args) => run([...args, ...optionsOf(args)]),
        pulumiWith: (faults, ...args) => run([...args, ...optionsOf(args)], cwd, faults),
        resources: async () => {
            const { stdout, stderr } = await run(["stack", "export", ...common]);
            assert.match(stdout, /^\{/, stderr);
            return JSON.parse(stdout).deployment.resources ?? [];
        },
        inAccount: () => {
            const { resources } = JSON.parse(readFileSync(account, "utf8")) as { resources: { type: string }[] };
            return resources.map(({ type }) => type).filter((type) => type.startsWith("aws:"));
        },
        stateText: () => readFileSync(join(state, ".pulumi", "stacks", projectIn(cwd), "dev.json"), "utf8"),
        close: () => rmSync(folder, { recursive: true, force: true }),
    };
}

function projectIn(folder: string): string {
    const [, name] = /^name: (.+)$/m.exec(readFileSync(join(folder, "Pulumi.yaml"), "utf8")) ?? [];
    return name ?? basename(folder);
}
