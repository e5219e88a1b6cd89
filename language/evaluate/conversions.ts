import { decimal, decimalValue, isDecimal, pointless, printDecimal } from "./decimal";
import { writeJson } from "./json/write";
import { isNumeric, type Numeric, round, truncate } from "./numbers";
import type { Result } from "./value";

/**
 * The conversions that AWS IoT makes where a value of another type is needed.
 * https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-data-types.html
 */

const NUMBER_TEXT = /^-?[0-9]+(?:\.[0-9]+)?(?:[eE]-?[0-9]+)?$/;

/** More digits than any number in a message has; longer texts are no numbers, lest they take long to read. */
const LONGEST_NUMBER = 1100;

/** The number that a text says, as an Int where it is whole and the version does not keep whole Decimals. */
export function numberIn(text: string, keepsWhole: boolean): Numeric | undefined {
    if (text.length > LONGEST_NUMBER || !NUMBER_TEXT.test(text)) return undefined;
    const value = decimalValue(decimal(text), keepsWhole) as Numeric | undefined;
    return isDecimal(value) && value.isInteger() && !text.includes(".") ? pointless(value) : value;
}

/** To an Int or a Decimal: numbers keep, texts are read, all else is Undefined; Null too, since nothing takes it. */
export function toNumeric(value: Result, keepsWhole: boolean): Numeric | undefined {
    if (typeof value === "number") return value;
    if (typeof value === "string") return numberIn(value, keepsWhole);
    return isNumeric(value) ? value : undefined;
}

/** To Decimal, Null staying Null. */
export function toDecimal(value: Result, keepsWhole: boolean): Result {
    return value === null ? null : toNumeric(value, keepsWhole);
}

/** To Int, Null staying Null: Decimals are rounded to the nearest, texts truncated. */
export function toInt(value: Result): Result {
    if (value === null) return null;
    if (typeof value === "string") {
        const number = numberIn(value, true);
        return number === undefined ? undefined : truncate(number);
    }
    return isNumeric(value) ? round(value) : undefined;
}

/** Booleans keep, the texts true and false in any case are read, all else is Undefined. */
export function toBoolean(value: Result): boolean | undefined {
    if (typeof value === "boolean") return value;
    if (typeof value !== "string" || value.length > 5) return undefined;
    const word = value.toLowerCase();
    return word === "true" ? true : word === "false" ? false : undefined;
}

/** Numbers and Booleans as they print, Arrays and Objects as JSON; Null, Undefined and bytes are Undefined. */
export function toText(value: Result): string | undefined {
    switch (typeof value) {
        case "string":
            return value;
        case "number":
        case "bigint":
        case "boolean":
            return String(value);
        case "undefined":
            return undefined;
    }
    if (value === null || value instanceof Uint8Array) return undefined;
    return isDecimal(value) ? printDecimal(value) : writeJson(value);
}
