/** How deep the brackets of a JSON text are nested, up to one more than the limit. Most texts are hardly looked at. */
export function depthOf(text: string, limit: number): number {
    return hasMoreThan(limit, text) ? count(text, limit) : 0;
}

/** Whether a text has that many opening brackets at all, wherever they stand. */
function hasMoreThan(limit: number, text: string): boolean {
    if (text.length <= limit) return false;
    let found = 0;
    for (const bracket of ["{", "["]) {
        for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
            if (++found > limit) return true;
        }
    }
    return false;
}

function count(text: string, limit: number): number {
    let depth = 0;
    let deepest = 0;
    for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 0x22) {
            at = endOfText(text, at);
        } else if (code === 0x7b || code === 0x5b) {
            deepest = Math.max(deepest, ++depth);
            if (deepest > limit) return deepest;
        } else if (code === 0x7d || code === 0x5d) {
            depth--;
        }
    }
    return deepest;
}

/** Where the closing quote of a text in quotes stands. */
function endOfText(text: string, start: number): number {
    let end = start;
    do end = text.indexOf('"', end + 1);
    while (end > 0 && isEscaped(text, end));
    return end < 0 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes++;
    return slashes % 2 === 1;
}
