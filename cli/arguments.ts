import { type ParseArgsConfig, parseArgs } from "node:util";
import { nearest } from "../language/nearest";
import { UsageProblem } from "./command";

/** `parseArgs` whose errors are usage problems, with the nearest option for a misspelt one. */
export function readArguments<Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
    try {
        return parseArgs(config);
    } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        if (!code?.startsWith("ERR_PARSE_ARGS")) {
            throw error;
        }
        const options = Object.keys(config.options ?? {}).map((name) => `--${name}`);
        const wrong = code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" ? /'(-[^']*)'/.exec(message)?.[1] : undefined;
        throw new UsageProblem(wrong === undefined ? sentence(message) : unknown("option", wrong, options));
    }
}

/** The value of an option that takes one of a few words. */
export function oneOf<Word extends string>(what: string, value: string, words: readonly Word[]): Word {
    const found = words.find((word) => word === value);
    if (found === undefined) {
        throw new UsageProblem(unknown(what, value, words));
    }
    return found;
}

/** `unknown option --formt: did you mean --format?` */
export function unknown(what: string, name: string, names: readonly string[]): string {
    const near = nearest(name, names);
    const advice =
        near === undefined ? `there ${names.length > 1 ? "are" : "is"} ${names.join(", ")}` : `did you mean ${near}?`;
    return `unknown ${what} ${name}: ${advice}`;
}

function sentence(message: string): string {
    return message.split("\n")[0]!.replace(/\. To specify.*$/, "");
}

/** True when the call asks for JSON, also where its arguments as a whole cannot be read. */
export function asksForJson(args: readonly string[]): boolean {
    return args.some((arg, index) => arg === "--format=json" || (arg === "json" && args[index - 1] === "--format"));
}
