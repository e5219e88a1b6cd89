import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from "yaml";
import { MAXIMUM_DEPTH } from "./located";

/** Something in a YAML text that is refused, or told. */
export interface YamlProblem {
    readonly offset: number;
    /** A sentence. */
    readonly message: string;
}

/** Why a text that is YAML is not read. */
export class YamlRefusal extends Error {
    constructor(
        readonly offset: number,
        message: string,
    ) {
        super(message);
    }
}

/** Aliases can make few lines stand for more values than any memory holds. */
const MAXIMUM_VALUES = 5_000_000;

interface Sized {
    readonly value: unknown;
    /** How many values it stands for, those of its aliases included. */
    readonly size: number;
}

interface Reading {
    readonly document: Document;
    readonly repeated: YamlProblem[];
    /** What anchors stand for; undefined while it is being read. */
    readonly anchored: Map<Node, Sized | undefined>;
}

/** A document as plain values. Values that aliases repeat are shared, not copied. */
export function readYamlValue(root: Node | null, document: Document): { value: unknown; repeated: YamlProblem[] } {
    const reading: Reading = { document, repeated: [], anchored: new Map() };
    return { value: sizedValue(root, reading, 0).value, repeated: reading.repeated };
}

function sizedValue(node: Node | null, reading: Reading, depth: number): Sized {
    if (node === null) return { value: null, size: 1 };
    if (depth > MAXIMUM_DEPTH)
        throw new YamlRefusal(startOf(node), `This is nested deeper than ${MAXIMUM_DEPTH} levels.`);
    if (isAlias(node)) return aliased(node, reading, depth);
    const hasAnchor = "anchor" in node && node.anchor !== undefined;
    if (hasAnchor) reading.anchored.set(node, undefined);
    const read = plainValue(node, reading, depth);
    const name = intrinsicName(node);
    const sized =
        name === undefined ? read : { value: { [name]: intrinsicArgument(name, read.value) }, size: read.size + 1 };
    if (sized.size > MAXIMUM_VALUES)
        throw new YamlRefusal(startOf(node), `With its aliases this stands for more than ${MAXIMUM_VALUES} values.`);
    if (hasAnchor) reading.anchored.set(node, sized);
    return sized;
}

function aliased(node: Node & { source?: unknown }, reading: Reading, depth: number): Sized {
    const target = isAlias(node) ? (node.resolve(reading.document) as Node | undefined) : undefined;
    if (target === undefined) throw new YamlRefusal(startOf(node), "This alias stands for nothing.");
    if (!reading.anchored.has(target)) return sizedValue(target, reading, depth);
    const known = reading.anchored.get(target);
    if (known === undefined) throw new YamlRefusal(startOf(node), "This alias stands for something that contains it.");
    return known;
}

function plainValue(node: Node, reading: Reading, depth: number): Sized {
    if (isScalar(node)) return { value: scalarValue(node), size: 1 };
    let size = 1;
    if (isSeq(node)) {
        const list = node.items.map((item) => {
            const read = sizedValue(item as Node | null, reading, depth + 1);
            size += read.size;
            return read.value;
        });
        return { value: list, size };
    }
    if (!isMap(node)) return { value: null, size };
    const entries: [string, unknown][] = [];
    const names = new Set<string>();
    for (const pair of node.items) {
        const name = nameOf(pair);
        if (names.has(name)) {
            const offset = startOf(pair.key as Node);
            reading.repeated.push({ offset, message: `${JSON.stringify(name)} is given twice.` });
        }
        names.add(name);
        const read = sizedValue(pair.value as Node | null, reading, depth + 1);
        size += read.size;
        entries.push([name, read.value]);
    }
    return { value: Object.fromEntries(entries), size };
}

/** A number that is not written as we would write it keeps its text: an account number may start with zeros. */
function scalarValue({ value, source }: Scalar): unknown {
    if (typeof value === "bigint") return source ?? String(value);
    if (typeof value === "number") return source === undefined || String(value) === source ? value : source;
    return value instanceof Date ? (source ?? null) : value;
}

/** The name of a pair as text, whatever it is. */
export function nameOf(pair: Pair): string {
    const { key } = pair;
    if (isScalar(key)) return key.source ?? String(key.value);
    return String(key);
}

/** Where a node stands in the text. */
export function startOf(node: Node | null | undefined): number {
    return node?.range?.[0] ?? 0;
}

/** `!Ref` is `Ref`, `!Condition` is `Condition`, every other short form `!X` is `Fn::X`; undefined without one. */
export function intrinsicName(node: Node): string | undefined {
    const tag = "tag" in node ? (node.tag as string | undefined) : undefined;
    if (tag === undefined || !/^![A-Za-z]/.test(tag)) return undefined;
    const name = tag.slice(1);
    return name === "Ref" || name === "Condition" ? name : `Fn::${name}`;
}

/** `!GetAtt Role.Arn` is written with a dot, the long form as a list. */
function intrinsicArgument(name: string, argument: unknown): unknown {
    if (name !== "Fn::GetAtt" || typeof argument !== "string") return argument;
    const dot = argument.indexOf(".");
    return dot < 0 ? argument : [argument.slice(0, dot), argument.slice(dot + 1)];
}
