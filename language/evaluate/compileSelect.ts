import { MAXIMUM_NESTING } from "../parse";
import type { Expression, Select, SelectItem } from "../tree";
import { compileExpression } from "./compileExpression";
import { type Compiler, problemAt } from "./compiler";
import type { Evaluator, Run } from "./run";
import { isAwkwardKey, isObject, ObjectBuilder, type Result, type Value } from "./value";

/** What a SELECT clause gives for one message, or for one element of what a nested SELECT looks at. */
export function compileSelect(node: Select, compiler: Compiler, isNested: boolean): Evaluator {
    const [only] = node.items;
    if (node.value) {
        if (node.items.length > 1) {
            const help = "Select one expression after VALUE, or leave VALUE out.";
            problemAt(compiler, node.items[1]!, "several-values", "SELECT VALUE takes one expression", help);
        }
        return orIncomplete(compileExpression(only!.expression, compiler, isNested));
    }
    if (node.items.length === 1 && isEverything(only!)) {
        return compileExpression(only!.expression, compiler, isNested);
    }
    const items = node.items.map((item) => compileItem(item, compiler, isNested));
    return items.every(isSimple) ? selectNames(items) : selectAny(items);
}

/** `*` alone gives the message as it is, also when it is no object. */
function isEverything({ expression, alias }: SelectItem): boolean {
    return expression.kind === "wildcard" && expression.of === undefined && alias === undefined;
}

interface Item {
    /** Where the value goes; undefined for `*` and `a.*`, whose members are taken one by one. */
    readonly path: readonly string[] | undefined;
    readonly value: Evaluator;
}

function compileItem(item: SelectItem, compiler: Compiler, isNested: boolean): Item {
    const value = compileExpression(item.expression, compiler, isNested);
    if (item.alias) {
        if (item.alias.segments.length > MAXIMUM_NESTING) {
            const message = `the name after AS has ${item.alias.segments.length} parts, of at most ${MAXIMUM_NESTING}`;
            problemAt(compiler, item.alias, "name-too-deep", message, "Give it fewer.");
        }
        return { path: item.alias.segments, value };
    }
    if (item.expression.kind === "wildcard") return { path: undefined, value };
    return { path: [nameOf(item.expression, compiler.text)], value };
}

/**
 * What an item without AS is called: its last name, or its function. AWS does not say what it calls a literal or a
 * sum; they are called by their text here.
 */
function nameOf(expression: Expression, text: string): string {
    switch (expression.kind) {
        case "path":
        case "member":
            return expression.segments.at(-1)!;
        case "variable":
            return expression.segments.at(-1) ?? expression.name;
        case "call":
            return expression.name;
        case "cast":
            return "cast";
        case "template":
            return expression.parts[0]!.kind === "text" ? "" : nameOf(expression.parts[0] as Expression, text);
        default:
            return text.slice(expression.offset, expression.end).trim();
    }
}

function isSimple({ path }: Item): boolean {
    return path !== undefined && path.length === 1 && !isAwkwardKey(path[0]!);
}

/** The usual case: names, none of which needs care. */
function selectNames(items: readonly Item[]): Evaluator {
    const names = items.map(({ path }) => path![0]!);
    const values = items.map(({ value }) => value);
    return (scope, run) => {
        const selected: Record<string, Value> = {};
        for (let index = 0; index < names.length; index++) {
            const value = values[index]!(scope, run);
            if (value === undefined) run.isComplete = false;
            else selected[names[index]!] = value;
        }
        return selected;
    };
}

function selectAny(items: readonly Item[]): Evaluator {
    return (scope, run) => {
        const selected = new ObjectBuilder();
        for (const { path, value } of items) {
            const result = value(scope, run);
            if (path === undefined ? !isObject(result) : result === undefined) run.isComplete = false;
            else if (path === undefined) selected.setAll(result as never);
            else place(selected, path, result);
        }
        return selected.build();
    };
}

/** Sets a member, making or copying the objects on the way: what they came from is not changed. */
function place(object: ObjectBuilder, path: readonly string[], value: Result): void {
    const [name, ...rest] = path as [string, ...string[]];
    if (rest.length === 0) {
        object.set(name, value);
        return;
    }
    const inner = new ObjectBuilder();
    const existing = object.get(name);
    if (isObject(existing)) inner.setAll(existing);
    place(inner, rest, value);
    object.set(name, inner.build());
}

function orIncomplete(evaluator: Evaluator): Evaluator {
    return (scope: Result, run: Run) => {
        const value = evaluator(scope, run);
        if (value === undefined) run.isComplete = false;
        return value;
    };
}
