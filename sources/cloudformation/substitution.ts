import { UNKNOWN } from "../../constraints/core/known";

/**
 * A text of `Fn::Sub` with its variables replaced: unknown as soon as one of them is. `${!name}` is the text `${name}`,
 * which is how a substitution template of AWS IoT is written there.
 */
export function substitute(text: string, lookUp: (name: string) => unknown): unknown {
    const parts: string[] = [];
    let isKnown = true;
    let copied = 0;
    for (let at = text.indexOf("${"); at >= 0; at = text.indexOf("${", copied)) {
        const end = text.indexOf("}", at);
        if (end < 0) break;
        parts.push(text.slice(copied, at));
        const name = text.slice(at + 2, end).trim();
        copied = end + 1;
        if (name.startsWith("!")) {
            // Only the mark goes; what follows it is text and may hold variables of its own.
            parts.push("${");
            copied = text.indexOf("!", at) + 1;
            continue;
        }
        const value = lookUp(name);
        if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
            parts.push(String(value));
        } else isKnown = false;
    }
    parts.push(text.slice(copied));
    return isKnown ? parts.join("") : UNKNOWN;
}
