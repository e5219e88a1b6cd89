import type { BinaryOperator, Expression, Node, Select, StringLiteral } from "./tree";

/**
 * How tightly an expression holds together, as the grammar has it. An operand that holds looser than its place allows
 * is written in parentheses.
 */
const PRECEDENCE: Readonly<Record<BinaryOperator | "NOT" | "negative" | "operand", number>> = {
    OR: 1,
    AND: 2,
    NOT: 3,
    "=": 4,
    "<>": 4,
    "<": 4,
    "<=": 4,
    ">": 4,
    ">=": 4,
    IN: 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "/": 6,
    "%": 6,
    negative: 7,
    operand: 8,
};

/** What may stand before `.name` without parentheses. A path would take the name as one of its own. */
const TAKES_MEMBERS: ReadonlySet<Node["kind"]> = new Set([
    "subselect",
    "array",
    "object",
    "template",
    "cast",
    "call",
    "wildcard",
]);

/** What may stand after the FROM of a nested SELECT without parentheses. */
const IS_SOURCE: ReadonlySet<Node["kind"]> = new Set([...TAKES_MEMBERS, "member", "variable", "path", "wildcard"]);

/**
 * The canonical text of a tree: one blank between tokens, key words in capitals, the fewest parentheses, single quotes
 * unless a text holds some. It parses to the same tree, and trees that say the same give the same text. The only line
 * breaks are those within strings, topic filters and the plain text of a template.
 */
export function format(node: Node): string {
    switch (node.kind) {
        case "statement":
            return [
                node.set.length > 0 ? `SET ${list(node.set)}` : "",
                format(node.select),
                node.from ? `FROM ${format(node.from)}` : "",
                node.where ? `WHERE ${format(node.where)}` : "",
            ]
                .filter((clause) => clause !== "")
                .join(" ");
        case "assignment":
            return `@${node.name} = ${format(node.expression)}`;
        case "select":
            return formatSelect(node);
        case "selectItem":
            return format(node.expression) + (node.alias ? ` AS ${format(node.alias)}` : "");
        case "alias":
            return node.segments.join(".");
        case "topicFilter":
            return `'${node.filter.replaceAll("'", "''")}'`;
        case "template":
            return node.parts.map((part) => (part.kind === "text" ? part.text : `\${${format(part)}}`)).join("");
        case "text":
        case "number":
            return node.text;
        case "string":
            return formatString(node);
        case "boolean":
            return node.value ? "TRUE" : "FALSE";
        case "null":
            return "NULL";
        case "wildcard":
            return node.of ? `${format(node.of)}.*` : "*";
        case "path":
            return node.segments.join(".");
        case "variable":
            return [`@${node.name}`, ...node.segments].join(".");
        case "member":
            return [unless(takesMembers(node.object), node.object), ...node.segments].join(".");
        case "call":
            return `${node.name}(${list(node.arguments)})`;
        case "cast":
            return `cast(${format(node.value)} AS ${node.type})`;
        case "subselect": {
            const where = node.where ? ` WHERE ${format(node.where)}` : "";
            return `(${format(node.select)} FROM ${unless(IS_SOURCE.has(node.from.kind), node.from)}${where})`;
        }
        case "exists":
            return `EXISTS ${format(node.subselect)}`;
        case "binary": {
            const own = PRECEDENCE[node.operator];
            return `${operand(node.left, own)} ${node.operator} ${operand(node.right, own + 1)}`;
        }
        case "unary":
            return formatUnary(node.operator, node.operand);
        case "case": {
            const otherwise = node.otherwise ? ` ELSE ${format(node.otherwise)}` : "";
            return `CASE ${format(node.value)} ${node.branches.map(format).join(" ")}${otherwise} END`;
        }
        case "caseBranch":
            return `WHEN ${format(node.when)} THEN ${format(node.then)}`;
        case "array":
            return `[${list(node.elements)}]`;
        case "object":
            return `{${list(node.members)}}`;
        case "objectMember":
            return `${format(node.key)}: ${format(node.value)}`;
    }
}

/** `SELECT VALUE -x` would read as a member called value, less x. */
function formatSelect({ value, items }: Select): string {
    const [first, ...rest] = items.map(format);
    if (!value) return `SELECT ${[first, ...rest].join(", ")}`;
    const { expression, alias } = items[0]!;
    const safe = first!.startsWith("-") ? `(${format(expression)})${alias ? ` AS ${format(alias)}` : ""}` : first;
    return `SELECT VALUE ${[safe, ...rest].join(", ")}`;
}

function formatString({ value }: StringLiteral): string {
    if (value.includes("'") && !value.includes('"')) return `"${value}"`;
    return `'${value.replaceAll("'", "''")}'`;
}

function formatUnary(operator: "NOT" | "-", inner: Expression): string {
    // Two minus signs in a row would read as a comment.
    if (operator === "-") return `-${operand(inner, PRECEDENCE.operand)}`;
    if (inner.kind === "binary" && inner.operator === "IN") {
        return `${operand(inner.left, PRECEDENCE.IN)} NOT IN ${operand(inner.right, PRECEDENCE.IN + 1)}`;
    }
    return `NOT ${operand(inner, PRECEDENCE.NOT)}`;
}

function operand(expression: Expression, least: number): string {
    return unless(precedenceOf(expression) >= least, expression);
}

function precedenceOf(expression: Expression): number {
    if (expression.kind === "binary") return PRECEDENCE[expression.operator];
    if (expression.kind === "unary") return expression.operator === "NOT" ? PRECEDENCE.NOT : PRECEDENCE.negative;
    return PRECEDENCE.operand;
}

function unless(isSafe: boolean, expression: Expression): string {
    return isSafe ? format(expression) : `(${format(expression)})`;
}

/** `a.*` takes no more members, `*` does. */
function takesMembers(object: Expression): boolean {
    return TAKES_MEMBERS.has(object.kind) && !(object.kind === "wildcard" && object.of);
}

function list(nodes: readonly Node[]): string {
    return nodes.map(format).join(", ");
}
