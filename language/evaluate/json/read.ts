import type { Value } from "../value";
import { depthOf } from "./depth";
import { readExactly } from "./readExactly";

/** Nothing that people send is nested as deep; what is deeper could exhaust the stack of whoever walks it. */
export const MAXIMUM_JSON_DEPTH = 500;

/** What was read, or why nothing was. */
export type JsonResult = { readonly value: Value } | { readonly problem: "not-json" | "too-deep" };

/*
 * What JSON.parse would damage: whole numbers of more than 15 digits, exponents and tiny numbers, keys that would
 * change places or set a prototype, and the escapes that may hide such a key. What only looks like one of these within
 * a text costs time, no more.
 */
const DAMAGED = /[[:,\s]-?(?:[0-9]{16}|[0-9]+(?:\.[0-9]+)?[eE]|0\.0{6})|"(?:[0-9]{1,10}|__proto__)"\s*:|\\u00[3567]/;

/** Under 2015-10-08 a Decimal that is whole stays a Decimal. */
const WHOLE_DECIMAL = /[0-9]\.0+(?![0-9])/;

/**
 * Reads JSON without damage: Ints keep all digits and objects the order of their keys. A number with a fraction or an
 * exponent is read as the double next to it, as AWS IoT does: 36.903999599999999 is 36.9039996.
 */
export function readJson(text: string, keepsWhole: boolean): JsonResult {
    if (depthOf(text, MAXIMUM_JSON_DEPTH) > MAXIMUM_JSON_DEPTH) return { problem: "too-deep" };
    try {
        if (DAMAGED.test(text) || (keepsWhole && WHOLE_DECIMAL.test(text))) {
            // Whether it is JSON at all is left to the one who knows best.
            JSON.parse(text);
            return { value: readExactly(text, keepsWhole) };
        }
        return { value: JSON.parse(text) as Value };
    } catch {
        return { problem: "not-json" };
    }
}
