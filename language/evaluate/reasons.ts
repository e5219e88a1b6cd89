import { sqlFunction, takesArguments } from "../functions";
import type { Binary, Call, Case, Expression } from "../tree";
import { isNumeric, signOf } from "./numbers";
import { expressionsIn, type Seen, type Trace } from "./trace";
import { kindOf, memberOf, type Result } from "./value";

/** Why an expression is Undefined, as the end of a sentence. `sourceOf` gives the text of an expression. */
export function reasonOf(node: Expression, trace: Trace, sourceOf: (node: Expression) => string): string {
    const seen = trace.get(node)!;
    switch (node.kind) {
        case "path":
            return missingMember(seen.scope, node.segments, "the message");
        case "variable":
            return node.segments.length === 0
                ? `@${node.name} was set to Undefined`
                : `@${node.name} has no such member`;
        case "member": {
            const object = trace.get(node.object);
            if (object?.value !== undefined) return missingMember(object.value, node.segments, sourceOf(node.object));
        }
    }
    const missing = expressionsIn(node).find((part) => trace.has(part) && trace.get(part)!.value === undefined);
    if (missing !== undefined && node.kind !== "case") return `${sourceOf(missing)} is Undefined`;
    return ownReason(node, trace, seen);
}

function ownReason(node: Expression, trace: Trace, seen: Seen): string {
    switch (node.kind) {
        case "call":
            return reasonOfCall(node, trace);
        case "cast":
            return `${article(kindAt(node.value, trace))} cannot be cast to ${node.type}`;
        case "binary":
            return reasonOfBinary(node, trace);
        case "unary":
            return `${node.operator} takes no ${kindAt(node.operand, trace)}`;
        case "case":
            return reasonOfCase(node, trace);
        case "subselect":
            return `FROM is ${article(kindAt(node.from, trace))}, neither an Array nor an Object`;
        case "wildcard":
            return seen.scope === undefined ? "the payload is not JSON" : "there is nothing to select";
        default:
            return "it has no value";
    }
}

/** Names the first segment that is not there, and what it was looked for in. */
function missingMember(start: Result, segments: readonly string[], what: string): string {
    if (start === undefined) return "the payload is not a JSON object or array, so it has no members";
    let value = start;
    for (const [index, segment] of segments.entries()) {
        const inner = memberOf(value, segment);
        if (inner === undefined) {
            const holder = index === 0 ? what : segments.slice(0, index).join(".");
            const kind = kindOf(value);
            return kind === "Object"
                ? `${holder} has no member ${segment}`
                : `${holder} is ${article(kind)}, which has no members`;
        }
        value = inner;
    }
    return "it has no value";
}

/** What is known of the message only through the context. */
const OF_CONTEXT: ReadonlySet<string> = new Set([
    "accountid",
    "get_mqtt_property",
    "get_user_properties",
    "principal",
    "sourceip",
    "traceid",
]);

function reasonOfCall(node: Call, trace: Trace): string {
    const described = sqlFunction(node.name);
    const count = node.arguments.length;
    if (described && !takesArguments(described, count)) {
        const { minimum, maximum } = described;
        const allowed = minimum === maximum ? `${minimum}` : `${minimum} to ${maximum}`;
        return `${described.name} takes ${allowed} arguments, not ${count}`;
    }
    if (OF_CONTEXT.has(node.name.toLowerCase())) return "nothing is known of it for this message";
    if (node.name.toLowerCase() === "topic" && count === 1) return "the topic has no such level";
    if (count === 0) return `${node.name} without arguments has no value`;
    const kinds = node.arguments.map((argument) => article(kindAt(argument, trace))).join(" and ");
    return `${node.name} has no result for ${kinds} of that value`;
}

function reasonOfBinary(node: Binary, trace: Trace): string {
    const right = trace.get(node.right)?.value;
    if ((node.operator === "/" || node.operator === "%") && isNumeric(right) && signOf(right) === 0) {
        return "a division by zero has no result";
    }
    const kinds = [node.left, node.right].map((operand) => article(kindAt(operand, trace)));
    return `${node.operator} has no result for ${kinds.join(" and ")} of that value`;
}

function reasonOfCase(node: Case, trace: Trace): string {
    if (trace.get(node.value)?.value === undefined) return "the value after CASE is Undefined";
    return node.otherwise ? "the chosen branch is Undefined" : "no WHEN is equal, and there is no ELSE";
}

function kindAt(node: Expression, trace: Trace): string {
    const seen = trace.get(node);
    return seen === undefined ? "value" : kindOf(seen.value);
}

function article(kind: string): string {
    if (kind === "Null" || kind === "Undefined") return kind;
    return `${/^[AIO]/.test(kind) ? "an" : "a"} ${kind}`;
}
