import type { Value } from "../value";
import { lossIn } from "./loss";
import { readExactly } from "./readExactly";

/** Nothing that people send is nested as deep; what is deeper could exhaust the stack of whoever walks it. */
export const MAXIMUM_JSON_DEPTH = 500;

/** What was read, or why nothing was. */
export type JsonResult = { readonly value: Value } | { readonly problem: "not-json" | "too-deep" };

/**
 * Under 2015-10-08 a Decimal that is whole stays a Decimal. What only looks like one within a text costs time, no more.
 */
const WHOLE_DECIMAL = /[0-9]\.0+(?![0-9])|[0-9][eE]/;

/** A number that may be too small for a double has such an exponent. */
const TINY = /[eE]-[0-9]{3}/;

function isTiny(text: string): boolean {
    // Most texts have no such pair of characters, which is found out sooner.
    return (text.includes("e-") || text.includes("E-")) && TINY.test(text);
}

/**
 * Reads JSON without damage: Ints keep all digits and objects the order of their keys. A number with a fraction or an
 * exponent is read as the double next to it, as AWS IoT does: 36.903999599999999 is 36.9039996.
 */
export function readJson(text: string, keepsWhole: boolean): JsonResult {
    let parsed: unknown;
    try {
        parsed = JSON.parse(text);
    } catch {
        return { problem: "not-json" };
    }
    const loss = lossIn(parsed, MAXIMUM_JSON_DEPTH);
    if (loss === "too-deep") return { problem: loss };
    const isDamaged = loss === "damaged" || mayHidePrototype(text) || (keepsWhole && WHOLE_DECIMAL.test(text));
    return { value: isDamaged || isTiny(text) ? readExactly(text, keepsWhole) : (parsed as Value) };
}

/** A key `__proto__` would set the prototype of an object that it is copied to; it may be written with escapes. */
function mayHidePrototype(text: string): boolean {
    return text.includes("__proto__") || text.includes("\\u00");
}
