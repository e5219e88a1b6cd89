import fc from "fast-check";
import type { Expression, Node, Statement, Template } from "../../language";

const PLACE = { offset: 0, end: 0 } as const;

const RESERVED = "and as case else end exists false from in not null or select then true when where".split(" ");

/** VALUE before a parenthesis is the key word, and a call of cast has a form of its own. */
const NO_FUNCTIONS = ["value", "cast"];

const word = fc.oneof(
    fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,5}$/),
    fc.constantFrom("value", "set", "cast", "selected", "In_", "topic", "get_secret"),
);
const name = word.filter((text) => !RESERVED.includes(text.toLowerCase()));
const memberName = fc.oneof(word, fc.constantFrom("from", "SELECT", "end"));
const members = fc.array(memberName, { maxLength: 2 });
const text = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.string({ unit: "binary", maxLength: 5 }),
    fc.constantFrom("'", '"', "''", "}", "${", "a'b\"c", "\n", "--", "/*", "@{x}", ";"),
);

const number = fc.stringMatching(/^[0-9]{1,3}(\.[0-9]{1,3})?([eE][+-]?[0-9]{1,2})?$/).map(node("number", "text"));
const string = text.map((value) => ({ kind: "string", value, quote: "'", ...PLACE }) as const);
const path = fc
    .tuple(name, members)
    .map(([first, rest]) => ({ kind: "path", segments: [first, ...rest], ...PLACE }) as const);
const variableName = fc.stringMatching(/^[A-Za-z0-9_]{1,6}$/);
const leaf: fc.Arbitrary<Expression> = fc.oneof(
    number,
    string,
    fc.boolean().map(node("boolean", "value")),
    fc.constant({ kind: "null", ...PLACE } as const),
    path,
    path.map(node("wildcard", "of")),
    fc.record({ kind: fc.constant("variable"), name: variableName, segments: members, ...place() }),
) as fc.Arbitrary<Expression>;

const operator = fc.constantFrom("OR", "AND", "IN", "=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/", "%");

/** Expressions of every kind; with templates in them only where the language takes them. */
function expressions(withTemplates: boolean): {
    expression: fc.Arbitrary<Expression>;
    value: fc.Arbitrary<Expression>;
} {
    const { expression, value } = fc.letrec((tie) => {
        const inner = tie("expression");
        const anyValue = tie("value");
        const select = fc.record({
            kind: fc.constant("select"),
            value: fc.boolean(),
            items: fc.array(selectItem(anyValue), { minLength: 1, maxLength: 2 }),
            ...place(),
        });
        const subselect = record({ kind: fc.constant("subselect"), select, from: inner, ...place() }, { where: inner });
        // biome-ignore lint/suspicious/noThenProperty: the key word of the language, and never a function
        const branch = fc.record({ kind: fc.constant("caseBranch"), when: inner, then: inner, ...place() });
        const member = fc.record({ kind: fc.constant("objectMember"), key: string, value: anyValue, ...place() });
        const few = { maxLength: 3 };
        return {
            value: fc.oneof(
                { depthSize: "small", maxDepth: 4 },
                { weight: 5, arbitrary: inner },
                { weight: 1, arbitrary: fc.constant({ kind: "wildcard", ...PLACE }) },
            ),
            expression: fc.oneof(
                { depthSize: "small", maxDepth: 4 },
                leaf,
                fc.record({
                    kind: fc.constant("binary"),
                    operator,
                    operatorOffset: fc.constant(0),
                    left: inner,
                    right: inner,
                    ...place(),
                }),
                fc.record({
                    kind: fc.constant("unary"),
                    operator: fc.constantFrom("NOT", "-"),
                    operand: inner,
                    ...place(),
                }),
                fc.record({
                    kind: fc.constant("call"),
                    name: name.filter((given) => !NO_FUNCTIONS.includes(given.toLowerCase())),
                    arguments: fc.array(anyValue, few),
                    ...place(),
                }),
                fc.record({ kind: fc.constant("cast"), value: anyValue, type: memberName, ...place() }),
                fc.record({
                    kind: fc.constant("member"),
                    object: inner,
                    segments: fc.array(memberName, { minLength: 1, maxLength: 2 }),
                    ...place(),
                }),
                fc.record({ kind: fc.constant("array"), elements: fc.array(anyValue, few), ...place() }),
                fc.record({ kind: fc.constant("object"), members: fc.array(member, few), ...place() }),
                record(
                    {
                        kind: fc.constant("case"),
                        value: inner,
                        branches: fc.array(branch, { minLength: 1, maxLength: 2 }),
                        ...place(),
                    },
                    { otherwise: inner },
                ),
                subselect,
                fc.record({ kind: fc.constant("exists"), subselect, ...place() }),
                ...(withTemplates ? [plain.value.map((part) => ({ kind: "template", parts: [part], ...PLACE }))] : []),
            ),
        };
    }) as unknown as { expression: fc.Arbitrary<Expression>; value: fc.Arbitrary<Expression> };
    return { expression, value };
}

const plain = expressions(false);
const withTemplates = expressions(true);

/** Every statement that the language can say, in trees without places. */
export const statements = record(
    {
        kind: fc.constant("statement"),
        set: fc.array(
            fc.record({
                kind: fc.constant("assignment"),
                name: variableName,
                expression: withTemplates.value,
                ...place(),
            }),
            { maxLength: 2 },
        ),
        select: fc.record({
            kind: fc.constant("select"),
            value: fc.boolean(),
            items: fc.array(selectItem(withTemplates.value), { minLength: 1, maxLength: 3 }),
            ...place(),
        }),
        ...place(),
    },
    { from: text.map(node("topicFilter", "filter")), where: withTemplates.expression },
) as unknown as fc.Arbitrary<Statement>;

/** Text of a template: without a dollar that would belong to what follows, or a template. */
const plainText = fc
    .oneof(text, fc.constantFrom("$${a}", "5 $ {b}", "}"))
    .filter((given) => given !== "" && !given.endsWith("$") && !given.replaceAll("$${", "").includes("${"));

/** Every template that the language can say; texts do not follow each other. */
export const templates: fc.Arbitrary<Template> = fc
    .array(fc.oneof(plainText.map(node("text", "text")), plain.value), { maxLength: 5 })
    .map((parts) => {
        const apart = parts.filter((part, index) => part.kind !== "text" || parts[index - 1]?.kind !== "text");
        return { kind: "template", parts: apart as Template["parts"], ...PLACE };
    });

function selectItem(expression: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
    const alias = fc
        .tuple(name, members)
        .map(([first, rest]) => ({ kind: "alias", segments: [first, ...rest], ...PLACE }));
    return record({ kind: fc.constant("selectItem"), expression, ...place() }, { alias });
}

function record(required: Record<string, fc.Arbitrary<unknown>>, optional: Record<string, fc.Arbitrary<unknown>>) {
    return fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) });
}

function place() {
    return { offset: fc.constant(0), end: fc.constant(0) };
}

function node(kind: Node["kind"], member: string) {
    return (value: unknown) => ({ kind, [member]: value, ...PLACE }) as unknown as Node;
}
