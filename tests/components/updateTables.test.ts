import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ALL_CASES } from "./engine/updates/cases";

const folder = resolve(__dirname, "..", "..", "docs", "components");

interface Row {
    /** The arguments that it is about, as its first column spells them. */
    readonly names: readonly string[];
    readonly whenItChanges: string;
}

/**
 * The rows of a page's tables of arguments. What a change does stands in the column "when it changes"; a page without
 * one says it of all arguments together.
 */
function rowsOf(text: string): Row[] {
    const rows: Row[] = [];
    let column = -1;
    for (const line of text.split("\n")) {
        if (!line.startsWith("|")) column = -1;
        // A bar in a cell is written with a backslash.
        const cells = line.split(/(?<!\\)\|/).slice(1, -1);
        const texts = cells.map((cell) => cell.trim());
        if (column < 0 && /^(argument|of an? .+)$/.test(texts[0] ?? "")) {
            column = texts.includes("when it changes") ? texts.indexOf("when it changes") : texts.length - 1;
        } else if (column > 0 && !/^-+$/.test(texts[0]!)) {
            rows.push({ names: namesIn(texts[0]!), whenItChanges: texts[column]! });
        }
    }
    return rows;
}

/** `a.b`, `.c` stands for `a.b` and `a.c`; words around a name belong to it. */
function namesIn(cell: string): string[] {
    if (!/^`[^`]+`(, `[^`]+`)*$/.test(cell)) return [cell.replaceAll("`", "")];
    const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
    const parent = names[0]!.split(".").slice(0, -1).join(".");
    return names.map((name) => (name.startsWith(".") ? parent + name : name));
}

describe("The tables of arguments", () => {
    for (const file of readdirSync(folder)) {
        const text = readFileSync(join(folder, file), "utf8");
        const [, component = ""] = /^# (\w+)$/m.exec(text) ?? [];

        it(`say of every argument of ${component} what a change of it does, and a case on the engine proves it`, () => {
            const rows = rowsOf(text);
            assert.ok(rows.length > 3, `${file} has no table of arguments`);
            const proved = new Set(Object.values(ALL_CASES[component] ?? {}).flatMap((one) => one.rows));
            const missing = rows
                .filter(({ whenItChanges }) => whenItChanges !== "")
                .flatMap(({ names }) => names.filter((name) => !proved.has(name)));
            assert.deepEqual(missing, [], `add cases to tests/components/engine/updates/cases for ${component}`);
        });

        it(`have a row for everything that cases of ${component} are about`, () => {
            const known = new Set(rowsOf(text).flatMap(({ names }) => names));
            const cases = Object.values(ALL_CASES[component] ?? {});
            const unknown = cases.flatMap(({ rows }) => rows.filter((row) => !known.has(row)));
            assert.deepEqual(unknown, []);
        });
    }
});
