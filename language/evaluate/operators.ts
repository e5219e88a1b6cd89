import { toBoolean, toNumeric, toText } from "./conversions";
import { LIMITS, tooLarge } from "./limits";
import { type Arithmetic, add, compare, isNumeric, negate } from "./numbers";
import { entriesOf, isArray, isObject, memberOf, type Result, sizeOf } from "./value";

/**
 * The operators of AWS IoT SQL as its tables have them.
 * https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-operators.html
 */

/** Anything but two Booleans (or the texts of them) is Undefined, even where one operand would decide. */
export function and(left: Result, right: Result): Result {
    const [a, b] = [toBoolean(left), toBoolean(right)];
    return a === undefined || b === undefined ? undefined : a && b;
}

export function or(left: Result, right: Result): Result {
    const [a, b] = [toBoolean(left), toBoolean(right)];
    return a === undefined || b === undefined ? undefined : a || b;
}

export function not(operand: Result): Result {
    const value = toBoolean(operand);
    return value === undefined ? undefined : !value;
}

/** Both operands as Decimals; `holds` says what to make of their order. */
export function comparison(holds: (order: number) => boolean): (left: Result, right: Result) => Result {
    return (left, right) => {
        const a = toNumeric(left, false);
        const b = toNumeric(right, false);
        return a === undefined || b === undefined ? undefined : holds(compare(a, b));
    };
}

/** Values of different types are not equal; an Int and a Decimal are compared as numbers. */
export function equals(left: Result, right: Result): Result {
    return left === undefined || right === undefined ? undefined : areEqual(left, right);
}

export function differs(left: Result, right: Result): Result {
    return left === undefined || right === undefined ? undefined : !areEqual(left, right);
}

export function areEqual(left: Result, right: Result): boolean {
    if (left === right) return true;
    if (typeof left === "string" || typeof right === "string") return false;
    if (isNumeric(left)) return isNumeric(right) && compare(left, right) === 0;
    if (isArray(left)) {
        return (
            isArray(right) &&
            left.length === right.length &&
            left.every((element, index) => areEqual(element, right[index]))
        );
    }
    if (left instanceof Uint8Array) return right instanceof Uint8Array && Buffer.compare(left, right) === 0;
    if (!isObject(left) || !isObject(right) || sizeOf(left) !== sizeOf(right)) return false;
    for (const [key, value] of entriesOf(left)) {
        const other = memberOf(right, key);
        if (other === undefined || !areEqual(value, other)) return false;
    }
    return true;
}

/** Whether a value is an element of an array. */
export function isIn(left: Result, right: Result): Result {
    if (left === undefined || !isArray(right)) return undefined;
    return right.some((element) => areEqual(left, element));
}

/** Puts texts together as soon as one side is a text, else adds. */
export function plus(left: Result, right: Result, keepsWhole: boolean): Result {
    if (typeof left === "string" || typeof right === "string") {
        const [a, b] = [toText(left), toText(right)];
        if (a === undefined || b === undefined) return undefined;
        if (a.length + b.length > LIMITS.text) throw tooLarge("a text");
        return a + b;
    }
    return isNumeric(left) && isNumeric(right) ? add(left, right, keepsWhole, false) : undefined;
}

/** The operators and functions of two numbers: a text among the operands makes the result a Decimal. */
export function arithmetic(operation: Arithmetic): (left: Result, right: Result, keepsWhole: boolean) => Result {
    return (left, right, keepsWhole) => {
        const a = toNumeric(left, keepsWhole);
        const b = toNumeric(right, keepsWhole);
        if (a === undefined || b === undefined) return undefined;
        return operation(a, b, keepsWhole, typeof left === "string" || typeof right === "string");
    };
}

export function minus(operand: Result, keepsWhole: boolean): Result {
    const value = toNumeric(operand, keepsWhole);
    return value === undefined ? undefined : negate(value, keepsWhole);
}
