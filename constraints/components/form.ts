import { isRecord, isUnknown, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { nearest, oneOf } from "../core/show";
import type { TextCheck } from "./texts";

/** What an argument looks like, for programs that no compiler checked. */
export type Form =
    | { readonly is: "text"; readonly check?: TextCheck }
    | { readonly is: "flag" }
    | { readonly is: "number"; readonly among?: readonly number[]; readonly from?: number; readonly to?: number }
    /** One of a few words. Such a word decides what is made, so it cannot be an Output. */
    | { readonly is: "word"; readonly words: readonly string[] }
    /** True or false, written plainly: it decides what is made. */
    | { readonly is: "plainFlag" }
    /** `plain`: the list itself cannot be an Output, since each entry makes a resource. */
    | { readonly is: "list"; readonly of: Form; readonly plain?: true }
    /** Names chosen by the user, each with a text. */
    | { readonly is: "map" }
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
    /** Other members are nobody's concern, unless they look misspelt. */
    readonly open?: true;
}

/** What is wrong with the form of an argument. No value is in it but words that decide what is made. */
export interface FormProblem {
    readonly path: Path;
    readonly found: string;
    readonly fix: string;
}

/** The value with everything ill-formed in it marked as unknown, so that what is left can be judged; and what was. */
export function checkForm(form: Form, value: unknown): { readonly sound: unknown; readonly problems: FormProblem[] } {
    const problems: FormProblem[] = [];
    return { sound: inspect(form, value, [], problems), problems };
}

function inspect(form: Form, value: unknown, path: Path, problems: FormProblem[]): unknown {
    const wrong = (found: string, fix: string): unknown => {
        problems.push({ path, found, fix });
        return UNKNOWN;
    };
    const expected = describeForm(form);
    if (isUnknown(value)) {
        if (!isPlainOnly(form)) return value;
        return wrong(`it is an Output, but it must be ${expected} written plainly`, PLAIN_FIX);
    }
    switch (form.is) {
        case "text": {
            if (typeof value !== "string") return wrong(not(expected, value), give(expected));
            const problem = form.check?.(value);
            return problem ? wrong(problem.found, problem.fix) : value;
        }
        case "number":
            if (typeof value !== "number") return wrong(not(expected, value), give(expected));
            return isAllowed(form, value) ? value : wrong(`it is ${value}, not ${expected}`, give(expected));
        case "flag":
        case "plainFlag":
            return typeof value === "boolean" ? value : wrong(not(expected, value), give(expected));
        case "word":
            return inspectWord(form.words, value, wrong);
        case "list":
            if (!Array.isArray(value)) return wrong(not(expected, value), give(expected));
            return value.map((entry: unknown, index) => inspect(form.of, entry, [...path, index], problems));
        case "map":
            if (!isRecord(value)) return wrong(not(expected, value), give(expected));
            return mapMembers(value, (entry, name) => inspect({ is: "text" }, entry, [...path, name], problems));
        case "object":
            return isRecord(value)
                ? inspectObject(form, value, path, problems)
                : wrong(not(expected, value), give(expected));
        case "oneMember":
            return isRecord(value)
                ? inspectOneMember(form.members, value, path, problems, wrong)
                : wrong(not(expected, value), give(expected));
        case "tagged":
            return isRecord(value)
                ? inspectTagged(form, value, path, problems)
                : wrong(not(expected, value), give(expected));
        case "textOr":
            if (typeof value === "string") return value;
            return isRecord(value)
                ? inspect(form.object, value, path, problems)
                : wrong(not(expected, value), give(expected));
        case "wordOr":
            if (value === form.word) return value;
            return isRecord(value)
                ? inspect(form.object, value, path, problems)
                : wrong(not(expected, value), give(expected));
    }
}

function isAllowed(
    { among, from = -Infinity, to = Infinity }: Extract<Form, { is: "number" }>,
    value: number,
): boolean {
    return Number.isInteger(value) && value >= from && value <= to && (among?.includes(value) ?? true);
}

function inspectWord(
    words: readonly string[],
    value: unknown,
    wrong: (found: string, fix: string) => unknown,
): unknown {
    if (typeof value !== "string") return wrong(not("a word", value), give(oneOf(words)));
    if (words.includes(value)) return value;
    const meant = nearest(value, words);
    const shown = value.length > 40 ? "another word" : JSON.stringify(value);
    return wrong(`it is ${shown}, not ${oneOf(words)}`, meant ? `Did you mean ${meant}?` : give(oneOf(words)));
}

function inspectObject(
    form: ObjectForm,
    value: Readonly<Record<string, unknown>>,
    path: Path,
    problems: FormProblem[],
) {
    const members: Readonly<Record<string, Form>> = { ...form.required, ...form.optional };
    const names = Object.keys(members);
    const sound: Record<string, unknown> = {};
    for (const [name, entry] of Object.entries(value)) {
        if (isAbsent(entry)) continue;
        const member = Object.hasOwn(members, name) ? members[name] : undefined;
        if (member) sound[name] = inspect(member, entry, [...path, name], problems);
        else checkStranger(form, name, names, path, problems);
    }
    for (const [name, member] of Object.entries(form.required ?? {})) {
        if (name in sound) continue;
        sound[name] = UNKNOWN;
        problems.push({ path, found: `${name} is missing`, fix: `Give ${name}: ${describeForm(member)}.` });
    }
    for (const [one, others] of form.exclusive ?? []) {
        const both = sound[one] === undefined ? [] : others.filter((other) => sound[other] !== undefined);
        if (both.length === 0) continue;
        problems.push({
            path,
            found: `${one} is given, and so ${both.length === 1 ? "is" : "are"} ${both.join(", ")}, which would have no effect`,
            fix: `Leave out ${one}, or ${both.join(", ")}.`,
        });
    }
    return sound;
}

/** A name that no argument has. In a closed object it is a mistake; in an open one only if it looks like one. */
function checkStranger(form: ObjectForm, name: string, names: readonly string[], path: Path, problems: FormProblem[]) {
    const meant = nearest(name, names);
    if (form.open && meant === undefined) return;
    problems.push({
        path: [...path, name],
        found: "there is no such argument",
        fix: meant ? `Did you mean ${meant}?` : `Leave it out. Here can stand: ${names.join(", ")}.`,
    });
}

function inspectOneMember(
    members: Readonly<Record<string, Form>>,
    value: Readonly<Record<string, unknown>>,
    path: Path,
    problems: FormProblem[],
    wrong: (found: string, fix: string) => unknown,
): unknown {
    const given = Object.keys(value).filter((name) => !isAbsent(value[name]));
    const known = given.filter((name) => Object.hasOwn(members, name));
    if (given.length !== 1 || known.length !== 1) {
        const found = given.length === 0 ? "it is empty" : `it holds ${given.join(", ")}`;
        return wrong(
            `${found}, not exactly one of ${Object.keys(members).join(", ")}`,
            `Give ${oneOf(Object.keys(members))}, and nothing else.`,
        );
    }
    const [name] = known as [string];
    return { [name]: inspect(members[name]!, value[name], [...path, name], problems) };
}

function inspectTagged(
    form: Extract<Form, { is: "tagged" }>,
    value: Readonly<Record<string, unknown>>,
    path: Path,
    problems: FormProblem[],
): unknown {
    const words = Object.keys(form.variants);
    const tag = value[form.by];
    if (isAbsent(tag)) {
        problems.push({ path, found: `${form.by} is missing`, fix: `Give ${form.by}: ${oneOf(words)}.` });
        return UNKNOWN;
    }
    if (isUnknown(inspect({ is: "word", words }, tag, [...path, form.by], problems))) return UNKNOWN;
    const variant = form.variants[tag as string]!;
    return inspectObject(
        { ...variant, required: { [form.by]: { is: "text" }, ...variant.required } },
        value,
        path,
        problems,
    );
}

const PLAIN_FIX = "Write it in the program itself; only the values inside may be Outputs.";

function isPlainOnly(form: Form): boolean {
    if (form.is === "list") return form.plain === true;
    return !["text", "flag", "number", "map", "textOr"].includes(form.is);
}

function describeForm(form: Form): string {
    switch (form.is) {
        case "text":
            return "a text";
        case "number":
            if (form.among) return oneOf(form.among.map(String));
            return form.from === undefined ? "a number" : `a whole number from ${form.from} to ${form.to}`;
        case "flag":
        case "plainFlag":
            return "true or false";
        case "word":
            return oneOf(form.words);
        case "list":
            return "a list";
        case "textOr":
            return `a text, or an object with ${namesOf(form.object)}`;
        case "wordOr":
            return `"${form.word}", or an object with ${namesOf(form.object)}`;
        case "map":
            return "an object of texts";
        default:
            return `an object with ${namesOf(form)}`;
    }
}

function namesOf(form: Form): string {
    if (form.is === "object")
        return [...Object.keys(form.required ?? {}), ...Object.keys(form.optional ?? {})].join(", ");
    if (form.is === "oneMember") return `exactly one of ${Object.keys(form.members).join(", ")}`;
    return form.is === "tagged" ? `${form.by} (${oneOf(Object.keys(form.variants))}) and what it needs` : "";
}

function not(expected: string, value: unknown): string {
    return `it is ${kindOf(value)}, not ${expected}`;
}

/** Never the value itself: it may be a secret. */
function kindOf(value: unknown): string {
    if (value === null) return "null";
    if (Array.isArray(value)) return "a list";
    if (typeof value === "string") return value === "" ? "an empty text" : "a text";
    if (typeof value === "object")
        return isRecord(value) && isPlain(value) ? "an object" : "a resource or another object";
    return typeof value === "undefined" ? "nothing" : `a ${typeof value}`;
}

function isPlain(value: object): boolean {
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === null || prototype === Object.prototype;
}

function give(expected: string): string {
    return `Give ${expected}.`;
}

function isAbsent(value: unknown): boolean {
    return value === undefined || value === null;
}

function mapMembers(value: Readonly<Record<string, unknown>>, map: (entry: unknown, name: string) => unknown) {
    return Object.fromEntries(
        Object.entries(value)
            .filter(([, entry]) => !isAbsent(entry))
            .map(([name, entry]) => [name, map(entry, name)]),
    );
}
