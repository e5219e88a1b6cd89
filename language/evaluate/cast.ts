import { toBoolean, toNumeric, toText } from "./conversions";
import { decimal, doubleValue, pointless } from "./decimal";
import { floor, isInt, isNumeric, signOf, toDouble } from "./numbers";
import type { Result } from "./value";

/** What the type words of cast mean. */
export type CastType = "text" | "int" | "double" | "decimal" | "boolean";

/** https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-functions.html#iot-sql-function-cast */
const CAST_TYPES: ReadonlyMap<string, CastType> = new Map([
    ["string", "text"],
    ["nvarchar", "text"],
    ["text", "text"],
    ["ntext", "text"],
    ["varchar", "text"],
    ["int", "int"],
    ["integer", "int"],
    ["double", "double"],
    ["decimal", "decimal"],
    ["bool", "boolean"],
    ["boolean", "boolean"],
]);

/** The type words that 2015-10-08 does not have. */
const LATER: ReadonlySet<CastType> = new Set(["decimal", "boolean"]);

/** What a type word means, in any case; undefined for a word that is none. */
export function castType(word: string): { readonly type: CastType; readonly needsLater: boolean } | undefined {
    const type = CAST_TYPES.get(word.toLowerCase());
    return type && { type, needsLater: LATER.has(type) };
}

export function castTo(type: CastType, value: Result, keepsWhole: boolean): Result {
    switch (type) {
        case "text":
            return toText(value);
        case "int":
            return castToInt(value);
        case "boolean":
            return castToBoolean(value);
        case "double":
        case "decimal":
            return castToDecimal(value, type === "double", keepsWhole);
    }
}

function castToInt(value: Result): Result {
    if (typeof value === "boolean") return value ? 1 : 0;
    const number = toNumeric(value, true);
    return number === undefined ? undefined : floor(number);
}

/** Any number but zero is true. */
function castToBoolean(value: Result): Result {
    return isNumeric(value) ? signOf(value) !== 0 : toBoolean(value);
}

/** Booleans become 1.0 and 0.0, an Int a Decimal without a decimal point; 2016-03-23 makes Ints of all of these. */
function castToDecimal(value: Result, isDouble: boolean, keepsWhole: boolean): Result {
    if (typeof value === "boolean") return keepsWhole ? decimal(value ? 1 : 0) : value ? 1 : 0;
    if (isInt(value)) return keepsWhole ? pointless(value) : value;
    const number = toNumeric(value, keepsWhole);
    if (number === undefined || !isDouble) return number;
    return isInt(number) ? number : doubleValue(toDouble(number), keepsWhole);
}
