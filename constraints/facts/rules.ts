import type { KafkaAction } from "./kafkaAction";
import type { ResourceFacts, Stack } from "./stack";
import { TopicRule } from "./topicRule";

/** The rules of each stack: what one constraint has parsed of a rule is there for those that come to it from afar. */
const RULES = new WeakMap<Stack, Map<string, TopicRule>>();

/** A topic rule of the stack; the same object whenever it is asked for. */
export function ruleOf(stack: Stack, resource: ResourceFacts): TopicRule {
    let rules = RULES.get(stack);
    if (rules === undefined) {
        rules = new Map();
        RULES.set(stack, rules);
    }
    let rule = rules.get(resource.id);
    if (rule?.resource !== resource) {
        rule = new TopicRule(stack, resource);
        rules.set(resource.id, rule);
    }
    return rule;
}

/** Every Kafka action of the rules of the stack, error actions too. */
export function kafkaActionsOf(stack: Stack): KafkaAction[] {
    return stack.ofKind("topicRule").flatMap((resource) => ruleOf(stack, resource).kafkaActions);
}
