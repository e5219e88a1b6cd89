import type { TextCheck } from "./texts";

/** What an argument looks like, for programs that no compiler checked. */
export type Form =
    | { readonly is: "text"; readonly check?: TextCheck }
    | { readonly is: "flag" }
    /** `plain`: it decides how much is made, so it cannot be an Output. */
    | {
          readonly is: "number";
          readonly among?: readonly number[];
          readonly from?: number;
          readonly to?: number;
          readonly plain?: true;
      }
    /** One of a few words. Such a word decides what is made, so it cannot be an Output. */
    | { readonly is: "word"; readonly words: readonly string[] }
    /** True or false, written plainly: it decides what is made. */
    | { readonly is: "plainFlag" }
    /** `notEmpty`: an empty one means nothing. `plain`: the list itself cannot be an Output, since each entry makes a resource. */
    | { readonly is: "list"; readonly of: Form; readonly plain?: true; readonly notEmpty?: true }
    /** Handed on as it is: the provider looks at it. */
    | { readonly is: "given" }
    /** Names chosen by the user, each with a text. */
    | { readonly is: "map" }
    /** A text, a number, or true or false: what can stand behind the name of a property. */
    | { readonly is: "scalar"; readonly check?: TextCheck }
    /** A plain object with names chosen by the user; what stands behind a name may hang on it. */
    | { readonly is: "mapOf"; readonly of: Form | ((name: string) => Form); readonly checkName?: TextCheck }
    /** A plain object of which one member says which others it has. */
    | { readonly is: "chosen"; readonly choose: (members: Readonly<Record<string, unknown>>) => ObjectForm }
    | ObjectForm
    /** A plain object with exactly one of these members. */
    | { readonly is: "oneMember"; readonly members: Readonly<Record<string, Form>> }
    /** A plain object whose member `by` says which members it has. */
    | { readonly is: "tagged"; readonly by: string; readonly variants: Readonly<Record<string, ObjectForm>> }
    /** A text, or a plain object. */
    | { readonly is: "textOr"; readonly object: Form }
    /** A word, or a plain object. */
    | { readonly is: "wordOr"; readonly word: string; readonly object: Form };

export interface ObjectForm {
    readonly is: "object";
    readonly required?: Readonly<Record<string, Form>>;
    readonly optional?: Readonly<Record<string, Form>>;
    /** Groups of members that exclude each other: with one of the first given, none of the second may be. */
    readonly exclusive?: readonly (readonly [one: string, others: readonly string[]])[];
    /** What is wrong with the members together, none of which is wrong alone; `at` is the member to change. */
    readonly check?: (
        members: Readonly<Record<string, unknown>>,
    ) => TogetherProblem | readonly TogetherProblem[] | undefined;
    /** Other members are nobody's concern, unless they look misspelt. */
    readonly open?: true;
    /** Names that people bring along from @pulumi/aws, and what to do instead. */
    readonly elsewhere?: Readonly<Record<string, string>>;
}

/** What is wrong with members that are right alone; `at` is the one to change. */
export interface TogetherProblem {
    readonly at?: string;
    readonly found: string;
    readonly fix: string;
}
