/**
 * What a statement or a substitution template is after parsing. Every node knows where it stood: `offset` is its first
 * character and `end` the one after its last, in UTF-16 units of the parsed text; parentheses around an expression
 * belong to it. Nothing is evaluated or rounded: a number keeps its digits, an object its keys in order.
 */
interface Place {
    readonly offset: number;
    readonly end: number;
}

/** A whole statement: `[SET …] SELECT … [FROM '…'] [WHERE …]`. */
export interface Statement extends Place {
    readonly kind: "statement";
    /** The assignments of the SET clause; empty without one. */
    readonly set: readonly Assignment[];
    readonly select: Select;
    /** Absent in rules fed by Basic Ingest only. */
    readonly from?: TopicFilter;
    readonly where?: Expression;
}

/** `@name = expression` */
export interface Assignment extends Place {
    readonly kind: "assignment";
    /** Without the `@`. */
    readonly name: string;
    readonly expression: Expression;
}

/** `SELECT [VALUE] item, …` */
export interface Select extends Place {
    readonly kind: "select";
    /** True for SELECT VALUE, whose output need not be an object. */
    readonly value: boolean;
    readonly items: readonly SelectItem[];
}

/** `expression [AS alias]` */
export interface SelectItem extends Place {
    readonly kind: "selectItem";
    readonly expression: Expression;
    readonly alias?: Alias;
}

/** The path after AS: more than one segment builds nested objects. */
export interface Alias extends Place {
    readonly kind: "alias";
    readonly segments: readonly string[];
}

/** The text in single quotes after FROM; its wild cards are not judged here. */
export interface TopicFilter extends Place {
    readonly kind: "topicFilter";
    readonly filter: string;
}

/** A value with templates in it, cut into plain texts and the expressions between `${` and `}`. */
export interface Template extends Place {
    readonly kind: "template";
    readonly parts: readonly (TemplateText | Expression)[];
}

/** Text of a template that is taken as it stands, `$${` and `@{` included. */
export interface TemplateText extends Place {
    readonly kind: "text";
    readonly text: string;
}

export interface NumberLiteral extends Place {
    readonly kind: "number";
    /** The digits as written, without a sign: AWS IoT keeps 34 of them, a JavaScript number 15. */
    readonly text: string;
}

export interface StringLiteral extends Place {
    readonly kind: "string";
    /** The text between the quotes, a doubled quote read as one. */
    readonly value: string;
    readonly quote: "'" | '"';
}

export interface BooleanLiteral extends Place {
    readonly kind: "boolean";
    readonly value: boolean;
}

export interface NullLiteral extends Place {
    readonly kind: "null";
}

/** `*`, or `a.b.*` for all members of one object. */
export interface Wildcard extends Place {
    readonly kind: "wildcard";
    readonly of?: Path;
}

/** A member of the payload: `a.b.c`. */
export interface Path extends Place {
    readonly kind: "path";
    readonly segments: readonly string[];
}

/** A variable of the SET clause, or a member of one: `@name.a.b`. */
export interface Variable extends Place {
    readonly kind: "variable";
    /** Without the `@`. */
    readonly name: string;
    readonly segments: readonly string[];
}

/** A member of what another expression gives: `get(e, 0).v`. */
export interface Member extends Place {
    readonly kind: "member";
    readonly object: Expression;
    readonly segments: readonly string[];
}

/** A function call. The name is kept as written; AWS IoT does not heed its case. */
export interface Call extends Place {
    readonly kind: "call";
    readonly name: string;
    readonly arguments: readonly Expression[];
}

/** `cast(value AS type)` */
export interface Cast extends Place {
    readonly kind: "cast";
    readonly value: Expression;
    /** The type word as written. */
    readonly type: string;
}

/** A nested query in parentheses: `(SELECT … FROM path [WHERE …])`. */
export interface Subselect extends Place {
    readonly kind: "subselect";
    readonly select: Select;
    readonly from: Expression;
    readonly where?: Expression;
}

export interface Exists extends Place {
    readonly kind: "exists";
    readonly subselect: Subselect;
}

export type BinaryOperator = "OR" | "AND" | "IN" | "=" | "<>" | "<" | "<=" | ">" | ">=" | "+" | "-" | "*" | "/" | "%";

/** `left operator right`. Written in parentheses exactly when its `offset` is before that of `left`. */
export interface Binary extends Place {
    readonly kind: "binary";
    readonly operator: BinaryOperator;
    /** Where the operator stands. */
    readonly operatorOffset: number;
    readonly left: Expression;
    readonly right: Expression;
}

/** `a NOT IN b` is read as `NOT (a IN b)`. */
export interface Unary extends Place {
    readonly kind: "unary";
    readonly operator: "NOT" | "-";
    readonly operand: Expression;
}

/** `CASE value WHEN … THEN … [ELSE …] END` */
export interface Case extends Place {
    readonly kind: "case";
    readonly value: Expression;
    readonly branches: readonly CaseBranch[];
    readonly otherwise?: Expression;
}

export interface CaseBranch extends Place {
    readonly kind: "caseBranch";
    readonly when: Expression;
    readonly then: Expression;
}

export interface ArrayLiteral extends Place {
    readonly kind: "array";
    readonly elements: readonly Expression[];
}

export interface ObjectLiteral extends Place {
    readonly kind: "object";
    /** In source order, repeated keys included. */
    readonly members: readonly ObjectMember[];
}

export interface ObjectMember extends Place {
    readonly kind: "objectMember";
    readonly key: StringLiteral;
    readonly value: Expression;
}

/** Anything with a value. A template is one where it stands inside a statement: `SELECT ${topic()} FROM …`. */
export type Expression =
    | NumberLiteral
    | StringLiteral
    | BooleanLiteral
    | NullLiteral
    | Wildcard
    | Path
    | Variable
    | Member
    | Call
    | Cast
    | Subselect
    | Exists
    | Binary
    | Unary
    | Case
    | ArrayLiteral
    | ObjectLiteral
    | Template;

/** Every kind of node; `kind` tells them apart. */
export type Node =
    | Statement
    | Assignment
    | Select
    | SelectItem
    | Alias
    | TopicFilter
    | TemplateText
    | CaseBranch
    | ObjectMember
    | Expression;

/** The node type of a kind, such as `NodeOf<"call">`. */
export type NodeOf<Kind extends Node["kind"]> = Extract<Node, { kind: Kind }>;
