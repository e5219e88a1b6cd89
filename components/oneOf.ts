import type { Input } from "@pulumi/pulumi";

/** An input that may be left out, or turn out to be undefined: as in @pulumi/aws. */
export type Optional<T> = Input<T | undefined>;

type Keys<U> = U extends unknown ? keyof U : never;

/**
 * Exactly one of several object types. The names of the others are `never`, so that a mixture is refused in a variable
 * as well as in a literal.
 */
export type OneOf<U, All = U> = U extends unknown ? U & { [K in Exclude<Keys<All>, keyof U>]?: never } : never;
