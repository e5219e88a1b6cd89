import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "..", "..");

/** A hand-written page of the repository. */
export interface Page {
    /** Path from the root of the repository. */
    readonly file: string;
    readonly text: string;
}

/** A fenced block of a page. */
export interface Block {
    readonly file: string;
    /** Line of its opening fence, from 1. */
    readonly line: number;
    readonly language: string;
    /** What stands behind the language, as in `sh exit=1`. */
    readonly note: string;
    readonly text: string;
}

/** Every hand-written page; the generated rule pages hold no commands and no programs. */
export function pages(): Page[] {
    const top = readdirSync(root).filter((file) => file.endsWith(".md"));
    const below = ["docs", "examples"].flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
            .filter((file) => file.endsWith(".md") && !file.includes("node_modules"))
            .map((file) => `${folder}/${file.replaceAll("\\", "/")}`),
    );
    return [...top, ...below]
        .filter((file) => !file.startsWith("docs/rules/"))
        .sort()
        .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
}

/** The fenced blocks of a page, in order. */
export function blocks({ file, text }: Page): Block[] {
    const lines = text.split("\n");
    const found: Block[] = [];
    for (let index = 0; index < lines.length; index++) {
        const fence = /^```(\w*)\s*(.*)$/.exec(lines[index]!);
        if (!fence) continue;
        const end = lines.indexOf("```", index + 1);
        if (end < 0) throw new Error(`${file}:${index + 1}: the block does not end`);
        found.push({
            file,
            line: index + 1,
            language: fence[1]!,
            note: fence[2]!,
            text: lines.slice(index + 1, end).join("\n"),
        });
        index = end;
    }
    return found;
}
