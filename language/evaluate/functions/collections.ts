import { toInt, toText } from "../conversions";
import { EvaluationFailure } from "../failure";
import { readJson } from "../json/read";
import { writeJson } from "../json/write";
import { LIMITS, tooLarge } from "../limits";
import { countSteps, type Run } from "../run";
import { isArray, isObject, memberOf, ObjectBuilder, type ObjectValue, type Result, type Value } from "../value";
import type { Bodies, Body } from "./body";
import { encode } from "./encoding";

/** An element or a character by its position from 0, or a member by its key. */
const get: Body = ([collection, which]) => {
    if (isObject(collection)) return typeof which === "string" ? memberOf(collection, which) : undefined;
    if (typeof collection !== "string" && !isArray(collection)) return undefined;
    const index = toInt(which);
    return typeof index === "number" && index >= 0 ? collection[index] : undefined;
};

/** One argument is itself; several are one array as soon as one is an array, and one text as soon as one is a text. */
const concat: Body = (given, run) => {
    if (given.length < 2) return given[0];
    if (given.some(isArray)) return concatArrays(given, run);
    if (!given.some((value) => typeof value === "string")) return undefined;
    let text = "";
    for (const value of given) {
        const part = toText(value);
        if (part === undefined) return undefined;
        text += part;
        if (text.length > LIMITS.text) throw tooLarge("what concat makes");
    }
    return text;
};

function concatArrays(given: readonly Result[], run: Run): Value {
    const array: Value[] = [];
    for (const value of given) {
        if (isArray(value)) {
            countSteps(run, value.length);
            for (const element of value) array.push(element);
        } else if (value === undefined) run.isComplete = false;
        else array.push(value);
    }
    return array;
}

/** Base64 only: of what was JSON the value, of anything else the text, and Null of what is no base64. */
function decode(value: Result, scheme: Result, keepsWhole: boolean): Result {
    if (scheme !== "base64" || value === undefined) return undefined;
    const encoded = toText(value)?.trim();
    if (encoded === undefined || !isBase64(encoded)) return null;
    const text = Buffer.from(encoded, "base64").toString("utf8");
    const json = readJson(text, keepsWhole);
    return "value" in json ? json.value : text;
}

function isBase64(text: string): boolean {
    return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

/**
 * Adds the members of an object to each object of an array. What a nested SELECT gives is an array of one where it
 * looked at one object, so an array of one stands for its element here, as AWS's third example needs.
 */
const transform: Body = ([mode, attributes, elements], run) => {
    const object = theOnly(attributes, isObject);
    const array = theOnly(elements, isArray);
    if (mode !== "enrichArray" || object === undefined || array === undefined || !array.every(isObject)) {
        return undefined;
    }
    countSteps(run, array.length);
    const enriched = array.map((element) => merged(element as ObjectValue, object));
    const size = Buffer.byteLength(writeJson(enriched), "utf8");
    if (size > LIMITS.transform) {
        throw new EvaluationFailure(
            "too-large",
            `what transform makes has ${size} bytes; ${LIMITS.transform} are allowed`,
        );
    }
    return enriched;
};

function theOnly<T extends Value>(value: Result, is: (value: Result) => value is T): T | undefined {
    const [only] = isArray(value) && value.length === 1 ? value : [];
    if (is(only)) return only;
    return is(value) ? value : undefined;
}

function merged(element: ObjectValue, attributes: ObjectValue): ObjectValue {
    const builder = new ObjectBuilder();
    builder.setAll(element);
    builder.setAll(attributes);
    return builder.build();
}

export const COLLECTIONS: Bodies = {
    concat,
    encode: ([value, scheme]) => encode(value, scheme),
    get,
    isnull: ([value]) => value === null,
    isundefined: ([value]) => value === undefined,
    transform,
};

export { decode };
