import { all, type Input, type Output, output } from "@pulumi/pulumi";
import { type Arguments, type Leaves, lengthAt, namesAt, valueAt } from "../constraints/components/arguments";
import { isRecord } from "../constraints/core/known";
import type { Path } from "../constraints/core/path";
import type { KafkaHeader } from "./kafkaTopicRuleArgs";
import { isLater } from "./leaves";

/** The leaves of arguments as resources take them. */
export interface InputLeaves extends Leaves {
    text: Input<string>;
    flag: Input<boolean>;
    number: Input<number>;
    texts: Input<Input<string>[]>;
    headers: Input<Input<KafkaHeader>[]>;
    tags: Input<Record<string, Input<string>>>;
    /** As the provider takes it, whatever that is: its types stand where the user writes it. */
    raw: never;
}

/**
 * Checked arguments as inputs of resources. Their form was checked, so a leaf is of the kind that it is asked for; what
 * is plain stays plain, and an Output stays an Output.
 */
export function inputArguments(args: object): Arguments<InputLeaves> {
    const leaf = <K extends keyof Leaves>(_kind: K, path: Path) => leafAt(args, path) as InputLeaves[K] | undefined;
    return {
        leaf,
        leafOr: <K extends keyof Leaves>(kind: K, path: Path, preset: InputLeaves[K]) =>
            withPreset<unknown>(leaf(kind, path), preset) as InputLeaves[K],
        isObject: (path) => isRecord(leafAt(args, path)) && !isLater(leafAt(args, path)),
        compose: composeTexts,
        names: (path) => (isLater(leafAt(args, path)) ? [] : namesAt(args, path)),
        count: (path) => {
            const list = leafAt(args, path);
            if (Array.isArray(list)) return list.length;
            return output(list as Input<unknown[]>).apply((known) => known.length);
        },
        length: (path) => lengthAt(args, path),
        text: (value) => value,
        flag: (value) => value,
        number: (value) => value,
        // Asked for only where something required is missing, which the check of the form has refused by now.
        unknown: MISSING as string & Input<string>[] & number,
    };
}

const MISSING: unknown = undefined;

function leafAt(args: object, path: Path): unknown {
    for (let length = 1; length < path.length; length++) {
        if (isLater(valueAt(args, path.slice(0, length)))) return undefined;
    }
    return valueAt(args, path);
}

/** A value with one that stands in for it where it is not given, or turns out to be undefined. */
export function withPreset<T>(value: Input<T> | undefined, preset: Input<T>): Input<T> {
    if (value === undefined) return preset;
    if (!isLater(value)) return value;
    return output(value).apply((known) => known ?? preset) as Output<T>;
}

type Scalar = string | number | boolean;

function composeTexts(
    values: readonly (Input<Scalar> | undefined)[],
    build: (...texts: (string | undefined)[]) => string,
): Input<string> {
    const asText = (value: Scalar | undefined) => (value === undefined ? undefined : String(value));
    if (values.some(isLater)) return all([...values]).apply((known) => build(...known.map(asText)));
    return build(...(values as readonly (Scalar | undefined)[]).map(asText));
}
