import { KAFKA_TOPIC_RULE, VPC_DESTINATION } from "../constraints/components";

export { KINDS, kindOf } from "../constraints/facts/pulumiTypes";

/** True for our components, whose arguments are judged in place of what they make of them. */
export function isComponent(type: string): boolean {
    return type === KAFKA_TOPIC_RULE || type === VPC_DESTINATION;
}

/** True for types that make a rule or a destination too, but in a form that is not read here. */
export function isUnreadForm(type: string): boolean {
    return type === "aws-native:iot:TopicRule" || type === "aws-native:iot:TopicRuleDestination";
}
