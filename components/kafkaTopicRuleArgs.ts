import type { TopicRuleArgs } from "@pulumi/aws/iot";
import type { Input } from "@pulumi/pulumi";
import type { OtherActionName } from "../constraints/components/otherActions";
import type { ErrorAction } from "./errorActionArgs";
import type { FurtherKafkaAction, KafkaConnection, KafkaMessage } from "./kafkaActionArgs";
import type { Optional } from "./oneOf";

export type { ErrorAction } from "./errorActionArgs";
export type { Acks, Compression, KafkaConnection, KafkaHeader, KafkaMessage } from "./kafkaActionArgs";

/** Actions of other kinds, as @pulumi/aws takes them. */
export type OtherActions = { [Name in OtherActionName]?: NonNullable<TopicRuleArgs[Name]> };

/** What a rule is beside its action. */
export interface RuleSettings {
    /** The statement that selects messages, for example `"SELECT * FROM 'devices/+/telemetry'"`. */
    sql: Input<string>;
    /** The version of AWS IoT SQL. @default "2016-03-23" */
    sqlVersion?: Optional<string>;
    /** 1 to 128 letters, digits and underscores; changing it replaces the rule. @default `<project>_<stack>_<name>` */
    ruleName?: Optional<string>;
    /** False keeps the rule without running it. @default true */
    enabled?: Optional<boolean>;
    /** What the rule is for. @default none */
    description?: Optional<string>;
    /**
     * Further Kafka actions, each of which gets every message too: to another topic, or to another cluster. Written as a
     * plain list. A rule has at most 10 actions. @default none
     */
    moreKafka?: readonly FurtherKafkaAction[];
    /**
     * Actions of other kinds that get every message too, for example `{ firehoses: [{ … }] }`. Their roles and targets
     * are the caller's. Written as a plain object. @default none
     */
    otherActions?: OtherActions;
    /**
     * Where messages go that could not be sent. Written plainly: it decides what is made.
     * @default { logs: { retentionDays: 30 } }
     */
    errorAction?: ErrorAction;
    /** The Region of everything that is made. @default the provider's */
    region?: Optional<string>;
    /** Tags of everything that is made and can have tags. @default none */
    tags?: Optional<Record<string, Input<string>>>;
}

/**
 * Arguments of a `KafkaTopicRule`.
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/apache-kafka-rule-action.html
 */
export interface KafkaTopicRuleArgs extends RuleSettings, KafkaMessage, KafkaConnection {}
