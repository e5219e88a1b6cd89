/**
 * The key word that a misspelt word most likely means: one insertion, removal, replacement or swap of neighbours for
 * every three letters. Undefined when none is that near.
 */
export function nearest(word: string, keyWords: readonly string[]): string | undefined {
    if (word.length < 3 || word.length > 12) return undefined;
    const capitals = word.toUpperCase();
    let best: string | undefined;
    let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
    for (const keyWord of keyWords) {
        const distance = editDistance(capitals, keyWord);
        if (distance < bestDistance) [best, bestDistance] = [keyWord, distance];
    }
    return best;
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
