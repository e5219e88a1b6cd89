import { problemText } from "../language/evaluate";
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
        (problem) => `${problem.place}:${problem.line}:${problem.column}: ${problemText(problem)}`,
    );
    throw new RuleProblem(texts.join("\n"));
}
