import { mistakeAt } from "./mistakes";
import type { Mistake, SyntaxProblem } from "./problem";
import { type OpenBracket, type Stop, stopAt } from "./stop";
import { showToken } from "./token";

/** Says why parsing stopped at an offset, where the grammar would have gone on with one of `expected`. */
export function diagnose(
    text: string,
    offset: number,
    expected: readonly string[],
    brackets: readonly OpenBracket[],
): SyntaxProblem {
    const stop = stopAt(text, offset, expected, brackets);
    const found = mistakeAt(stop);
    const says = textOf(found?.says, stop);
    const help = textOf(found?.help, stop);
    const safeMessage = says ?? `expected ${inWords(stop.expected)}`;
    const shown = stop.token.kind === "end" ? "" : showToken(stop.token);
    return problem(text, found?.at?.(stop) ?? offset, {
        mistake: found?.mistake ?? "other",
        message: says ?? `${safeMessage}, found ${shown || "the end"}`,
        safeMessage: says ?? (stop.token.kind === "end" ? `${safeMessage}, found the end` : safeMessage),
        ...(help === undefined ? {} : { help }),
    });
}

/** A problem that has a place and needs no guess. */
export function problem(
    text: string,
    offset: number,
    { mistake, ...said }: { mistake: Mistake; message: string; safeMessage: string; help?: string },
): SyntaxProblem {
    return { mistake, ...said, offset, ...placeOf(text, offset) };
}

function textOf(text: string | ((stop: Stop) => string) | undefined, stop: Stop): string | undefined {
    return typeof text === "function" ? text(stop) : text;
}

function placeOf(text: string, offset: number): { line: number; column: number } {
    let line = 1;
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0 && end < offset; end = text.indexOf("\n", start)) {
        line++;
        start = end + 1;
    }
    return { line, column: offset - start + 1 };
}

/** Things first, then signs, then key words, then the end. */
function inWords(expected: ReadonlySet<string>): string {
    const words = [...expected].filter((word) => {
        if (word === "VALUE") return !expected.has("an expression");
        // A path or a call goes on with these; to a reader they are operators.
        return (word !== '"."' && word !== '"("') || !expected.has("an operator");
    });
    words.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    return words.length > 1 ? `${words.slice(0, -1).join(", ")} or ${words.at(-1)}` : (words[0] ?? "the end");
}

function rank(word: string): number {
    if (word === "the end") return 3;
    if (/^[A-Z]/.test(word)) return 2;
    return word.startsWith('"') ? 1 : 0;
}
