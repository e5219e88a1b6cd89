import { Refusal } from "../../refusal";

/**
 * A coarse look at a rule's SQL: enough to refuse what is plainly not a statement. It is no parser on purpose: a stand-in
 * that shared the product's parser would share its mistakes.
 */
export function sqlProblem(sql: string): Refusal | undefined {
    const bare = withoutStrings(sql);
    if (bare === undefined) {
        return refusal("a string is not closed");
    }
    if (!/^\s*SELECT\b/i.test(bare)) {
        return refusal("expected SELECT");
    }
    if (/^\s*SELECT\s*(FROM\b|WHERE\b|$)/i.test(bare)) {
        return refusal("expected an expression after SELECT");
    }
    if (/--|\/\*/.test(bare)) {
        return refusal("comments are not supported");
    }
    if (/\bFROM\b/i.test(bare) && !/\bFROM\s+''/i.test(bare)) {
        return refusal("expected a topic filter in single quotes after FROM");
    }
    const depth = balance(bare);
    return depth === 0
        ? undefined
        : refusal(depth > 0 ? "a parenthesis is not closed" : "unexpected closing parenthesis");
}

/** The text with the inside of each string taken out; undefined when one is not closed. */
function withoutStrings(sql: string): string | undefined {
    const bare = sql.replace(/'(?:[^']|'')*'/gs, "''").replace(/"(?:[^"\\]|\\.)*"/gs, '""');
    return /(^|[^'])'([^']|$)/s.test(bare) ? undefined : bare;
}

/** Open brackets minus closed ones; negative as soon as one closes too early. */
function balance(sql: string): number {
    let depth = 0;
    for (const character of sql) {
        if ("([{".includes(character)) {
            depth += 1;
        } else if (")]}".includes(character)) {
            depth -= 1;
        }
        if (depth < 0) {
            return depth;
        }
    }
    return depth;
}

function refusal(reason: string): Refusal {
    return new Refusal("SqlParseException", `The rule's SQL could not be parsed: ${reason}`);
}
