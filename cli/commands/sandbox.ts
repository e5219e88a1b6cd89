import { existsSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import {
    EventReport,
    OPERATIONS,
    type Operation,
    openSandbox,
    PlainOutput,
    packageRoot,
    SandboxProblem,
} from "../../sandbox";
import { asksForJson, oneOf, readArguments } from "../arguments";
import { type Command, EXIT, type ExitCode, type Terminal, UsageProblem } from "../command";

const STAND_IN = "A stand-in answers for AWS: no account is used, and what it takes AWS may still refuse.";
const ACTIONS = [...OPERATIONS, "bin"] as const;

/** What the command was asked to do. */
interface Call {
    readonly action: Operation;
    readonly folder: string;
    readonly config: Readonly<Record<string, string>>;
    readonly format: "text" | "json";
}

/** `iot-kafka sandbox`: the real Pulumi engine on a program, with both packs and with stand-ins for AWS and random. */
export const sandbox: Command = {
    help: `iot-kafka sandbox preview|up|destroy [FOLDER] [--config KEY=VALUE]… [--format text|json]
iot-kafka sandbox bin

  Runs the Pulumi CLI on the Node program in FOLDER (by default a checkout's own, or the current one) with the policy
  packs required and recommended. Stand-ins answer for AWS and random: no account is needed or used. The stack is
  called dev; its state is kept outside FOLDER, which is never written to.

  --config KEY=VALUE   configuration for this run only; may be repeated. Without aws:region it is us-east-1
  --format json        one JSON document instead of Pulumi's output

  bin prints a folder. With it first on PATH, pulumi itself runs in the sandbox:
    PATH="$(iot-kafka sandbox bin):$PATH" pulumi preview --policy-pack policies/required

  Where no Pulumi 3.230 or newer is installed, one is fetched, or built with Go, once. It is kept in IOT_KAFKA_CACHE,
  by default in ~/.cache/pulumi-iot-kafka.

  Exit codes: 0 done, 1 Pulumi refused, 2 FOLDER holds no Node Pulumi program or there is no engine, 64 wrong usage.`,
    run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
    let call: Call | "bin";
    try {
        call = readCall(args);
    } catch (error) {
        if (!(error instanceof UsageProblem) || !asksForJson(args)) {
            throw error;
        }
        printReport({ operation: null, folder: null, exitCode: EXIT.usage, errors: [error] }, terminal);
        return EXIT.usage;
    }
    if (call === "bin") {
        return printBinFolder(terminal);
    }
    return call.format === "json" ? runAsJson(call, terminal) : runAsText(call, terminal);
}

function readCall(args: readonly string[]): Call | "bin" {
    const { values, positionals } = readArguments({
        args: [...args],
        allowPositionals: true,
        options: {
            config: { type: "string", multiple: true, short: "c", default: [] },
            format: { type: "string", default: "text" },
        },
    });
    const [given, folder, ...more] = positionals;
    if (given === undefined) {
        throw new UsageProblem(`what shall the sandbox do: ${ACTIONS.join(", ")}?`);
    }
    const action = oneOf("action", given, ACTIONS);
    const format = oneOf("format", values.format, ["text", "json"] as const);
    const config = readConfig(values.config);
    if (more.length > 0) {
        throw new UsageProblem(`one folder at a time: ${[folder, ...more].join(", ")}`);
    }
    return action === "bin" ? action : { action, folder: folder ?? defaultStack(), config, format };
}

/** The stack of a checkout; an installed package holds none, and runs the program in the current folder. */
function defaultStack(): string {
    const root = packageRoot();
    return existsSync(join(root, "Pulumi.yaml")) ? root : process.cwd();
}

async function printBinFolder(terminal: Terminal): Promise<ExitCode> {
    terminal.out((await openSandbox({ say: terminal.err })).binFolder);
    return EXIT.ok;
}

async function runAsText(call: Call, terminal: Terminal): Promise<ExitCode> {
    // Pulumi heeds `--color`; what the program itself prints may still be coloured.
    const plain = (line: string) => (terminal.colour ? line : stripVTControlCharacters(line));
    const output = new PlainOutput((line) => terminal.out(plain(line)));
    const errors = new PlainOutput((line) => terminal.err(plain(line)));
    const code = await launchWith(call, ["--color", terminal.colour ? "always" : "never"], {}, terminal, {
        output: (line) => output.add(line),
        error: (line) => errors.add(line),
        note: (line) => terminal.err(line),
    });
    terminal.out(STAND_IN);
    return code;
}

async function runAsJson(call: Call, terminal: Terminal): Promise<ExitCode> {
    const events = new EventReport();
    const { action: operation, folder } = call;
    try {
        const streaming = { PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true" };
        const exitCode = await launchWith(call, ["--json", "--color", "never"], streaming, terminal, {
            output: (line) => events.add(line),
            error: (line) => events.say("error", line),
            note: (line) => terminal.err(line),
        });
        printReport({ operation, folder, exitCode, events, errors: [] }, terminal);
        return exitCode;
    } catch (error) {
        if (!(error instanceof SandboxProblem)) {
            throw error;
        }
        printReport({ operation, folder, exitCode: EXIT.unusable, events, errors: [error] }, terminal);
        return EXIT.unusable;
    }
}

/** The one document of `--format json`. */
interface SandboxReport {
    readonly operation: Operation | null;
    readonly folder: string | null;
    readonly exitCode: ExitCode;
    /** What Pulumi said; absent where it was not run. */
    readonly events?: EventReport;
    readonly errors: readonly Error[];
}

function printReport({ operation, folder, exitCode, events, errors }: SandboxReport, terminal: Terminal): void {
    const told = (events ?? new EventReport()).report;
    const messages = errors.map(({ message }) => ({ message }));
    terminal.out(JSON.stringify({ operation, folder, exitCode, standIn: true, ...told, errors: messages }, null, 2));
}

async function launchWith(
    { action, folder, config }: Call,
    args: readonly string[],
    environment: NodeJS.ProcessEnv,
    terminal: Terminal,
    listener: Parameters<Awaited<ReturnType<typeof openSandbox>>["launch"]>[1],
): Promise<ExitCode> {
    const packs = ["required", "recommended"].map((name) => join(packageRoot(), "policies", name));
    const opened = await openSandbox({ say: terminal.err });
    const code = await opened.launch({ operation: action, folder, packs, config, args, environment }, listener);
    return code === 0 ? EXIT.ok : EXIT.findings;
}

function readConfig(entries: readonly string[]): Record<string, string> {
    return Object.fromEntries(
        entries.map((entry) => {
            const [, key, value] = /^([^\s:=]+(?::[^\s:=]+)?)=(.*)$/s.exec(entry) ?? [];
            if (key === undefined || value === undefined) {
                // Without what may be a secret.
                throw new UsageProblem(
                    `--config ${entry.split("=")[0]}… is not KEY=VALUE, as in --config aws:region=eu-west-1`,
                );
            }
            return [key, value];
        }),
    );
}
