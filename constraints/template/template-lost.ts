import { parseTemplate, sqlFunction, wholeExpression } from "../../language";
import { defineConstraint } from "../core/constraint";
import { iotGuide } from "../core/source";
import { type Violation, violation } from "../core/verdict";
import { withAction } from "../examples/configurations";

export const templateLost = defineConstraint({
    id: "template-lost",
    subject: "topicRule",
    requirements: ["TPL-SYN-10"],
    level: "advisory",
    severity: "medium",
    what: "A function call in a text of the action stands between ${ and }.",
    why: "Without them the text is sent as it stands; a text in back-ticks loses them when TypeScript evaluates it.",
    fix: 'Write the template in plain quotes, "${topic(2)}", or escape the dollar within back-ticks.',
    source: iotGuide("iot-substitution-templates"),
    check: (rule) =>
        rule.rawTexts(mayBeCall).flatMap(({ path, text, problem }): Violation[] => {
            const name = problem === undefined ? functionCalledBy(text) : undefined;
            return name === undefined ? [] : [violation(path, `The text is a call of ${name}, but no template`)];
        }),
    examples: {
        valid: [
            { title: "a template", stack: withAction({ key: "${topic(2)}" }) },
            { title: "a text with brackets", stack: withAction({ key: "plant (north)" }) },
        ],
        invalid: [
            { title: "a call alone", stack: withAction({ key: "topic(2)" }) },
            { title: "a call in braces without the dollar", stack: withAction({ key: "{clientid()}" }) },
        ],
    },
});

/** True for every text in which a call can be, and for few others. */
function mayBeCall(text: string): boolean {
    return text.includes("(") && !text.includes("${");
}

/** The function that a text calls when it is read as an expression; undefined when it is none, or a template already. */
function functionCalledBy(text: string): string | undefined {
    if (text.length > 2000 || !/^\s*\{?\s*\w+\s*\(/.test(text.slice(0, 100))) return undefined;
    const trimmed = text.trim();
    const inner = trimmed.startsWith("{") && trimmed.endsWith("}") ? trimmed.slice(1, -1) : trimmed;
    const parsed = parseTemplate(`\${${inner}}`);
    const call = parsed.ok ? wholeExpression(parsed.value) : undefined;
    return call?.kind === "call" ? sqlFunction(call.name)?.name : undefined;
}
