import { isRecord } from "./known";
import type { OptionSchema } from "./options";
import { formatPath, type Path } from "./path";
import { describe, oneOf, show } from "./show";

/** An option's value that does not fit its schema. */
export interface OptionProblem {
    readonly path: Path;
    readonly value: unknown;
    /** The values that are allowed, where they are listed. */
    readonly listed?: readonly string[];
    /** A sentence without its stop. */
    readonly message: string;
}

const TYPES: Record<OptionSchema<unknown>["type"], { readonly words: string; fits(value: unknown): boolean }> = {
    string: { words: "a text", fits: (value) => typeof value === "string" },
    number: { words: "a number", fits: (value) => typeof value === "number" },
    integer: { words: "a whole number", fits: (value) => Number.isInteger(value) },
    boolean: { words: "true or false", fits: (value) => typeof value === "boolean" },
    array: { words: "a list", fits: Array.isArray },
    object: { words: "an object", fits: isRecord },
};

/** What is wrong with a value that a configuration gives to an option; nothing when it fits. */
export function checkOption(path: Path, value: unknown, schema: OptionSchema<unknown>): OptionProblem[] {
    const where = formatPath(path);
    if (!TYPES[schema.type].fits(value)) {
        const found = typeof value === "string" ? `the text ${show(value)}` : describe(value);
        return [{ path, value, message: `${where} is ${found}, not ${TYPES[schema.type].words}` }];
    }
    if (schema.minimum !== undefined && (value as number) < schema.minimum) {
        return [{ path, value, message: `${where} is ${value}, less than ${schema.minimum}` }];
    }
    if (schema.enum && !schema.enum.includes(value as string)) return [notListed(path, value, schema.enum)];
    if (!Array.isArray(value) || !schema.items) return [];
    const listed = schema.items.enum;
    return value.flatMap((item, index): OptionProblem[] => {
        const at = [...path, index];
        if (typeof item !== "string") {
            return [{ path: at, value: item, message: `${formatPath(at)} is ${describe(item)}, not a text` }];
        }
        return listed && !listed.includes(item) ? [notListed(at, item, listed)] : [];
    });
}

function notListed(path: Path, value: unknown, listed: readonly string[]): OptionProblem {
    return { path, value, listed, message: `${formatPath(path)} is ${show(value)}, not ${oneOf(listed)}` };
}
