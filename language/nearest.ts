/**
 * The candidate that a misspelt word most likely means: the same but for case and punctuation, or one insertion,
 * removal, replacement or swap of neighbours for every three characters. Undefined when none is that near.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
    if (word.length > 64) return undefined;
    const letters = lettersOf(word);
    const same = candidates.find((candidate) => lettersOf(candidate) === letters);
    if (same !== undefined || word.length < 3) return letters === "" ? undefined : same;
    let best: string | undefined;
    let bestDistance = Math.floor(word.length / 3) + 1;
    for (const candidate of candidates) {
        // Each letter more or less is an insertion or removal: so far away there is nothing to count.
        if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
        const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
        if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
    }
    return best;
}

function lettersOf(word: string): string {
    return word.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function editDistance(a: string, b: string): number {
    const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
    for (let row = 1; row <= a.length; row++) {
        const above = rows[row - 1]!;
        const current = [row];
        for (let column = 1; column <= b.length; column++) {
            const replaced = above[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
            let least = Math.min(above[column]! + 1, current[column - 1]! + 1, replaced);
            const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            if (isSwap) least = Math.min(least, rows[row - 2]![column - 2]! + 1);
            current[column] = least;
        }
        rows.push(current);
    }
    return rows[a.length]![b.length]!;
}
