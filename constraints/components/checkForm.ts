import { isUnknown, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { nearest, oneOf } from "../core/show";
import { describeForm, give, isPlainObject, not } from "./describeForm";
import type { Form, ObjectForm } from "./form";

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
            if (typeof value !== "string") return wrong(not(expected, value), give(expected, value));
            const problem = form.check?.(value);
            return problem ? wrong(problem.found, problem.fix) : value;
        }
        case "number":
            if (typeof value !== "number") return wrong(not(expected, value), give(expected, value));
            return isAllowed(form, value) ? value : wrong(`it is ${value}, not ${expected}`, give(expected, value));
        case "flag":
        case "plainFlag":
            return typeof value === "boolean" ? value : wrong(not(expected, value), give(expected, value));
        case "given":
            return value;
        case "word":
            return inspectWord(form.words, value, wrong);
        case "list":
            if (!Array.isArray(value)) return wrong(not(expected, value), give(expected, value));
            if (form.notEmpty && value.length === 0) return wrong("it is empty", "Leave it out, or name at least one.");
            return value.map((entry: unknown, index) => inspect(form.of, entry, [...path, index], problems));
        case "map":
            if (!isPlainObject(value)) return wrong(not(expected, value), give(expected, value));
            return mapMembers(value, (entry, name) => inspect({ is: "text" }, entry, [...path, name], problems));
        case "scalar": {
            if (!["string", "number", "boolean"].includes(typeof value))
                return wrong(not(expected, value), give(expected, value));
            const problem = form.check?.(String(value));
            return problem ? wrong(problem.found, problem.fix) : value;
        }
        case "mapOf":
            if (!isPlainObject(value)) return wrong(not(expected, value), give(expected, value));
            return mapMembers(value, (entry, name) => {
                const at = [...path, name];
                const problem = form.checkName?.(name);
                if (problem) problems.push({ path: at, ...problem });
                const of = typeof form.of === "function" ? form.of(name) : form.of;
                return problem ? UNKNOWN : inspect(of, entry, at, problems);
            });
        case "object":
            return isPlainObject(value)
                ? inspectObject(form, value, path, problems)
                : wrong(not(expected, value), give(expected, value));
        case "chosen":
            return isPlainObject(value)
                ? inspectObject(form.choose(value), value, path, problems)
                : wrong(not(expected, value), give(expected, value));
        case "oneMember":
            return isPlainObject(value)
                ? inspectOneMember(form.members, value, path, problems, wrong)
                : wrong(not(expected, value), give(expected, value));
        case "tagged":
            return isPlainObject(value)
                ? inspectTagged(form, value, path, problems)
                : wrong(not(expected, value), give(expected, value));
        case "textOr":
            if (typeof value === "string") return value;
            return isPlainObject(value)
                ? inspect(form.object, value, path, problems)
                : wrong(not(expected, value), give(expected, value));
        case "wordOr":
            if (value === form.word) return value;
            return isPlainObject(value)
                ? inspect(form.object, value, path, problems)
                : wrong(not(expected, value), give(expected, value));
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
): unknown {
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
    const together = [form.check?.(sound) ?? []].flat();
    for (const { at, found, fix } of together)
        problems.push({ path: at === undefined ? path : [...path, at], found, fix });
    if (together.some(({ at }) => at === undefined)) return UNKNOWN;
    return { ...sound, ...Object.fromEntries(together.map(({ at }) => [at, UNKNOWN])) };
}

/** A name that no argument has. In a closed object it is a mistake; in an open one only if it looks like one. */
function checkStranger(form: ObjectForm, name: string, names: readonly string[], path: Path, problems: FormProblem[]) {
    const instead = form.elsewhere && Object.hasOwn(form.elsewhere, name) ? form.elsewhere[name] : undefined;
    const meant = nearest(name, names);
    const fix = instead ?? (meant ? `Did you mean ${meant}?` : undefined);
    if (form.open && fix === undefined) return;
    problems.push({
        path: [...path, name],
        found: "there is no such argument",
        fix: fix ?? `Leave it out. Here can stand: ${names.join(", ")}.`,
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
    if (form.is === "list" || form.is === "number") return form.plain === true;
    return !["text", "flag", "number", "scalar", "map", "textOr", "given"].includes(form.is);
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
