import { isRecord } from "../core/known";
import { oneOf } from "../core/show";
import type { Form } from "./form";

/** What is expected, as a part of a sentence. */
export function describeForm(form: Form): string {
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
        case "given":
            return "what @pulumi/aws takes there";
        case "textOr":
            return `a text, or an object with ${namesOf(form.object)}`;
        case "wordOr":
            return `"${form.word}", or an object with ${namesOf(form.object)}`;
        case "map":
            return "an object of texts";
        case "scalar":
            return "a text, a number, true or false";
        case "mapOf":
            return "an object with names of your own";
        case "chosen":
            return "an object";
        default:
            return `an object with ${namesOf(form)}`;
    }
}

function namesOf(form: Form): string {
    if (form.is === "object") {
        const optional = Object.keys(form.optional ?? {}).map((name) => `${name} (optional)`);
        return [...Object.keys(form.required ?? {}), ...optional].join(", ");
    }
    if (form.is === "oneMember") return `exactly one of ${Object.keys(form.members).join(", ")}`;
    return form.is === "tagged" ? `${form.by} (${oneOf(Object.keys(form.variants))}) and what it needs` : "";
}

/** That something else was found; as a part of a sentence. */
export function not(expected: string, value: unknown): string {
    return `it is ${kindOf(value)}, not ${expected}`;
}

/** Never the value itself: it may be a secret. */
function kindOf(value: unknown): string {
    if (value === null) return "null";
    if (Array.isArray(value)) return "a list";
    if (typeof value === "string") return value === "" ? "an empty text" : "a text";
    if (typeof value === "object") return isPlainObject(value) ? "an object" : "a resource or another object";
    return typeof value === "undefined" ? "nothing" : `a ${typeof value}`;
}

/** True for an object that a program writes with braces: no resource, no list. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return isRecord(value) && isPlain(value);
}

function isPlain(value: object): boolean {
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === null || prototype === Object.prototype;
}

/** What to do about it; of a resource that stands there instead, one output is meant. */
export function give(expected: string, instead?: unknown): string {
    const isOther = typeof instead === "object" && instead !== null && !Array.isArray(instead) && !isPlain(instead);
    return isOther ? `Give one of its outputs, such as \`id\` or \`arn\`: ${expected}.` : `Give ${expected}.`;
}
