import type { Properties, PropertyProblem } from "./clientSettings";
import type { FailureCode } from "./failures";
import { listOf, wordsOf } from "./words";

/** The client properties of a rule, and a place for what is wrong with them. */
export interface Given {
    optional(property: string): string | undefined;
    /** `why` is said where it is missing. */
    required(property: string, why: string): string | undefined;
    wrong(property: string, code: FailureCode, cause: string, fix: string): void;
    /** Only for values that are no secrets: it is shown. */
    wrongValue(property: string, allowed: readonly string[]): void;
    add(...problems: PropertyProblem[]): void;
    /** Whether it stands in the rule, with a value that is known or not. */
    has(property: string): boolean;
}

/** Kafka's clients cut white space off the values of their own properties; users and passwords stand inside of one. */
const IN_JAAS = /^sasl\.(plain|scram)\./;

export function given(properties: Properties, unresolved: readonly string[], problems: PropertyProblem[]): Given {
    const optional = (property: string): string | undefined => {
        if (!Object.hasOwn(properties, property)) return undefined;
        return IN_JAAS.test(property) ? properties[property] : properties[property]?.trim();
    };
    const wrong: Given["wrong"] = (property, code, cause, fix) => {
        problems.push({ property, step: "properties", level: "error", code, cause, fix });
    };
    return {
        optional,
        wrong,
        required(property, why) {
            const value = optional(property);
            if (value !== undefined && value !== "") return value;
            if (unresolved.includes(property)) return undefined;
            const what = value === undefined ? "There is no" : "There is an empty";
            wrong(
                property,
                "property-missing",
                `${what} ${property}. ${why}`,
                `Add ${property} to the client properties.`,
            );
            return undefined;
        },
        wrongValue(property, allowed) {
            const found = JSON.stringify(wordsOf(optional(property)));
            wrong(
                property,
                "property-value",
                `${property} is ${found}.`,
                `Set it to ${listOf(allowed).replace(/ and (?=[^,]*$)/, " or ")}.`,
            );
        },
        add(...more) {
            problems.push(...more);
        },
        has: (property) => optional(property) !== undefined || unresolved.includes(property),
    };
}
