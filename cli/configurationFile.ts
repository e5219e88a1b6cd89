import { checkConfiguration, withAll } from "../constraints/core/checkConfiguration";
import type { Configuration } from "../constraints/core/configuration";
import type { Constraint } from "../constraints/core/constraint";
import { readLocatedJson } from "../sources/text/locatedJson";
import { type FileProblem, readTextFile } from "./fileProblem";

/** A mistake in a configuration file. */
export interface ConfigurationFileProblem extends FileProblem {
    /** The word that is wrong, or the path to the value that is; the file where it cannot be read at all. */
    readonly name: string;
    /** The word that was probably meant. */
    readonly nearest?: string;
}

/** A configuration that can be used, or everything that is wrong with it. */
export type ReadConfiguration =
    | { readonly ok: true; readonly configuration: Configuration }
    | { readonly ok: false; readonly problems: readonly ConfigurationFileProblem[] };

/** Reads and checks a configuration file. `all` is written out for every constraint. Never throws. */
export function readConfiguration(file: string, catalogue: readonly Constraint[]): ReadConfiguration {
    const text = readTextFile(file);
    if (typeof text !== "string") return { ok: false, problems: [{ file, name: file, line: 1, column: 1, ...text }] };
    const read = readLocatedJson(text);
    if (!read.ok) return { ok: false, problems: [{ file, name: file, ...read.problem }] };
    const { value, locate, repeated } = read.json;
    const problems = [
        ...repeated.map((problem) => ({ file, name: "configuration", ...problem })),
        ...checkConfiguration(value, catalogue).map(({ path, inName, name, nearest, message }) => {
            return { file, name, nearest, message, ...locate(path, inName) };
        }),
    ].sort((a, b) => a.line - b.line || a.column - b.column);
    if (problems.length > 0) return { ok: false, problems };
    return { ok: true, configuration: withAll(value as Configuration, catalogue) };
}
