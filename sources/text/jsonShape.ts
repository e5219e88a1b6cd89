import { isRecord } from "../../constraints/core/known";

/** How deep a JSON text is nested, and how many names its objects have, whether it is JSON or not. */
export interface JsonShape {
    readonly depth: number;
    /** Where it was deepest. */
    readonly deepest: number;
    readonly names: number;
}

/** Looks through a text once, which is many times faster than reading it. */
export function shapeOf(text: string): JsonShape {
    let [depth, greatest, deepest, names] = [0, 0, 0, 0];
    const { length } = text;
    for (let at = 0; at < length; at++) {
        const code = text.charCodeAt(at);
        if (code === 0x22) {
            at++;
            for (let inner = text.charCodeAt(at); at < length && inner !== 0x22; inner = text.charCodeAt(++at)) {
                if (inner === 0x5c) at++;
            }
        } else if (code === 0x3a) names++;
        else if (code === 0x7b || code === 0x5b) {
            if (++depth > greatest) [greatest, deepest] = [depth, at];
        } else if (code === 0x7d || code === 0x5d) depth--;
    }
    return { depth: greatest, deepest, names };
}

/** The names in a value: as many as in its text, unless an object has a name twice there. */
export function namesIn(value: unknown): number {
    if (Array.isArray(value)) {
        let sum = 0;
        for (const inner of value) if (typeof inner === "object") sum += namesIn(inner);
        return sum;
    }
    if (!isRecord(value)) return 0;
    const names = Object.keys(value);
    let sum = names.length;
    for (const name of names) {
        const inner = value[name];
        if (typeof inner === "object") sum += namesIn(inner);
    }
    return sum;
}
