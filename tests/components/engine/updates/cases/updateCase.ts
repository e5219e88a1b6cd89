import type { Input } from "@pulumi/pulumi";

/** What an update does to a child that it does not leave alone. */
export type Change = "updated" | "replaced" | "created" | "deleted";

/** The arguments of one component before and after an update, and what the update does. */
export interface UpdateCase<Args> {
    /** Rows of the component's tables of arguments that this case stands for, as their first column spells them. */
    readonly rows: readonly string[];
    readonly before: Args;
    readonly after: Args;
    /** By what stands behind the component's name in the child's; a child with the component's own name by its type. */
    readonly changes: Readonly<Record<string, Change>>;
}

/** By names without hyphens, which become those of the components. */
export type UpdateCases<Args> = Readonly<Record<string, UpdateCase<Args>>>;

/** What cases may use of the program that they are in. */
export interface Shared {
    /** A destination in the stack's Region, another one there, and one in eu-central-1. */
    readonly destinationArn: Input<string>;
    readonly otherDestinationArn: Input<string>;
    readonly destinationAbroadArn: Input<string>;
}

/** The same change for several children. */
export function each(suffixes: readonly string[], change: Change): Readonly<Record<string, Change>> {
    return Object.fromEntries(suffixes.map((suffix) => [suffix, change]));
}
