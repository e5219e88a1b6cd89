import { TopicRule } from "@pulumi/aws/iot";
import {
    ComponentResource,
    type ComponentResourceOptions,
    getProject,
    getStack,
    type Input,
    type Output,
    type Resource,
} from "@pulumi/pulumi";
import { KAFKA_TOPIC_RULE, urnOf } from "../constraints/components";
import type { NamedIn } from "../constraints/components/names";
import { topicRuleInputs } from "../constraints/components/topicRule";
import { dependenciesOf } from "./dependencies";
import { createErrorTarget } from "./errorAction";
import { withExplanations } from "./failures";
import { gate } from "./gate";
import { hasType } from "./hasType";
import { inputArguments } from "./inputs";
import type { KafkaTopicRuleArgs } from "./kafkaTopicRuleArgs";
import { withSecrets } from "./secretLeaves";

/** What a `KafkaTopicRule` gives. */
export interface KafkaTopicRuleOutputs {
    readonly ruleArn: Output<string>;
    readonly ruleName: Output<string>;
    readonly logGroupName: Output<string | undefined>;
}

/**
 * A topic rule that writes the messages it selects to an Apache Kafka cluster, with an encrypted log group for those
 * that could not be sent, unless they are to go elsewhere.
 *
 * Its arguments are checked against what AWS documents before a resource exists: everything wrong with them is in one
 * `ResourceError`. An Output among them is checked when it resolves.
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/apache-kafka-rule-action.html
 */
export class KafkaTopicRule extends ComponentResource {
    /** @internal */
    static readonly __pulumiType = KAFKA_TOPIC_RULE;

    /** True for a `KafkaTopicRule`, even of another copy of this package. */
    static override isInstance(candidate: unknown): candidate is KafkaTopicRule {
        return hasType(candidate, KAFKA_TOPIC_RULE);
    }

    /** ARN of the rule. */
    readonly ruleArn: Output<string>;
    /** Name of the rule: the end of its Basic Ingest topic, `$aws/rules/<ruleName>`. */
    readonly ruleName: Output<string>;
    /** Log group of the messages that could not be sent; undefined where they go elsewhere, or nowhere. */
    readonly logGroupName: Output<string | undefined>;

    /** @throws ResourceError naming every argument that breaks what AWS documents */
    constructor(name: string, args: KafkaTopicRuleArgs, opts?: ComponentResourceOptions) {
        super(KAFKA_TOPIC_RULE, name, withSecrets(args ?? {}), withExplanations(KAFKA_TOPIC_RULE, name, opts));
        const { ruleArn, ruleName, logGroupName } = createKafkaTopicRule(this, name, args, dependenciesOf(opts));
        this.ruleArn = ruleArn;
        this.ruleName = ruleName;
        this.logGroupName = logGroupName;
        this.registerOutputs({ ruleArn, ruleName, logGroupName });
    }
}

/**
 * Makes what a `KafkaTopicRule` is made of, as children of `component`. The rule itself also comes after `dependencies`,
 * and is deleted before them.
 */
export function createKafkaTopicRule(
    component: ComponentResource,
    name: string,
    given: KafkaTopicRuleArgs,
    dependencies: readonly Input<Resource>[] = [],
): KafkaTopicRuleOutputs {
    const named = { project: getProject(), stack: getStack(), name };
    const urn = urnOf(KAFKA_TOPIC_RULE, named);
    const args = gate({ component, type: KAFKA_TOPIC_RULE, urn, name }, given);
    return makeKafkaTopicRule(component, named, args, dependencies);
}

/** The same with arguments that somebody has checked. */
export function makeKafkaTopicRule(
    component: ComponentResource,
    named: NamedIn,
    checked: KafkaTopicRuleArgs,
    dependencies: readonly Input<Resource>[],
): KafkaTopicRuleOutputs {
    const args = withSecrets(checked);
    const errors = createErrorTarget(component, named, args);
    const rule = new TopicRule(named.name, topicRuleInputs(inputArguments(args), named, errors.made), {
        parent: component,
        dependsOn: [...errors.ready, ...dependencies],
    });
    return { ruleArn: rule.arn, ruleName: rule.name, logGroupName: errors.logGroupName };
}
