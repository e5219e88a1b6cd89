import { type Node, parseSql, parseTemplate, walk } from "../../language";
import { type Facts, UNKNOWN } from "../core/known";

/**
 * What a program leaves in a text when it puts an Output, an object or nothing into it (GEN-STR-01). Such a text does
 * not hold the value that was meant, so to every other constraint its value is not known.
 */
const MARKERS: readonly { readonly text: string; readonly pattern: RegExp }[] = [
    { text: "Calling [toString] on an [Output", pattern: /Calling \[toString\] on an \[Output/g },
    { text: "[object Object]", pattern: /\[object Object\]/g },
    { text: "undefined", pattern: /(?<![A-Za-z0-9_])undefined(?![A-Za-z0-9_])/g },
    { text: "[secret]", pattern: /\[secret\]/g },
];

const NONE: readonly string[] = [];

/** The marks of a broken interpolation in a text. `language` tells which expressions to look for in it. */
export function brokenMarkers(text: string, language: "sql" | "template"): readonly string[] {
    if (!mayBeBroken(text)) return NONE;
    const candidates = MARKERS.filter(({ text: marker }) => text.includes(marker));
    if (candidates.length === 0) return NONE;
    const found = candidates.flatMap(({ text: marker, pattern }) =>
        [...text.matchAll(pattern)].map(({ index }) => ({ marker, index })),
    );
    const meant = meantRanges(text, language);
    const broken = found.filter(({ index }) => !meant.some(({ offset, end }) => offset <= index && index < end));
    return [...new Set(broken.map(({ marker }) => marker))];
}

/** True for every text with a marker, and for few others: each marker but `undefined` has a bracket. */
export function mayBeBroken(text: string): boolean {
    return text.includes("[") || text.includes("undefined");
}

/** `get_or_default(name, 'undefined')` and `[secret]` are right in an expression, where someone wrote just that. */
function meantRanges(text: string, language: "sql" | "template"): { offset: number; end: number }[] {
    const parsed = language === "sql" ? parseSql(text) : parseTemplate(text);
    if (!parsed.ok) return [];
    const nodes: readonly Node[] = walk(parsed.value);
    const ofSecrets = nodes.flatMap((node) => (isSecretCall(node) ? node.arguments : []));
    return nodes.filter((node) => {
        if (node.kind === "string") return node.value === "undefined" && !ofSecrets.some((given) => given === node);
        return node.kind === "array" && node.elements.length === 1 && node.elements[0]!.kind === "path";
    });
}

function isSecretCall(node: Node): node is Extract<Node, { kind: "call" }> {
    return node.kind === "call" && node.name.toLowerCase() === "get_secret";
}

/**
 * Why a text of an action says nothing that could be judged further: an interpolation broke it, it holds a sequence of
 * another action or a left-over escape, or its templates cannot be parsed. The first one is the one to be reported.
 */
export type TextProblem = "interpolation" | "elementSequence" | "escapedDollar" | "syntax";

/** What is wrong with a text of an action as a whole; undefined when nothing is. */
export function textProblem(text: string): TextProblem | undefined {
    if (brokenMarkers(text, "template").length > 0) return "interpolation";
    if (hasElementSequence(text)) return "elementSequence";
    if (!text.includes("${")) return undefined;
    if (text.includes("$${")) return "escapedDollar";
    return parseTemplate(text).ok ? undefined : "syntax";
}

/** True for `@{`, which only the InfluxDB action knows. */
export function hasElementSequence(text: string): boolean {
    return text.includes("@{");
}

/** The value with every text in it that `isBroken` marked as unknown; the value itself where there is none. */
export function withoutBrokenTexts(value: unknown, isBroken: (text: string) => boolean): unknown {
    return hasBrokenText(value, isBroken, 0) ? markBrokenTexts(value, isBroken, 0) : value;
}

const MAXIMUM_DEPTH = 16;

function hasBrokenText(value: unknown, isBroken: (text: string) => boolean, depth: number): boolean {
    if (typeof value === "string") return isBroken(value);
    if (typeof value !== "object" || value === null || depth > MAXIMUM_DEPTH) return false;
    for (const name of Object.keys(value)) {
        if (hasBrokenText((value as Facts)[name], isBroken, depth + 1)) return true;
    }
    return false;
}

function markBrokenTexts(value: unknown, isBroken: (text: string) => boolean, depth: number): unknown {
    if (typeof value === "string") return isBroken(value) ? UNKNOWN : value;
    if (typeof value !== "object" || value === null || depth > MAXIMUM_DEPTH) return value;
    const mark = (inner: unknown) => markBrokenTexts(inner, isBroken, depth + 1);
    if (Array.isArray(value)) return value.map(mark);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mark(inner)]));
}
