import { isRecord, member } from "../../constraints/core/known";
import type { Path } from "../../constraints/core/path";
import type { Located, TextProblem } from "./located";
import { type ReadJson, readLocatedJson } from "./locatedJson";
import type { Position } from "./position";

/** The name under which the values of the lines stand. */
export const LINES = "events";

/**
 * A text with one JSON value in each line, such as the log of events that Pulumi writes, as an object with all of them
 * in a list; undefined where it is none. A line that is no JSON, as the last one of a log that is still written, is a
 * problem, and `null` in the list.
 */
export function readEventLines(text: string): Located | undefined {
    const end = text.indexOf("\n");
    if (end < 0 || !isEvent(text.slice(0, end))) return undefined;
    const read = text.split("\n").map((line) => (line.trim() === "" ? undefined : readLocatedJson(line)));
    const lines: { readonly json: ReadJson; readonly line: number }[] = [];
    for (const [index, json] of read.entries()) if (json !== undefined) lines.push({ json, line: index + 1 });
    const value = { [LINES]: lines.map(({ json }) => (json.ok ? json.json.value : null)) };
    const at = ({ line, column }: Position, whole: number) => ({ line: line + whole - 1, column });
    return {
        value,
        locate: ([, index, ...path]: Path, inName) => {
            const found = lines[Number(index)];
            if (!found?.json.ok) return { line: found?.line ?? 1, column: 1 };
            return at(found.json.json.locate(path, inName), found.line);
        },
        repeated: lines.flatMap(({ json, line }): readonly TextProblem[] =>
            (json.ok ? json.json.repeated : [json.problem]).map((one) => ({ ...one, ...at(one, line) })),
        ),
    };
}

/** The first line of such a log. */
function isEvent(line: string): boolean {
    if (!/^\s*\{/.test(line) || !line.includes('"sequence"')) return false;
    const read = readLocatedJson(line);
    return read.ok && isRecord(read.json.value) && typeof member(read.json.value, "sequence") === "number";
}
