/** An object or a list on the way to where the scan is. */
interface Open {
    /** The names so far; undefined in a list. */
    readonly names?: Set<string>;
    /** True where the next text is a name. */
    awaitsName: boolean;
}

/**
 * The names that stand twice in one object of a JSON text, which a parser takes without a word, keeping the last. The
 * text must be valid JSON. Linear, and without recursion: a text may nest as deeply as it likes.
 */
export function repeatedNames(text: string): string[] {
    const repeated: string[] = [];
    const open: Open[] = [];
    for (let at = 0; at < text.length; at++) {
        const character = text[at];
        const inside = open.at(-1);
        if (character === "{") open.push({ names: new Set(), awaitsName: true });
        else if (character === "[") open.push({ awaitsName: false });
        else if (character === "}" || character === "]") open.pop();
        else if (character === "," && inside?.names) inside.awaitsName = true;
        else if (character === '"') {
            const end = endOfText(text, at);
            if (inside?.names && inside.awaitsName) {
                const name = JSON.parse(text.slice(at, end + 1)) as string;
                if (inside.names.has(name)) repeated.push(name);
                inside.names.add(name);
                inside.awaitsName = false;
            }
            at = end;
        }
    }
    return repeated;
}

function endOfText(text: string, start: number): number {
    let at = start + 1;
    while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
    return at;
}
