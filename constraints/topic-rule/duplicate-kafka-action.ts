import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { iotGuide } from "../core/source";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { placeholdersIn } from "../data/placeholders";
import { action, DESTINATION_ARN, rule } from "../examples/configurations";
import type { KafkaAction } from "../facts/kafkaAction";

const NAMES = ["destinationArn", "topic", "key"];

export const duplicateKafkaAction = defineConstraint({
    id: "duplicate-kafka-action",
    subject: "topicRule",
    requirements: ["RULE-ACT-06"],
    level: "advisory",
    severity: "medium",
    what: "No two Kafka actions of a rule send to the same destination and topic under the same key.",
    why: "Each message arrives twice; and where the two are equal in all, one of them vanishes.",
    fix: "Remove one of the actions, or give it the topic that was meant.",
    source: iotGuide("iot-rule-actions"),
    check: (rule) => {
        const actions = rule.kafkaActions.filter(({ isErrorAction }) => !isErrorAction);
        return actions.flatMap((action, index) => judge(action, actions.slice(0, index)) ?? []);
    },
    examples: {
        valid: [
            { title: "two topics", stack: rule([action(), action(undefined, { topic: "alarms" })]) },
            { title: "two keys", stack: rule([action(), action(undefined, { key: "${clientid()}" })]) },
            {
                title: "destinations that are not known yet",
                stack: rule([
                    action(undefined, { destinationArn: UNKNOWN }),
                    action(undefined, { destinationArn: DESTINATION_ARN }),
                ]),
            },
        ],
        invalid: [
            {
                title: "two actions that differ in acks alone",
                stack: rule([action(), action({ ...(action().clientProperties as object), acks: "1" })]),
            },
        ],
    },
});

function judge(action: KafkaAction, before: readonly KafkaAction[]): Verdict | undefined {
    const answers = before.map((other) => ({ other, same: sameTarget(action, other) }));
    const equal = answers.find(({ same }) => same === true);
    if (equal)
        return violation(action.at, `It sends to the same destination, topic and key as kafkas[${equal.other.at[1]}]`);
    return answers.some(({ same }) => isUnknown(same))
        ? undetermined(action.at, "its target is not known yet")
        : undefined;
}

function sameTarget(one: KafkaAction, other: KafkaAction): boolean | typeof UNKNOWN {
    const pairs = NAMES.map((name) => [one.value(name), other.value(name)] as const);
    if (pairs.some(([a, b]) => !isUnknown(a) && !isUnknown(b) && a !== b)) return false;
    const isOpen = pairs.some(([a, b]) => isUnknown(a) || isUnknown(b) || placeholdersIn(String(a)).length > 0);
    return isOpen ? UNKNOWN : true;
}
