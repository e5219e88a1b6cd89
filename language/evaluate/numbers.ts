import { type Decimal, decimal, decimalValue, intValue, isDecimal, wholeValue } from "./decimal";
import type { Result } from "./value";

/** An Int or a Decimal. */
export type Numeric = number | bigint | Decimal;

export function isNumeric(value: unknown): value is Numeric {
    return typeof value === "number" || typeof value === "bigint" || isDecimal(value);
}

export function isInt(value: unknown): value is number | bigint {
    return typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value));
}

/** `asDecimal` says that the result is a Decimal even of two Ints, as when one came from a String. */
export type Arithmetic = (a: Numeric, b: Numeric, keepsWhole: boolean, asDecimal: boolean) => Result;

const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12];

/** Below this a whole number of units divided by a power of ten is the one double nearest to that decimal. */
const EXACT_UNITS = 1e15;

/** How many decimal places a number has, where they are at most six and arithmetic in units is exact; else -1. */
function placesOf(value: number): number {
    for (let places = 0; places <= 6; places++) {
        const power = POWERS[places]!;
        const units = Math.round(value * power);
        if (units >= EXACT_UNITS || units <= -EXACT_UNITS) return -1;
        if (units / power === value) return places;
    }
    return -1;
}

function fromUnits(units: number, places: number, keepsWhole: boolean): Result {
    const value = units / POWERS[places]!;
    if (Number.isInteger(value)) return keepsWhole ? decimal(value) : value + 0;
    return value < 1e-6 && value > -1e-6 ? decimal(value) : value;
}

export const add: Arithmetic = (a, b, keepsWhole, asDecimal) => {
    if (typeof a === "number" && typeof b === "number") {
        const isWhole = Number.isInteger(a) && Number.isInteger(b);
        const sum = a + b;
        if (isWhole && !asDecimal) return Number.isSafeInteger(sum) ? sum + 0 : intValue(BigInt(a) + BigInt(b));
        const placesOfA = placesOf(a);
        const placesOfB = placesOf(b);
        if (placesOfA >= 0 && placesOfB >= 0) {
            const places = Math.max(placesOfA, placesOfB);
            const power = POWERS[places]!;
            const units = Math.round(a * power) + Math.round(b * power);
            if (Math.abs(units) < EXACT_UNITS) return fromUnits(units, places, keepsWhole);
        }
    }
    if (isInt(a) && isInt(b) && !asDecimal) return intValue(BigInt(a) + BigInt(b));
    return decimalValue(decimal(a).plus(decimal(b)), keepsWhole);
};

export const subtract: Arithmetic = (a, b, keepsWhole, asDecimal) => add(a, negated(b), keepsWhole, asDecimal);

function negated(value: Numeric): Numeric {
    return isDecimal(value) ? value.negated() : -value;
}

export function negate(value: Numeric, keepsWhole: boolean): Result {
    if (isDecimal(value)) return decimalValue(value.negated(), keepsWhole);
    return typeof value === "bigint" ? -value : 0 - value;
}

export const multiply: Arithmetic = (a, b, keepsWhole, asDecimal) => {
    if (typeof a === "number" && typeof b === "number") {
        const isWhole = Number.isInteger(a) && Number.isInteger(b);
        if (isWhole && !asDecimal) {
            const product = a * b;
            return Number.isSafeInteger(product) ? product + 0 : intValue(BigInt(a) * BigInt(b));
        }
        const placesOfA = placesOf(a);
        const placesOfB = placesOf(b);
        if (placesOfA >= 0 && placesOfB >= 0) {
            const units = Math.round(a * POWERS[placesOfA]!) * Math.round(b * POWERS[placesOfB]!);
            if (Math.abs(units) < EXACT_UNITS) return fromUnits(units, placesOfA + placesOfB, keepsWhole);
        }
    }
    if (isInt(a) && isInt(b) && !asDecimal) return intValue(BigInt(a) * BigInt(b));
    return decimalValue(decimal(a).times(decimal(b)), keepsWhole);
};

/** Of two Ints the Int towards zero; by zero Undefined. */
export const divide: Arithmetic = (a, b, keepsWhole, asDecimal) => {
    if (isZero(b)) return undefined;
    if (isInt(a) && isInt(b) && !asDecimal) {
        // The remainder of doubles is exact, so the division of what is left over is too.
        if (typeof a === "number" && typeof b === "number") return (a - (a % b)) / b + 0;
        return intValue(BigInt(a) / BigInt(b));
    }
    return decimalValue(decimal(a).dividedBy(decimal(b)), keepsWhole);
};

/** With the sign of the first operand; by zero Undefined. */
export const remainder: Arithmetic = (a, b, keepsWhole, asDecimal) => {
    if (isZero(b)) return undefined;
    if (isInt(a) && isInt(b) && !asDecimal) {
        if (typeof a === "number" && typeof b === "number") return (a % b) + 0;
        return intValue(BigInt(a) % BigInt(b));
    }
    const [left, right] = [decimal(a), decimal(b)];
    // The quotient of the two would have more digits than anybody waits for.
    if (left.e - right.e > 2 * 999) return undefined;
    return decimalValue(left.modulo(right), keepsWhole);
};

function isZero(value: Numeric): boolean {
    return isDecimal(value) ? value.isZero() : Number(value) === 0;
}

/** Negative, zero or positive, as for sorting. */
export function compare(a: Numeric, b: Numeric): number {
    if (typeof a === "number" && typeof b === "number") return a - b;
    if (isDecimal(a) || isDecimal(b)) return decimal(a).comparedTo(decimal(b));
    return a < b ? -1 : a > b ? 1 : 0;
}

export function signOf(value: Numeric): -1 | 0 | 1 {
    const sign = compare(value, 0);
    return sign < 0 ? -1 : sign > 0 ? 1 : 0;
}

/** Down to the next Int. */
export function floor(value: Numeric): Result {
    if (typeof value === "number") return Math.floor(value) + 0;
    return typeof value === "bigint" ? value : wholeValue(value.floor());
}

/** Up to the next Int. */
export function ceiling(value: Numeric): Result {
    if (typeof value === "number") return Math.ceil(value) + 0;
    return typeof value === "bigint" ? value : wholeValue(value.ceil());
}

/** Towards zero. */
export function truncate(value: Numeric): Result {
    if (typeof value === "number") return Math.trunc(value) + 0;
    return typeof value === "bigint" ? value : wholeValue(value.trunc());
}

/** To the nearest Int, halves away from zero. */
export function round(value: Numeric): Result {
    if (typeof value === "number") return Math.sign(value) * Math.round(Math.abs(value)) + 0;
    return typeof value === "bigint" ? value : wholeValue(value.toDecimalPlaces(0, 4));
}

/** Down to the next Int, and into a range: for positions and counts, where 1E300 means the largest. */
export function floorWithin(value: Numeric, least: number, most: number): number {
    if (compare(value, most) >= 0) return most;
    if (compare(value, least) <= 0) return least;
    return Number(floor(value));
}

export function toDouble(value: Numeric): number {
    return isDecimal(value) ? value.toNumber() : Number(value);
}
