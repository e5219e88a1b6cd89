/** An expression for each type of AWS's tables, the types of which are named as there. */
export const SAMPLES = {
    Int: "7",
    Decimal: "2.5",
    Boolean: "true",
    "a String with a number": "'1.5'",
    "a String without one": "'abc'",
    Array: "[1, 'a']",
    Object: "{'k': 1}",
    Null: "NULL",
    Undefined: "missing",
} as const;

export type Sample = keyof typeof SAMPLES;

export const SAMPLE_NAMES = Object.keys(SAMPLES) as Sample[];

/** `"a row"` for each type, in the order of SAMPLES. */
export type Row<T = string> = Readonly<Record<Sample, T>>;

/** The same result for all types but the ones given. */
export function rowOf(otherwise: string, given: Partial<Row>): Row {
    return Object.fromEntries(SAMPLE_NAMES.map((name) => [name, given[name] ?? otherwise])) as Row;
}
