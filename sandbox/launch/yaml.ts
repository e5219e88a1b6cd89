import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { SandboxProblem } from "../sandboxProblem";

export type Mapping = Readonly<Record<string, unknown>>;

interface YamlError extends Error {
    readonly reason?: string;
    readonly mark?: { readonly line: number; readonly column: number };
}

/** The reader that @pulumi/pulumi itself has. */
interface YamlReader {
    load(text: string): unknown;
}

/**
 * A YAML (or JSON) file that holds a mapping; an empty file is an empty one.
 *
 * @throws SandboxProblem that says where it cannot be read
 */
export function readYaml(file: string): Mapping {
    const content = parse(file, read(file)) ?? {};
    if (!isMapping(content)) {
        throw new SandboxProblem(`${file} does not hold a mapping of names to values.`);
    }
    return content;
}

export function isMapping(value: unknown): value is Mapping {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

function read(file: string): string {
    try {
        return readFileSync(file, "utf8");
    } catch (error) {
        throw new SandboxProblem(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
    }
}

function parse(file: string, text: string): unknown {
    const reader = createRequire(require.resolve("@pulumi/pulumi/package.json"))("js-yaml") as YamlReader;
    try {
        return reader.load(text);
    } catch (error) {
        const { reason, mark, message } = error as YamlError;
        const place = mark ? `:${mark.line + 1}:${mark.column + 1}` : "";
        throw new SandboxProblem(`${file}${place} is no YAML: ${reason ?? message}.`);
    }
}
