import { isUnknown, type Known, UNKNOWN } from "../core/known";
import { type Answer, allOf, anyOf } from "./answers";
import type { Condition } from "./policyDocument";
import { LONGEST_TEXT, matchesWildcards } from "./wildcards";

/**
 * What is known of a request: by the lower-case name of a condition key its values, none for a key that it surely does
 * not have. Of a key that is not listed nothing is known.
 */
export type Context = ReadonlyMap<string, Known<readonly string[]>>;

/** Whether a value of the request satisfies one of the condition. */
type Comparison = (given: string, wanted: string) => boolean;

const EQUAL: Comparison = (given, wanted) => given === wanted;
const EQUAL_IN_ANY_CASE: Comparison = (given, wanted) => given.toLowerCase() === wanted.toLowerCase();
const LIKE: Comparison = (given, wanted) => matchesWildcards(wanted, given);

/** The operators that are understood; a condition with any other is neither true nor false. */
const OPERATORS: Readonly<Record<string, { readonly compares: Comparison; readonly negates?: true }>> = {
    stringequals: { compares: EQUAL },
    stringnotequals: { compares: EQUAL, negates: true },
    stringequalsignorecase: { compares: EQUAL_IN_ANY_CASE },
    stringnotequalsignorecase: { compares: EQUAL_IN_ANY_CASE, negates: true },
    stringlike: { compares: LIKE },
    stringnotlike: { compares: LIKE, negates: true },
    arnequals: { compares: LIKE },
    arnlike: { compares: LIKE },
    arnnotequals: { compares: LIKE, negates: true },
    arnnotlike: { compares: LIKE, negates: true },
    bool: { compares: EQUAL_IN_ANY_CASE },
};

/** An operator taken apart. */
export interface Operator {
    /** In lower case, without what stands before and behind it. */
    readonly name: string;
    readonly quantifier?: "any" | "all";
    /** True for `…IfExists`. */
    readonly isOptional: boolean;
}

/** Takes `ForAnyValue:StringLikeIfExists` apart. */
export function parseOperator(text: string): Operator {
    let name = text.toLowerCase();
    const quantifier = name.startsWith("foranyvalue:") ? "any" : name.startsWith("forallvalues:") ? "all" : undefined;
    if (quantifier !== undefined) name = name.slice(name.indexOf(":") + 1);
    const isOptional = name.endsWith("ifexists");
    if (isOptional) name = name.slice(0, -"ifexists".length);
    return { name, ...(quantifier ? { quantifier } : {}), isOptional };
}

/** Whether all conditions of a statement hold for a request. */
export function conditionsHold(conditions: Known<readonly Condition[]>, context: Context): Answer {
    return isUnknown(conditions) ? UNKNOWN : allOf(conditions.map((condition) => holds(condition, context)));
}

function holds({ operator: text, key, values }: Condition, context: Context): Answer {
    const name = key.toLowerCase();
    const given = context.has(name) ? context.get(name)! : UNKNOWN;
    if (isUnknown(given) || isUnknown(values)) return UNKNOWN;
    const parsed = parseOperator(text);
    if (parsed.name === "null") return holdsNull(given, values);
    const operator = Object.hasOwn(OPERATORS, parsed.name) ? OPERATORS[parsed.name]! : undefined;
    if (operator === undefined) return UNKNOWN;
    const { compares, negates = false } = operator;
    if (given.length === 0) return holdsWithoutKey(parsed, negates);
    const each = given.map((one): Answer => {
        const matched = anyOf(values.map((value) => compare(one, value, compares)));
        return isUnknown(matched) ? UNKNOWN : matched !== negates;
    });
    return parsed.quantifier === "all" || (negates && parsed.quantifier === undefined) ? allOf(each) : anyOf(each);
}

/** A request without the key satisfies what asks for no value, for all of none, or only where there is one. */
function holdsWithoutKey({ quantifier, isOptional }: Operator, negates: boolean): boolean {
    return isOptional || quantifier === "all" || (negates && quantifier === undefined);
}

/** A value that holds a policy variable, such as `${aws:username}`, is not known. */
function compare(given: string, value: Known<string>, compares: Comparison): Answer {
    if (isUnknown(value) || value.includes("${") || value.length > LONGEST_TEXT) return UNKNOWN;
    return compares(given, value);
}

/** `Null: true` asks for a request without the key. */
function holdsNull(given: readonly string[], values: readonly Known<string>[]): Answer {
    const [value] = values;
    if (value === undefined || isUnknown(value)) return UNKNOWN;
    const asked = value.toLowerCase();
    if (asked !== "true" && asked !== "false") return UNKNOWN;
    return (asked === "true") === (given.length === 0);
}
