/** A piece of a time pattern: a letter and how often it stands there, a text, or an optional section. */
export type Piece =
    | { readonly kind: "letter"; readonly letter: string; readonly count: number }
    | { readonly kind: "text"; readonly text: string }
    | { readonly kind: "optional"; readonly pieces: readonly Piece[] };

/** Longer patterns and times are none. */
export const LONGEST_PATTERN = 200;

/**
 * Reads what the patterns of Joda-Time and of Java have in common: letters mean fields, quotes enclose text, two quotes
 * are one. Undefined for a text that is no pattern.
 */
export function readPattern(text: string, hasSections: boolean): readonly Piece[] | undefined {
    if (text.length > LONGEST_PATTERN) return undefined;
    const open: Piece[][] = [[]];
    for (let at = 0; at < text.length; ) {
        const pieces = open.at(-1)!;
        const character = text[at]!;
        if (/[A-Za-z]/.test(character)) {
            const count = repeats(text, at);
            pieces.push({ kind: "letter", letter: character, count });
            at += count;
        } else if (character === "'") {
            const quoted = readQuoted(text, at);
            if (quoted === undefined) return undefined;
            pieces.push({ kind: "text", text: quoted.text });
            at = quoted.end;
        } else if (hasSections && character === "[") {
            open.push([]);
            at++;
        } else if (hasSections && character === "]") {
            if (open.length === 1) return undefined;
            open.pop();
            open.at(-1)!.push({ kind: "optional", pieces });
            at++;
        } else if (hasSections && /[{}#]/.test(character)) {
            return undefined;
        } else {
            pieces.push({ kind: "text", text: character });
            at++;
        }
    }
    // A section that is left open ends with the pattern.
    while (open.length > 1) {
        const pieces = open.pop()!;
        open.at(-1)!.push({ kind: "optional", pieces });
    }
    return open[0];
}

function repeats(text: string, at: number): number {
    let count = 1;
    while (text[at + count] === text[at]) count++;
    return count;
}

function readQuoted(text: string, start: number): { readonly text: string; readonly end: number } | undefined {
    if (text[start + 1] === "'") return { text: "'", end: start + 2 };
    let quoted = "";
    for (let at = start + 1; at < text.length; at++) {
        if (text[at] !== "'") quoted += text[at];
        else if (text[at + 1] === "'") quoted += text[at++];
        else return { text: quoted, end: at + 1 };
    }
    return undefined;
}
