import { type Document, isAlias, isMap, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import type { Path } from "../../constraints/core/path";
import { intrinsicName, nameOf, startOf } from "./yamlValue";

/** Where the value at a path of a document starts, or, `inName`, the name before it; else what encloses it. */
export function offsetInYaml(root: Node | null, document: Document, path: Path, inName = false): number {
    let node = root;
    let offset = startOf(root);
    for (const [index, segment] of path.entries()) {
        const target = isAlias(node) ? (node.resolve(document) as Node | undefined) : node;
        if (!target) return offset;
        // A short form is one level of the values, but none of the text.
        if (intrinsicName(target) === segment) continue;
        const part = partOf(target, segment);
        if (part === undefined) return offset;
        if (inName && index === path.length - 1) return part.nameOffset;
        node = part.node;
        offset = node === null ? part.nameOffset : startOf(node);
    }
    return offset;
}

interface Part {
    readonly nameOffset: number;
    readonly node: Node | null;
}

function partOf(node: Node, segment: string | number): Part | undefined {
    if (isSeq(node)) {
        const item = node.items[Number(segment)] as Node | null | undefined;
        return item === undefined ? undefined : { nameOffset: startOf(item), node: item };
    }
    if (!isMap(node)) return undefined;
    const pair = pairsOf(node).get(segment);
    return pair && { nameOffset: startOf(pair.key as Node), node: pair.value as Node | null };
}

const PAIRS = new WeakMap<YAMLMap, ReadonlyMap<string | number, Pair>>();

/** The pairs of a mapping by name. Of names that are given twice the last counts. */
function pairsOf(node: YAMLMap): ReadonlyMap<string | number, Pair> {
    const known = PAIRS.get(node) ?? new Map(node.items.map((pair) => [nameOf(pair), pair]));
    PAIRS.set(node, known);
    return known;
}
