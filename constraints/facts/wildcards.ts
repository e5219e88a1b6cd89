/**
 * Stands in a text for one letter or digit that is not known: each of the six that end the ARN of a secret. No pattern
 * holds it.
 */
export const ANY_CHARACTER = "\u0000";

/** A text longer than every ARN; nothing is asked about longer ones. */
export const LONGEST_TEXT = 2048;

/**
 * True when a pattern with `*` and `?`, as IAM reads them, matches the whole text. Where the text has characters that
 * are not known, `loosely` answers whether it may match; otherwise whether it does whatever they are.
 *
 * No text that is asked about is longer than an ARN, so that it takes a time proportional to the pattern's length.
 */
export function matchesWildcards(pattern: string, text: string, loosely = false): boolean {
    if (text.length > LONGEST_TEXT || needsMore(pattern, text.length)) return false;
    let at = 0;
    let from = 0;
    let star = -1;
    let covered = 0;
    while (from < text.length) {
        const wanted = pattern[at];
        if (wanted === "*") {
            star = at++;
            covered = from;
        } else if (wanted !== undefined && fits(wanted, text[from]!, loosely)) {
            at++;
            from++;
        } else if (star >= 0) {
            at = star + 1;
            from = ++covered;
        } else return false;
    }
    while (pattern[at] === "*") at++;
    return at === pattern.length;
}

/** True when some text that starts so may match the pattern. */
export function mayStartWith(pattern: string, start: string): boolean {
    const star = pattern.indexOf("*");
    const length = star < 0 ? start.length : Math.min(star, start.length);
    if (pattern.length < length) return false;
    for (let at = 0; at < length; at++) if (!fits(pattern[at]!, start[at]!, true)) return false;
    return true;
}

/** True for a text in which `*` or `?` stands for others. */
export function hasWildcard(text: string): boolean {
    return text.includes("*") || text.includes("?");
}

function fits(wanted: string, given: string, loosely: boolean): boolean {
    if (wanted === "?" || wanted === given) return true;
    return loosely && given === ANY_CHARACTER && /[A-Za-z0-9]/.test(wanted);
}

/** True when the pattern asks for more characters than there are. */
function needsMore(pattern: string, length: number): boolean {
    if (pattern.length <= length) return false;
    let needed = 0;
    for (let at = 0; at < pattern.length && needed <= length; at++) if (pattern[at] !== "*") needed++;
    return needed > length;
}
