import type { Cluster } from "./cluster";
import type { Destination } from "./destination";
import type { KafkaAction } from "./kafkaAction";
import type { Resource } from "./resource";
import type { TopicRule } from "./topicRule";

/** What a check can look at. */
export interface Subjects {
    /** A Kafka action, or a Kafka error action, of a topic rule. Paths start at the action. */
    kafkaAction: KafkaAction;
    /** A topic rule that has a Kafka action or a Kafka error action. Paths start at the resource. */
    topicRule: TopicRule;
    /** A VPC destination. Paths start at the resource. */
    destination: Destination;
    /** A provisioned cluster of Amazon MSK. Paths start at the resource. */
    cluster: Cluster;
    /** Any of these resources, for what holds of every value. Paths start at the resource. */
    resource: Resource;
}

export type SubjectName = keyof Subjects;
