import { type Decimal, isDecimal } from "./decimal";

/**
 * A value of AWS IoT SQL. `undefined` beside it is the SQL Undefined, which no JSON can hold.
 *
 * - Int: a whole `number` within ±(2^53 - 1), or a `bigint` beyond.
 * - Decimal: a `number` with a fraction that prints without an exponent, or an exact `Decimal` for all others: more
 *   digits than a double holds, very small or large, and under 2015-10-08 whole ones, which stay Decimals there.
 * - Object: a plain object, or a Map where a plain object would lose the order of its keys or its prototype.
 * - Binary: the bytes of a payload that is not JSON, which only `*` gives.
 *
 * Values are never changed once made, and share their parts.
 */
export type Value =
    | null
    | boolean
    | string
    | number
    | bigint
    | Decimal
    | readonly Value[]
    | PlainObject
    | ReadonlyMap<string, Value>
    | Uint8Array;

/** What an expression gives: a value, or the SQL Undefined. */
export type Result = Value | undefined;

export interface PlainObject {
    readonly [key: string]: Value;
}

export type ObjectValue = PlainObject | ReadonlyMap<string, Value>;

/** The names that AWS's tables give to the types. */
export type Kind = "Int" | "Decimal" | "Boolean" | "String" | "Array" | "Object" | "Null" | "Undefined" | "Binary";

export function kindOf(value: Result): Kind {
    switch (typeof value) {
        case "string":
            return "String";
        case "number":
            return Number.isInteger(value) ? "Int" : "Decimal";
        case "bigint":
            return "Int";
        case "boolean":
            return "Boolean";
        case "undefined":
            return "Undefined";
    }
    if (value === null) return "Null";
    if (Array.isArray(value)) return "Array";
    if (isDecimal(value)) return "Decimal";
    return value instanceof Uint8Array ? "Binary" : "Object";
}

export function isArray(value: Result): value is readonly Value[] {
    return Array.isArray(value);
}

export function isObject(value: Result): value is ObjectValue {
    return (
        typeof value === "object" &&
        value !== null &&
        !Array.isArray(value) &&
        !isDecimal(value) &&
        !(value instanceof Uint8Array)
    );
}

/** The member of an object; Undefined for a missing one and for what is no object. */
export function memberOf(value: Result, key: string): Result {
    if (typeof value !== "object" || value === null) return undefined;
    if (value instanceof Map) return value.get(key);
    if (Array.isArray(value) || isDecimal(value) || value instanceof Uint8Array) return undefined;
    return Object.hasOwn(value, key) ? (value as PlainObject)[key] : undefined;
}

export function keysOf(value: ObjectValue): Iterable<string> & { readonly [Symbol.iterator]: unknown } {
    return value instanceof Map ? value.keys() : Object.keys(value);
}

export function entriesOf(value: ObjectValue): Iterable<[string, Value]> {
    return value instanceof Map ? value.entries() : Object.entries(value);
}

export function sizeOf(value: ObjectValue): number {
    return value instanceof Map ? value.size : Object.keys(value).length;
}

/** Keys that a plain object would move to the front, and the one that would set its prototype. */
const AWKWARD_KEY = /^(?:0|[1-9][0-9]{0,9}|__proto__)$/;

export function isAwkwardKey(key: string): boolean {
    const first = key.charCodeAt(0);
    return ((first >= 48 && first <= 57) || first === 95) && AWKWARD_KEY.test(key);
}

/** Collects members in order; a later member with the same key takes the place of the earlier. */
export class ObjectBuilder {
    private plain: Record<string, Value> = {};
    private map: Map<string, Value> | undefined;

    /** Undefined is left out. */
    set(key: string, value: Result): void {
        if (value === undefined) return;
        if (this.map !== undefined) this.map.set(key, value);
        else if (isAwkwardKey(key)) this.map = new Map(Object.entries(this.plain)).set(key, value);
        else this.plain[key] = value;
    }

    setAll(object: ObjectValue): void {
        if (this.map === undefined && !(object instanceof Map)) {
            const plain = object as PlainObject;
            for (const key in plain) this.plain[key] = plain[key]!;
            return;
        }
        for (const [key, value] of entriesOf(object)) this.set(key, value);
    }

    get(key: string): Result {
        return memberOf(this.map ?? this.plain, key);
    }

    build(): ObjectValue {
        return this.map ?? this.plain;
    }
}
