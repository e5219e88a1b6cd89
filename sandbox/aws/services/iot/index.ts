import { loggingOptions } from "./loggingOptions";
import { topicRule } from "./topicRule";
import { topicRuleDestination } from "./topicRuleDestination";

export const iot = [topicRule, topicRuleDestination, loggingOptions];
