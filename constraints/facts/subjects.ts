import type { Alarm } from "./alarms";
import type { Association } from "./association";
import type { Cluster } from "./cluster";
import type { Configuration } from "./configuration";
import type { Destination } from "./destination";
import type { EncryptionKey } from "./encryptionKey";
import type { IotRole } from "./iotRole";
import type { JoinedRule } from "./joinedRule";
import type { KafkaAction } from "./kafkaAction";
import type { JoinedLogGroup, JoinedLoggingOptions } from "./logs";
import type { PolicyText } from "./policyText";
import type { Resource } from "./resource";
import type { Secret } from "./secret";
import type { Topic } from "./topic";
import type { TopicRule } from "./topicRule";

/** What a check can look at. */
export interface Subjects {
    /** A Kafka action, or a Kafka error action, of a topic rule. Paths start at the action. */
    kafkaAction: KafkaAction;
    /** A topic rule that has a Kafka action or a Kafka error action. Paths start at the resource. */
    topicRule: TopicRule;
    /** A VPC destination. Paths start at the resource. */
    destination: Destination;
    /** A rule of a security group that a destination or a cluster uses. Paths start at the resource that holds it. */
    securityRule: JoinedRule;
    /** A provisioned cluster of Amazon MSK. Paths start at the resource. */
    cluster: Cluster;
    /** Server properties for clusters of Amazon MSK. Paths start at the resource. */
    configuration: Configuration;
    /** A topic of a cluster of Amazon MSK. Paths start at the resource. */
    topic: Topic;
    /** What gives a cluster the users of secrets, of either kind. Paths start at the resource. */
    scramAssociation: Association;
    /** A secret that a rule reads or that is given to a cluster. Paths start at the resource. */
    secret: Secret;
    /** One that is given to a cluster: the user name and password of a SASL/SCRAM user. Paths start at the resource. */
    scramSecret: Secret;
    /** A role that AWS IoT assumes for a destination, for secrets or for an error action. Paths start at the resource. */
    iotRole: IotRole;
    /** A policy document that gives such a role its rights or its trust. Paths start at the resource. */
    policyText: PolicyText;
    /** An alarm that watches a rule with a Kafka action, or a cluster. Paths start at the resource. */
    alarm: Alarm;
    /** A log group that holds logs of AWS IoT or the errors of a rule with a Kafka action. Paths start at the resource. */
    logGroup: JoinedLogGroup;
    /** Account-wide logging of AWS IoT in a stack with a rule that has a Kafka action. Paths start at the resource. */
    loggingOptions: JoinedLoggingOptions;
    /** A key of the stack that encrypts a cluster or the log group of an error action. Paths start at the resource. */
    encryptionKey: EncryptionKey;
    /** Any of these resources, for what holds of every value. Paths start at the resource. */
    resource: Resource;
}

export type SubjectName = keyof Subjects;
