/** The part of JSON schema that options use; Pulumi's policy configuration takes it as it stands. */
export interface OptionSchema<T> {
    readonly type: "string" | "number" | "integer" | "boolean" | "array" | "object";
    readonly description: string;
    readonly default: T;
    readonly enum?: readonly string[];
    readonly items?: { readonly type: "string"; readonly enum?: readonly string[] };
    readonly minimum?: number;
}

/** The options that a constraint declares, by name. */
export type OptionSchemas<O> = { readonly [K in keyof O]: OptionSchema<O[K]> };

/** A list of texts, each one of `values` where that is given. */
export function listOption(description: string, preset: string[], values?: readonly string[]): OptionSchema<string[]> {
    return {
        type: "array",
        description,
        default: preset,
        items: values ? { type: "string", enum: values } : { type: "string" },
    };
}

export function booleanOption(description: string, preset: boolean): OptionSchema<boolean> {
    return { type: "boolean", description, default: preset };
}

export function numberOption(description: string, preset: number): OptionSchema<number> {
    return { type: "number", description, default: preset, minimum: 0 };
}

/** The defaults of a constraint's options. */
export function defaultOptions(schemas: OptionSchemas<Record<string, unknown>>): Record<string, unknown> {
    return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, schema.default]));
}
