import { toNumeric } from "../conversions";
import { intValue } from "../decimal";
import { floor } from "../numbers";
import type { Result } from "../value";
import type { Bodies, Body } from "./body";

/** The Int that a number is rounded down to. */
function intIn(value: Result, keepsWhole: boolean): bigint | undefined {
    const number = toNumeric(value, keepsWhole);
    const int = number === undefined ? undefined : floor(number);
    return int === undefined ? undefined : BigInt(int as number | bigint);
}

/** On two's complement of any length, which agrees with Java's for every Int that Java's holds. */
function ofBits(apply: (a: bigint, b: bigint) => bigint): Body {
    return ([first, second], { keepsWhole }) => {
        const [a, b] = [intIn(first, keepsWhole), intIn(second, keepsWhole)];
        return a === undefined || b === undefined ? undefined : intValue(apply(a, b));
    };
}

export const BITS: Bodies = {
    bitand: ofBits((a, b) => a & b),
    bitor: ofBits((a, b) => a | b),
    bitxor: ofBits((a, b) => a ^ b),
    bitnot: ([given], { keepsWhole }) => {
        const value = intIn(given, keepsWhole);
        return value === undefined ? undefined : intValue(~value);
    },
};
