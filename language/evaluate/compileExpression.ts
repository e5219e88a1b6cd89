import type { Binary, Case, Exists, Expression, Subselect, Unary } from "../tree";
import { castTo, castType } from "./cast";
import { compileCall } from "./compileCall";
import { type Compiler, needsNewer, problemAt } from "./compiler";
import { compileSelect } from "./compileSelect";
import { decimal, decimalValue, intValue } from "./decimal";
import { divide, multiply, remainder, subtract } from "./numbers";
import { and, areEqual, arithmetic, comparison, differs, equals, isIn, minus, not, or, plus } from "./operators";
import { countSteps, type Evaluator } from "./run";
import { isArray, isObject, memberOf, ObjectBuilder, type Result, type Value } from "./value";

/** `isNested`: within a nested SELECT, where `*` is the element and not the message. */
export function compileExpression(node: Expression, compiler: Compiler, isNested: boolean): Evaluator {
    const evaluator = compileNode(node, compiler, isNested);
    return compiler.watch?.(node, evaluator) ?? evaluator;
}

function compileNode(node: Expression, compiler: Compiler, isNested: boolean): Evaluator {
    switch (node.kind) {
        case "number":
            return constant(numberLiteral(node.text, compiler.keepsWhole));
        case "string":
        case "boolean":
            return constant(node.value);
        case "null":
            return constant(null);
        case "wildcard":
            if (node.of) return compileExpression(node.of, compiler, isNested);
            return isNested ? (scope) => scope : (_, run) => run.everything;
        case "path":
            return members((scope) => scope, node.segments);
        case "variable": {
            const index = compiler.variables.indexOf(node.name);
            if (index < 0) return unknownVariable(node.name, node, compiler);
            return members((_, run) => run.variables[index], node.segments);
        }
        case "member":
            return members(compileExpression(node.object, compiler, isNested), node.segments);
        case "call":
            return compileCall(node, compiler, isNested);
        case "cast": {
            const meant = castType(node.type);
            const value = compileExpression(node.value, compiler, isNested);
            if (!meant) {
                const help =
                    "The types are String, Nvarchar, Text, Ntext, Varchar, Int, Integer, Double, Decimal, Bool.";
                return problemAt(compiler, node, "unknown-type", `cast has no type ${node.type}`, help);
            }
            if (meant.needsLater) needsNewer(compiler, node, `the type ${node.type} of cast`);
            return (scope, run) => castTo(meant.type, value(scope, run), run.keepsWhole);
        }
        case "subselect":
            return compileSubselect(node, compiler, isNested);
        case "exists":
            return compileExists(node, compiler, isNested);
        case "binary":
            return compileBinary(node, compiler, isNested);
        case "unary":
            return compileUnary(node, compiler, isNested);
        case "case":
            return compileCase(node, compiler, isNested);
        case "array":
            needsNewer(compiler, node, "a list in brackets");
            return compileArray(node.elements, compiler, isNested);
        case "object":
            needsNewer(compiler, node, "an object in braces");
            return compileObject(
                node.members.map(({ key, value }) => [key.value, compileExpression(value, compiler, isNested)]),
            );
        case "template":
            // Within a statement a template is one expression.
            return compileExpression(node.parts[0] as Expression, compiler, isNested);
    }
}

function constant(value: Result): Evaluator {
    return () => value;
}

/** A literal keeps its 34 digits; those of a message are doubles. */
function numberLiteral(text: string, keepsWhole: boolean): Result {
    if (/^[0-9]+$/.test(text)) return text.length <= 15 ? Number(text) : intValue(BigInt(text.slice(0, 1000)));
    return decimalValue(decimal(text).plus(0), keepsWhole);
}

function members(object: Evaluator, segments: readonly string[]): Evaluator {
    if (segments.length === 0) return object;
    const [first, second] = segments as [string, string];
    if (segments.length === 1) return (scope, run) => memberOf(object(scope, run), first);
    if (segments.length === 2) return (scope, run) => memberOf(memberOf(object(scope, run), first), second);
    return (scope, run) => {
        let value = object(scope, run);
        for (const segment of segments) value = memberOf(value, segment);
        return value;
    };
}

function unknownVariable(name: string, node: Expression, compiler: Compiler): Evaluator {
    const message = `there is no variable @${name} before this`;
    return problemAt(compiler, node, "unknown-variable", message, "Assign it in the SET clause, before it is used.");
}

/** The result is an array, whether the source is an array or one object. */
function compileSubselect(node: Subselect, compiler: Compiler, isNested: boolean): Evaluator {
    needsNewer(compiler, node, "a nested SELECT");
    const source = compileExpression(node.from, compiler, isNested);
    const where = node.where && compileExpression(node.where, compiler, true);
    const select = compileSelect(node.select, compiler, true);
    return (scope, run) => {
        const from = source(scope, run);
        const elements = isArray(from) ? from : isObject(from) ? [from] : undefined;
        if (elements === undefined) return undefined;
        countSteps(run, elements.length);
        const selected: Value[] = [];
        for (const element of elements) {
            if (where !== undefined && where(element, run) !== true) continue;
            const value = select(element, run);
            if (value !== undefined) selected.push(value);
        }
        return selected;
    };
}

function compileExists(node: Exists, compiler: Compiler, isNested: boolean): Evaluator {
    const subselect = compileExpression(node.subselect, compiler, isNested);
    return (scope, run) => {
        const selected = subselect(scope, run);
        return isArray(selected) && selected.length > 0;
    };
}

type Operation = (left: Result, right: Result, keepsWhole: boolean) => Result;

const OPERATIONS: Readonly<Record<Binary["operator"], Operation>> = {
    AND: and,
    OR: or,
    IN: isIn,
    "=": equals,
    "<>": differs,
    "<": comparison((order) => order < 0),
    "<=": comparison((order) => order <= 0),
    ">": comparison((order) => order > 0),
    ">=": comparison((order) => order >= 0),
    "+": plus,
    "-": arithmetic(subtract),
    "*": arithmetic(multiply),
    "/": arithmetic(divide),
    "%": arithmetic(remainder),
};

function compileBinary(node: Binary, compiler: Compiler, isNested: boolean): Evaluator {
    const operation = OPERATIONS[node.operator];
    const left = compileExpression(node.left, compiler, isNested);
    const right = compileExpression(node.right, compiler, isNested);
    return (scope, run) => operation(left(scope, run), right(scope, run), run.keepsWhole);
}

function compileUnary(node: Unary, compiler: Compiler, isNested: boolean): Evaluator {
    const operand = compileExpression(node.operand, compiler, isNested);
    if (node.operator === "NOT") return (scope, run) => not(operand(scope, run));
    return (scope, run) => minus(operand(scope, run), run.keepsWhole);
}

/** The first equal branch; Undefined when the value is, and when none is equal and there is no ELSE. */
function compileCase(node: Case, compiler: Compiler, isNested: boolean): Evaluator {
    const value = compileExpression(node.value, compiler, isNested);
    const branches = node.branches.map(({ when, then }) => ({
        when: compileExpression(when, compiler, isNested),
        result: compileExpression(then, compiler, isNested),
    }));
    const otherwise = node.otherwise && compileExpression(node.otherwise, compiler, isNested);
    return (scope, run) => {
        const wanted = value(scope, run);
        if (wanted === undefined) return undefined;
        for (const { when, result } of branches) {
            const tried = when(scope, run);
            if (tried !== undefined && areEqual(wanted, tried)) return result(scope, run);
        }
        return otherwise?.(scope, run);
    };
}

/** Undefined elements are left out, since JSON has no place for them. */
function compileArray(nodes: readonly Expression[], compiler: Compiler, isNested: boolean): Evaluator {
    const elements = nodes.map((element) => compileExpression(element, compiler, isNested));
    return (scope, run) => {
        const array: Value[] = [];
        for (const element of elements) {
            const value = element(scope, run);
            if (value === undefined) run.isComplete = false;
            else array.push(value);
        }
        return array;
    };
}

function compileObject(objectMembers: readonly (readonly [string, Evaluator])[]): Evaluator {
    return (scope, run) => {
        const object = new ObjectBuilder();
        for (const [key, member] of objectMembers) {
            const value = member(scope, run);
            if (value === undefined) run.isComplete = false;
            object.set(key, value);
        }
        return object.build();
    };
}
