/** A place in a text: line and column from 1. */
export interface Position {
    readonly line: number;
    readonly column: number;
}

/** Tells line and column of offsets in a text. Where its lines begin is found once, when it is first asked. */
export class Lines {
    #starts: number[] | undefined;

    constructor(readonly text: string) {}

    positionAt(offset: number): Position {
        this.#starts ??= lineStarts(this.text);
        const starts = this.#starts;
        let [low, high] = [0, starts.length - 1];
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (starts[middle]! <= offset) low = middle;
            else high = middle - 1;
        }
        return { line: low + 1, column: offset - starts[low]! + 1 };
    }
}

function lineStarts(text: string): number[] {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
}
