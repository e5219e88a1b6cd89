import { unknown } from "./arguments";
import { EXIT, type ExitCode, type Terminal, USAGE_PROBLEM, UsageProblem } from "./command";
import { COMMANDS } from "./commands";
import { version } from "./version";

const terminal: Terminal = {
    out: (line) => process.stdout.write(line + "\n"),
    err: (line) => process.stderr.write(line + "\n"),
    colour: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR && process.env.TERM !== "dumb",
};

async function main([name, ...args]: readonly string[]): Promise<ExitCode> {
    if (name === "--version" || name === "-v") {
        terminal.out(version());
        return EXIT.ok;
    }
    if (name === "--help" || name === "-h" || name === "help") {
        terminal.out(help());
        return EXIT.ok;
    }
    if (name === undefined) {
        terminal.err(help());
        return EXIT.usage;
    }
    const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (entry === undefined) {
        throw new UsageProblem(
            name.startsWith("-")
                ? unknown("option", name, ["--version", "--help"])
                : unknown("command", name, Object.keys(COMMANDS)),
        );
    }
    const command = entry.load();
    if (args.includes("--help") || args.includes("-h")) {
        terminal.out(command.help);
        return EXIT.ok;
    }
    return command.run(args, terminal);
}

function help(): string {
    const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
    return [
        "iot-kafka: AWS IoT to Apache Kafka, right before it is deployed",
        "",
        "  iot-kafka COMMAND [--help]",
        "",
        ...Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`),
        "",
        "Exit codes: 0 all is well, 1 findings, 2 unusable input, 64 wrong usage.",
    ].join("\n");
}

// Whoever reads only the first lines (`| head`) closes the pipe: that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
});

main(process.argv.slice(2)).then(
    (code) => {
        process.exitCode = code;
    },
    (error: Error) => {
        terminal.err(`iot-kafka: ${error.message}`);
        // A command is a bundle with a class of its own of that name.
        process.exitCode = error.name === USAGE_PROBLEM ? EXIT.usage : EXIT.unusable;
    },
);
