export { KINDS, kindOf } from "../constraints/facts/pulumiTypes";

/** True for types that make a rule or a destination too, but in a form that is not read here. */
export function isUnreadForm(type: string): boolean {
    return type === "aws-native:iot:TopicRule" || type === "aws-native:iot:TopicRuleDestination";
}
