import { parseTemplate, type SyntaxProblem } from "../../language";
import { defineConstraint } from "../core/constraint";
import type { Path } from "../core/path";
import { isSensitiveProperty } from "../core/redact";
import { iotGuide } from "../core/source";
import { type Violation, violation } from "../core/verdict";
import { withAction, withProperties } from "../examples/configurations";
import { causeOf } from "../topic-rule/syntaxCauses";

export const templateSyntax = defineConstraint({
    id: "template-syntax",
    subject: "topicRule",
    requirements: ["SQL-GRAM-11", "TPL-EXPR-01", "TPL-SYN-01", "TPL-SYN-02", "TPL-SYN-03"],
    level: "mandatory",
    severity: "high",
    what: "Each substitution template is ${, an expression and }.",
    why: "AWS IoT refuses the rule, or sends nothing, when it cannot read a template.",
    fix: "Close each brace, bracket and quote: ${topic(2)}, ${get_secret('id', 'SecretString', 'role')}.",
    source: iotGuide("iot-substitution-templates"),
    check: (rule) =>
        rule.rawTexts.flatMap(({ path, text, problem }): Violation[] => {
            if (problem !== "syntax") return [];
            const parsed = parseTemplate(text);
            return parsed.ok ? [] : [judge(path, text, parsed.error)];
        }),
    examples: {
        valid: [
            { title: "text and templates", stack: withAction({ key: "${clientid()}-${topic(2)}" }) },
            {
                title: "a brace and a template in a text of an expression",
                stack: withAction({ key: "${concat(a, '}${')}" }),
            },
            { title: "an object in an expression", stack: withAction({ key: '${get({"a": {"b": 1}}, "a").b}' }) },
            { title: "line breaks", stack: withAction({ key: "${\n  topic(2)\n}" }) },
            { title: "a lone dollar", stack: withAction({ key: "5 $ {a}" }) },
        ],
        invalid: [
            { title: "an empty template", stack: withAction({ key: "${}" }) },
            { title: "a template of white space", stack: withAction({ topic: "a-${ }" }) },
            { title: "a template without its end", stack: withAction({ key: "${topic(2)" }) },
            { title: "a bracket without its end", stack: withAction({ key: "${topic(2}" }) },
            {
                title: "a quote without its end, in a secret",
                stack: withProperties({ "sasl.scram.password": "${get_secret('id, 'SecretString', 'role')}" }),
            },
            { title: "an operator without its right side", stack: withAction({ key: "${1 + }" }) },
            { title: "a numeric member", stack: withAction({ key: "${readings.0}" }) },
        ],
    },
});

function judge(path: Path, text: string, { message, safeMessage, line, column, offset }: SyntaxProblem): Violation {
    const property = path.at(-2) === "clientProperties" ? String(path.at(-1)) : undefined;
    const isSensitive = property !== undefined && isSensitiveProperty(property);
    const shown = isSensitive ? safeMessage : message;
    return violation(path, `The template cannot be parsed at line ${line}, column ${column}: ${shown}`, {
        requirements: ["TPL-SYN-01", ...rowsOf(text, offset)],
    });
}

/** The rows about the particular mistake. */
function rowsOf(text: string, offset: number): string[] {
    const before = text.slice(0, offset).trimEnd();
    const after = text.slice(offset);
    if (before.endsWith("${") && after.startsWith("}")) return ["TPL-SYN-03"];
    if (after === "" || /^[}\])'"]/.test(after)) return isUnfinished(before) ? ["TPL-EXPR-01"] : ["TPL-SYN-02"];
    const start = text.lastIndexOf("${", offset) + 2;
    const cause = causeOf(text.slice(start), offset - start)?.requirement;
    return ["TPL-EXPR-01", ...(cause === "SQL-GRAM-11" ? [cause] : [])];
}

/** True behind an operator, a comma or a key word, where an expression is missing and no bracket. */
function isUnfinished(before: string): boolean {
    return /(?:[-+*/%=<>,]|\b(?:AND|OR|NOT|IN))$/i.test(before);
}
