/**
 * What would arrive in Kafka: the record that a topic rule makes of a message, or the reason why there is none.
 *
 *     const rule = ruleOf({ sql: "SELECT temp FROM 'devices/+'", actions: [{ kafka: { topic: "telemetry", key: "${topic(2)}" } }] });
 *     const { actions } = simulate(rule, { topic: "devices/d1", payload: '{"temp":21}' });
 *     assert.equal(actions[0].record.key, "d1");
 */

export { partitionOf } from "../kafka/partitioner";
export {
    type EvaluationContext,
    type Fixtures,
    type MqttProperties,
    readFixtures,
    type Secrets,
} from "../language/evaluate";
export {
    type ActionText,
    type CompiledAction,
    type CompiledRule,
    type CompiledRuleProblem,
    type CompiledRuleResult,
    compileRule,
} from "./compileRule";
export type { ErrorMessage, Failure } from "./errorMessage";
export {
    explainRule,
    type RuleExplanation,
    type StatementExplanation,
    type TemplateExplanation,
} from "./explainRule";
export type { KafkaRecord } from "./kafkaRecord";
export type { Publication } from "./publication";
export { ruleOf } from "./ruleOf";
export { withoutSecrets } from "./secretTexts";
export { type SimulationOptions, simulate, simulateText } from "./simulate";
export {
    type ActionResult,
    type ErrorActionResult,
    type Matched,
    type MatchedText,
    type NotMatched,
    type Simulation,
    type SimulationError,
    type SimulationText,
    succeeded,
} from "./simulation";
export {
    type ErrorAction,
    type KafkaActionTexts,
    RuleProblem,
    type TopicRule,
    topicRuleOfFacts,
    topicRuleOfPayload,
} from "./topicRule";
