import { RE2JS } from "re2js";
import { Recent } from "../../recent";
import { EvaluationFailure } from "../failure";

/** A compiled expression; undefined where the text is none. */
export type Pattern = { readonly expression: RE2JS; readonly size: number } | undefined;

const patterns = new Recent<Pattern | Unsupported>(64, 1024);

type Unsupported = "unsupported";

/**
 * AWS IoT takes Java's expressions. Those are run here by RE2, which takes time in proportion to the text whatever the
 * expression; what it leaves out of Java's for that is told apart from what is no expression at all.
 */
export function patternOf(text: string): Pattern {
    const pattern = patterns.of(text, compile);
    if (pattern !== "unsupported") return pattern;
    const message =
        "the regular expression uses look-around, back references, possessive quantifiers or a class such as \\p{Alpha}, " +
        `or is longer than ${LONGEST} characters, which is not evaluated here`;
    throw new EvaluationFailure("regexp-unsupported", message);
}

/** Longer expressions would take long to read. */
const LONGEST = 4096;

function compile(text: string): Pattern | Unsupported {
    if (text.length > LONGEST) return "unsupported";
    if (hasLooseBrace(text)) return undefined;
    try {
        const expression = RE2JS.compile(text);
        return { expression, size: expression.programSize() };
    } catch {
        return JAVA_ONLY.test(text) ? "unsupported" : undefined;
    }
}

const JAVA_ONLY = /\(\?(?:[=!>]|<[=!])|\\(?:[1-9hHRGXpP]|k<)|[*+?}]\+/;

/** What a brace may be part of: quoted text, a class by name, an escape, a set, a count. The last is a brace alone. */
const BRACES = /\\Q.*?\\E|\\[pPxkN]\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])+\]|\{[0-9]+(?:,[0-9]*)?\}|\{/gs;

/** Java takes no opening brace that begins no count, which RE2 takes as it is written. */
function hasLooseBrace(text: string): boolean {
    if (!text.includes("{")) return false;
    for (const [part] of text.matchAll(BRACES)) if (part === "{") return true;
    return false;
}
