/** The exit codes of every command; where several apply, the higher one wins. */
export const EXIT = {
    /** All is well. */
    ok: 0,
    /** Findings, or a step that failed. */
    findings: 1,
    /** Input that cannot be used, or a tool that cannot be had. */
    unusable: 2,
    /** The command was called wrongly. */
    usage: 64,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Where a command writes to. */
export interface Terminal {
    /** Standard output, with the line's end. */
    out(line: string): void;
    /** Standard error, with the line's end. */
    err(line: string): void;
    /** Whether standard output is to be coloured. */
    readonly colour: boolean;
}

/** One command of `iot-kafka`, in a file of its own that is loaded when the command is called. */
export interface Command {
    /** What `--help` prints. */
    readonly help: string;
    /** @throws UsageProblem when it was called wrongly */
    run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** Tells a {@link UsageProblem} also where its class is another copy. */
export const USAGE_PROBLEM = "UsageProblem";

/** The command was called wrongly; the message says how, and what is right. */
export class UsageProblem extends Error {
    override readonly name = USAGE_PROBLEM;
}
