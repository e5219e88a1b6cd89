import assert from "node:assert/strict";
import {
    type Expression,
    format,
    parseSql,
    parseTemplate,
    type Statement,
    type SyntaxProblem,
    type Template,
} from "../../language";

/** The tree of a statement that must parse. */
export function statement(text: string): Statement {
    const parsed = parseSql(text);
    assert.ok(parsed.ok, parsed.ok ? "" : `${text}\n${parsed.error.message}`);
    return parsed.value;
}

/** The tree of a template that must parse. */
export function template(text: string): Template {
    const parsed = parseTemplate(text);
    assert.ok(parsed.ok, parsed.ok ? "" : `${text}\n${parsed.error.message}`);
    return parsed.value;
}

/** The tree of an expression, read as the only item of a SELECT. */
export function expression(text: string): Expression {
    return statement(`SELECT ${text}`).select.items[0]!.expression;
}

/** Why a statement cannot be parsed. */
export function problemOf(text: string): SyntaxProblem {
    const parsed = parseSql(text);
    assert.ok(!parsed.ok, `parsed: ${text}`);
    return parsed.error;
}

/** Why a template cannot be parsed. */
export function templateProblemOf(text: string): SyntaxProblem {
    const parsed = parseTemplate(text);
    assert.ok(!parsed.ok, `parsed: ${text}`);
    return parsed.error;
}

/** An expression with every operation in parentheses, which shows how it was read. */
export function grouped(node: Expression): string {
    if (node.kind === "binary") return `(${grouped(node.left)} ${node.operator} ${grouped(node.right)})`;
    if (node.kind === "unary") return `(${node.operator} ${grouped(node.operand)})`;
    return format(node);
}
