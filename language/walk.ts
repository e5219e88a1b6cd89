import type { Call, Expression, Node, Template } from "./tree";

/** Trees do not change, and many look through the same one. */
const walked = new WeakMap<Node, readonly Node[]>();

/** Every node of a tree, outermost first, in the order of the text. */
export function walk(node: Node): readonly Node[] {
    const known = walked.get(node);
    if (known) return known;
    const nodes: Node[] = [];
    // A list of what is still to do, not a recursion, which a deep tree would make too deep.
    const open = [node];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        nodes.push(next);
        const children = childrenOf(next);
        for (let index = children.length - 1; index >= 0; index--) open.push(children[index]!);
    }
    walked.set(node, nodes);
    return nodes;
}

/** The nodes directly below one, in the order of the text. */
export function childrenOf(node: Node): Node[] {
    const children: Node[] = [];
    for (const name in node) {
        const value: unknown = node[name as keyof Node];
        // Most members are texts and numbers.
        if (typeof value !== "object" || value === null) continue;
        if (isNode(value)) children.push(value);
        else if (Array.isArray(value)) for (const inner of value) if (isNode(inner)) children.push(inner);
    }
    return children;
}

function isNode(value: unknown): value is Node {
    return typeof value === "object" && value !== null && "kind" in value;
}

const called = new WeakMap<Node, readonly Call[]>();

/** Every call in a tree, in the order of the text. */
export function allCalls(node: Node): readonly Call[] {
    const known = called.get(node);
    if (known) return known;
    const calls = walk(node).filter((inner): inner is Call => inner.kind === "call");
    called.set(node, calls);
    return calls;
}

/** The calls of a function in a tree, in the order of the text; AWS IoT does not heed the case of a name. */
export function callsOf(node: Node, name: string): Call[] {
    const wanted = name.toLowerCase();
    return allCalls(node).filter((call) => call.name.toLowerCase() === wanted);
}

/** The expression of a value that is one template and nothing else, white space around it aside. */
export function wholeExpression(template: Template): Expression | undefined {
    const parts = template.parts.filter((part) => part.kind !== "text" || part.text.trim() !== "");
    const [only] = parts;
    return parts.length === 1 && only && only.kind !== "text" ? only : undefined;
}

/** True when two trees say the same, wherever they stood and whichever quotes they used. */
export function sameTree(one: unknown, other: unknown): boolean {
    if (one === other) return true;
    if (typeof one !== "object" || one === null || typeof other !== "object" || other === null) return false;
    if (Array.isArray(one) !== Array.isArray(other)) return false;
    const names = namesOf(one);
    return (
        names.length === namesOf(other).length &&
        names.every((name) =>
            sameTree((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
        )
    );
}

/** What tells where a node stood, or how it was written, but not what it says. */
const PLACES: ReadonlySet<string> = new Set(["offset", "end", "operatorOffset", "quote"]);

function namesOf(node: object): string[] {
    return Object.keys(node).filter((name) => !PLACES.has(name));
}
