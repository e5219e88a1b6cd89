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
        "which are not evaluated here";
    throw new EvaluationFailure("regexp-unsupported", message);
}

function compile(text: string): Pattern | Unsupported {
    try {
        const expression = RE2JS.compile(text);
        return { expression, size: expression.programSize() };
    } catch {
        return JAVA_ONLY.test(text) ? "unsupported" : undefined;
    }
}

const JAVA_ONLY = /\(\?(?:[=!>]|<[=!])|\\(?:[1-9hHRGXpP]|k<)|[*+?}]\+/;
