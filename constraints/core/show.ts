/** A value as a message shows it: as JSON, shortened. Only for fields that hold no secret. */
export function show(value: unknown): string {
    const text = typeof value === "string" ? JSON.stringify(value) : describe(value);
    return text.length > 100 ? `${text.slice(0, 97)}...` : text;
}

/** What kind of value it is, in words. */
export function describe(value: unknown): string {
    if (value === undefined) return "nothing";
    if (value === null) return "null";
    if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
    if (typeof value === "object") return "an object";
    if (typeof value === "symbol") return "a value not known yet";
    return `the ${typeof value} ${String(value)}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(words: readonly string[]): string {
    if (words.length < 2) return words.join("");
    return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** The candidate that a misspelt word most likely means, or undefined when none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
    if (word.length > 64) return undefined;
    const plain = normalise(word);
    let best: string | undefined;
    let bestDistance = Math.floor(word.length / 3) + 1;
    for (const candidate of candidates) {
        const distance = normalise(candidate) === plain ? 0 : editDistance(word.toLowerCase(), candidate.toLowerCase());
        if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
    }
    return best;
}

function normalise(word: string): string {
    return word.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function editDistance(a: string, b: string): number {
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let row = 1; row <= a.length; row++) {
        const current = [row];
        for (let column = 1; column <= b.length; column++) {
            const substitution = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
            current[column] = Math.min(previous[column]! + 1, current[column - 1]! + 1, substitution);
        }
        previous = current;
    }
    return previous[b.length]!;
}
