import { Decimal as DecimalJs } from "decimal.js";
import type { Result } from "./value";

/** An exact decimal number; see `Value` for when one is used in place of a JavaScript number. */
export type Decimal = DecimalJs;

/** AWS IoT keeps 34 digits, which is what IEEE 754 calls decimal128; that rounds half to even. */
const Exact = DecimalJs.clone({
    precision: 34,
    rounding: DecimalJs.ROUND_HALF_EVEN,
    modulo: DecimalJs.ROUND_DOWN,
    toExpNeg: -7,
    toExpPos: 34,
    minE: -9e15,
    maxE: 9e15,
});

/** The largest exponent of ten of a Decimal, and the most digits of an Int. */
const LARGEST_EXPONENT = 999;
export const INT_DIGITS = 34;

export function isDecimal(value: unknown): value is Decimal {
    return value instanceof Exact;
}

/** The exact value of a number or of a text such as `-1.5E3`. A double means its shortest text. */
export function decimal(value: number | bigint | string | Decimal): Decimal {
    if (isDecimal(value)) return value;
    return new Exact(typeof value === "bigint" ? value.toString() : value);
}

/**
 * An exact result as a value: Undefined beyond the documented magnitude; whole ones are Ints unless the version keeps
 * them as Decimals.
 */
export function decimalValue(exact: Decimal, keepsWhole: boolean): Result {
    if (!exact.isFinite() || exact.e > LARGEST_EXPONENT) return undefined;
    if (exact.isZero() || exact.e < -LARGEST_EXPONENT) return keepsWhole ? new Exact(0) : 0;
    if (exact.isInteger()) {
        if (keepsWhole || exact.e >= INT_DIGITS) return exact;
        return wholeValue(exact);
    }
    // Fifteen digits go through a double and back.
    return exact.e >= -6 && exact.precision() <= 15 ? exact.toNumber() : exact;
}

/** A whole number as an Int; Undefined beyond 34 digits. */
export function wholeValue(exact: Decimal): Result {
    if (!exact.isFinite() || exact.e >= INT_DIGITS) return undefined;
    return exact.e < 15 ? exact.toNumber() + 0 : intValue(BigInt(exact.toFixed()));
}

const LARGEST_INT = 10n ** BigInt(INT_DIGITS);

/** A bigint as an Int: a plain number where that is exact, Undefined beyond 34 digits. */
export function intValue(int: bigint): Result {
    if (int >= -9007199254740991n && int <= 9007199254740991n) return Number(int);
    return int < LARGEST_INT && int > -LARGEST_INT ? int : undefined;
}

/** What a function of double precision gave; infinite and imaginary results are Undefined. */
export function doubleValue(double: number, keepsWhole: boolean): Result {
    if (!Number.isFinite(double)) return undefined;
    if (Number.isInteger(double)) {
        if (keepsWhole) return decimal(double);
        return Number.isSafeInteger(double) ? double + 0 : decimalValue(decimal(double), keepsWhole);
    }
    return Math.abs(double) < 1e-6 ? decimal(double) : double;
}

/** Whole Decimals that came from a text or an Int without a decimal point, and print without one. */
const withoutPoint = new WeakSet<Decimal>();

/** The Decimal of a whole number that prints no decimal point. */
export function pointless(value: number | bigint | Decimal): Decimal {
    const exact = new Exact(typeof value === "bigint" ? value.toString() : value);
    withoutPoint.add(exact);
    return exact;
}

/**
 * A Decimal as AWS IoT prints it: plain digits where they are few, else scientific notation; a whole one shows that
 * it is no Int.
 */
export function printDecimal(exact: Decimal): string {
    const text = exact.toString();
    if (text.includes("e")) return text.replace("e", "E");
    return text.includes(".") || withoutPoint.has(exact) ? text : `${text}.0`;
}
