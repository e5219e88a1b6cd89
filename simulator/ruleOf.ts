import { type CompiledRule, compileRule } from "./compileRule";
import { RuleProblem, topicRuleOfPayload } from "./topicRule";

/**
 * A rule ready to be simulated, from the payload that AWS IoT's API takes. For tests: what is wrong is thrown.
 *
 * @throws RuleProblem naming everything that is wrong with the rule's texts
 */
export function ruleOf(payload: unknown): CompiledRule {
    const compiled = compileRule(topicRuleOfPayload(payload));
    if (compiled.ok) return compiled.value;
    const texts = compiled.problems.map(
        ({ place, line, column, message, help }) =>
            `${place}:${line}:${column}: ${message}${help === undefined ? "" : ` ${help}`}`,
    );
    throw new RuleProblem(texts.join("\n"));
}
