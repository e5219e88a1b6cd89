/** A replacement in Java's notation: texts as they stand, and the numbers of groups. */
export type Replacement = readonly (string | number)[];

/**
 * `$1` is a group, of as many digits as there are groups; a backslash takes the next character as it is. Undefined
 * for a text that is none.
 */
export function readReplacement(text: string, groups: number): Replacement | undefined {
    const parts: (string | number)[] = [];
    for (let at = 0; at < text.length; at++) {
        const character = text[at]!;
        if (character === "\\") {
            at++;
            if (at === text.length) return undefined;
            parts.push(text[at]!);
        } else if (character === "$") {
            const digits = digitsOfGroup(text, at + 1, groups);
            if (digits === 0) return undefined;
            parts.push(Number(text.slice(at + 1, at + 1 + digits)));
            at += digits;
        } else {
            parts.push(character);
        }
    }
    return parts;
}

/** How many digits name a group that there is; none when the first does not. */
function digitsOfGroup(text: string, start: number, groups: number): number {
    let digits = 0;
    while (/^[0-9]$/.test(text[start + digits] ?? "")) {
        if (Number(text.slice(start, start + digits + 1)) > groups) break;
        digits++;
    }
    return digits;
}
