import { type Call, childrenOf, type Expression, type Node, sqlFunction, walk } from "../../language";

/** The name of a called function as AWS IoT compares it. */
export function functionName(call: Call): string {
    return call.name.toLowerCase();
}

/** True for `decode(…, 'proto', …)`, which reads a descriptor from a bucket. */
export function isProtobufDecode(call: Call): boolean {
    const [, encoding] = call.arguments;
    return functionName(call) === "decode" && encoding?.kind === "string" && encoding.value.toLowerCase() === "proto";
}

/** True for a call that leaves AWS IoT. */
export function isExternalCall(call: Call): boolean {
    return sqlFunction(call.name)?.external === "always" || isProtobufDecode(call);
}

/** True when a variable of the SET clause stands anywhere in the expression. */
export function hasVariable(expression: Expression): boolean {
    return walk(expression).some(({ kind }) => kind === "variable");
}

/**
 * The member names by which an expression reads the message, each from the outside in. A nested SELECT reads elements
 * of what stands after its FROM, so only that is looked into.
 */
export function messagePaths(tree: Node): readonly (readonly string[])[] {
    const known = messagePathsOf.get(tree);
    if (known) return known;
    const found = findMessagePaths(tree);
    messagePathsOf.set(tree, found);
    return found;
}

/** Most trees are those of templates that stand in many rules. */
const messagePathsOf = new WeakMap<Node, readonly (readonly string[])[]>();

function findMessagePaths(tree: Node): (readonly string[])[] {
    const found: (readonly string[])[] = [];
    const open = [tree];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (node.kind === "path") found.push(node.segments);
        else if (node.kind === "wildcard") found.push(...(node.of ? [node.of.segments] : []));
        else if (node.kind === "subselect") open.push(node.from);
        else open.push(...childrenOf(node));
    }
    return found;
}
