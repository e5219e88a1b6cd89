import { type Command, EXIT, type Terminal, USAGE_PROBLEM } from "../command";

/** Runs a command whose file was started by itself: `node doctor.js --rule FILE`. */
export function runAlone(command: Command): void {
    const terminal: Terminal = {
        out: (line) => process.stdout.write(line + "\n"),
        err: (line) => process.stderr.write(line + "\n"),
        colour: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR && process.env.TERM !== "dumb",
    };
    const args = process.argv.slice(2);
    if (args.includes("--help") || args.includes("-h")) {
        terminal.out(command.help);
        return;
    }
    command.run(args, terminal).then(
        (code) => {
            process.exitCode = code;
        },
        (error: Error) => {
            terminal.err(`doctor: ${error.message}`);
            process.exitCode = error.name === USAGE_PROBLEM ? EXIT.usage : EXIT.unusable;
        },
    );
}
