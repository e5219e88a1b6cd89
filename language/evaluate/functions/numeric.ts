import { toNumeric } from "../conversions";
import { decimal, decimalValue, doubleValue } from "../decimal";
import {
    ceiling,
    compare,
    floor,
    floorWithin,
    isInt,
    type Numeric,
    negate,
    remainder,
    round,
    signOf,
    toDouble,
} from "../numbers";
import { arithmetic } from "../operators";
import type { Result } from "../value";
import type { Bodies, Body } from "./body";

/** A function of one number: texts are read, all else is Undefined. */
function ofNumber(apply: (value: Numeric, keepsWhole: boolean) => Result): Body {
    return ([given], { keepsWhole }) => {
        const value = toNumeric(given, keepsWhole);
        return value === undefined ? undefined : apply(value, keepsWhole);
    };
}

/** A function in double precision; imaginary and infinite results are Undefined. */
function ofDouble(apply: (value: number) => number): Body {
    return ofNumber((value, keepsWhole) => doubleValue(apply(toDouble(value)), keepsWhole));
}

function ofDoubles(apply: (a: number, b: number) => number): Body {
    return ([first, second], { keepsWhole }) => {
        const [a, b] = [toNumeric(first, keepsWhole), toNumeric(second, keepsWhole)];
        return a === undefined || b === undefined
            ? undefined
            : doubleValue(apply(toDouble(a), toDouble(b)), keepsWhole);
    };
}

const modulo: Body = ([left, right], { keepsWhole }) => remaindersOf(left, right, keepsWhole);

const remaindersOf = arithmetic(remainder);

/** Only what is missing is replaced: no number of a message is NaN. */
const nanvl: Body = ([value, otherwise]) => (value === undefined || value === null ? otherwise : value);

/** The number of places is an Int or a Decimal, between 0 and 34. */
const trunc: Body = ([given, places], { keepsWhole }) => {
    const value = toNumeric(given, keepsWhole);
    if (value === undefined || typeof places === "string") return undefined;
    const count = toNumeric(places, keepsWhole);
    if (count === undefined || isInt(value)) return count === undefined ? undefined : value;
    // Trailing zeros are dropped, so a whole result is an Int in every version.
    return decimalValue(decimal(value).toDecimalPlaces(floorWithin(count, 0, 34), 1), false);
};

export const NUMERIC: Bodies = {
    abs: ofNumber((value, keepsWhole) => (compare(value, 0) < 0 ? negate(value, keepsWhole) : value)),
    acos: ofDouble(Math.acos),
    asin: ofDouble(Math.asin),
    atan: ofDouble(Math.atan),
    atan2: ofDoubles(Math.atan2),
    ceil: ofNumber(ceiling),
    cos: ofDouble(Math.cos),
    cosh: ofDouble(Math.cosh),
    exp: ofDouble(Math.exp),
    floor: ofNumber(floor),
    ln: ofDouble(Math.log),
    log: ofDouble(Math.log10),
    mod: modulo,
    nanvl,
    power: ofDoubles((base, exponent) => base ** exponent),
    remainder: modulo,
    round: ofNumber(round),
    sign: ofNumber(signOf),
    sin: ofDouble(Math.sin),
    sinh: ofDouble(Math.sinh),
    sqrt: ofDouble(Math.sqrt),
    tan: ofDouble(Math.tan),
    tanh: ofDouble(Math.tanh),
    trunc,
};
