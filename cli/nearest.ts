/** The name that a misspelt one was probably meant to be; undefined when none is near. */
export function nearest(name: string, names: readonly string[]): string | undefined {
    const ranked = names
        .map((candidate) => ({ candidate, distance: distance(name.toLowerCase(), candidate.toLowerCase()) }))
        .sort((a, b) => a.distance - b.distance);
    const [best] = ranked;
    return best && best.distance <= Math.max(1, Math.floor(best.candidate.length / 2)) ? best.candidate : undefined;
}

/** Number of letters to insert, delete, replace or swap with the next one. */
function distance(a: string, b: string): number {
    const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
    for (let row = 1; row <= a.length; row++) {
        const line = [row];
        for (let column = 1; column <= b.length; column++) {
            const same = a[row - 1] === b[column - 1];
            const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            line.push(
                Math.min(
                    rows[row - 1]![column]! + 1,
                    line[column - 1]! + 1,
                    rows[row - 1]![column - 1]! + (same ? 0 : 1),
                    swapped ? rows[row - 2]![column - 2]! + 1 : Number.POSITIVE_INFINITY,
                ),
            );
        }
        rows.push(line);
    }
    return rows[a.length]![b.length]!;
}
