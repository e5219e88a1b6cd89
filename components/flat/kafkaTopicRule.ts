import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { KAFKA_ACTION_PARAMETERS } from "../../constraints/core/source";
import { KafkaTopicRule as Made } from "../kafkaTopicRule";
import { component } from "./component";
import type { KafkaTopicRuleArgs } from "./kafkaTopicRuleArgs";
import { nested } from "./nested";
import { KAFKA_TOPIC_RULE_SHAPE } from "./shapes";

/**
 * A topic rule that writes the messages it selects to an Apache Kafka cluster, with an encrypted log group for those
 * that could not be sent, unless they are to go elsewhere.
 */
export class KafkaTopicRule extends component(Made) {
    /** ARN of the rule. */
    declare readonly ruleArn: Output<string>;
    /** Name of the rule: the end of its Basic Ingest topic, `$aws/rules/<ruleName>`. */
    declare readonly ruleName: Output<string>;
    /** Log group of the messages that could not be sent; none where they go elsewhere, or nowhere. */
    declare readonly logGroupName: Output<string | undefined>;

    constructor(name: string, args: KafkaTopicRuleArgs, opts?: ComponentResourceOptions) {
        super(name, nested(name, args, KAFKA_TOPIC_RULE_SHAPE, KAFKA_ACTION_PARAMETERS), opts);
    }
}
