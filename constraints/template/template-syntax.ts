import { type Mistake, parseTemplate, type SyntaxProblem } from "../../language";
import { defineConstraint } from "../core/constraint";
import type { Path } from "../core/path";
import { isSensitiveProperty } from "../core/redact";
import { iotGuide } from "../core/source";
import { type Violation, violation } from "../core/verdict";
import { withAction, withProperties } from "../examples/configurations";

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
        rule.brokenTexts.flatMap(({ path, text, problem }): Violation[] => {
            if (problem !== "syntax") return [];
            const parsed = parseTemplate(text);
            return parsed.ok ? [] : [judge(path, parsed.error)];
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

/** Mistakes about what opens and closes. */
const UNBALANCED: readonly Mistake[] = ["quote-in-text", "unclosed-bracket", "unclosed-text", "unopened-bracket"];

function judge(path: Path, { mistake, message, safeMessage, help, line, column }: SyntaxProblem): Violation {
    const property = path.at(-2) === "clientProperties" ? String(path.at(-1)) : undefined;
    const shown = property !== undefined && isSensitiveProperty(property) ? safeMessage : message;
    return violation(path, `The template cannot be parsed at line ${line}, column ${column}: ${shown}`, {
        requirements: ["TPL-SYN-01", ...rowsOf(mistake)],
        ...(help ? { fix: help } : {}),
    });
}

/** The rows about the particular mistake. */
function rowsOf(mistake: Mistake): string[] {
    if (mistake === "empty-template") return ["TPL-SYN-03"];
    if (UNBALANCED.includes(mistake)) return ["TPL-SYN-02"];
    return mistake === "name" ? ["SQL-GRAM-11", "TPL-EXPR-01"] : ["TPL-EXPR-01"];
}
