import type { CheckReport } from "./checkReport";

/** So many entries are written at a time. */
const BATCH = 500;

/**
 * A report as `JSON.stringify(report, null, 2)` gives it, in pieces that end where a line does: as one text a report of
 * a hundred thousand findings would take more memory than all that was read for it.
 */
export function* jsonReport(report: CheckReport): Generator<string> {
    const members = Object.entries(report);
    yield "{";
    for (const [index, [name, value]] of members.entries()) {
        const comma = index < members.length - 1 ? "," : "";
        if (Array.isArray(value) && value.length > 0) {
            yield `  ${JSON.stringify(name)}: [`;
            yield* entries(value);
            yield `  ]${comma}`;
        } else yield `  ${JSON.stringify(name)}: ${indented(value, "  ")}${comma}`;
    }
    yield "}";
}

function* entries(list: readonly unknown[]): Generator<string> {
    for (let from = 0; from < list.length; from += BATCH) {
        const batch = list.slice(from, from + BATCH).map((entry) => `    ${indented(entry, "    ")}`);
        yield batch.join(",\n") + (from + BATCH < list.length ? "," : "");
    }
}

function indented(value: unknown, indent: string): string {
    return JSON.stringify(value, null, 2).replaceAll("\n", `\n${indent}`);
}
