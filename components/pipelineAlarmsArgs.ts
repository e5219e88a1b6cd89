import type { Input, Output } from "@pulumi/pulumi";
import type { ErrorKind } from "../constraints/components/errorAction";
import type { OneOf, Optional } from "./oneOf";

/** An alarm on something that should not happen: on more than so many in so many minutes. */
export interface CountedAlarm {
    /** How many are taken without an alarm. @default 0 */
    moreThan?: Optional<number>;
    /** In how many minutes, 1 to 1440. @default 5 */
    minutes?: Optional<number>;
}

/** A certificate that runs out: the client's, or the authority's of a trust store. */
export type WatchedCertificate = OneOf<
    | {
          /** ARN of a certificate in AWS Certificate Manager, which publishes how many days it has left. */
          arn: Input<string>;
      }
    | {
          /**
           * When it runs out, for example `"2027-06-30T12:00:00Z"`, for a certificate that is kept elsewhere. The alarm
           * counts the days whenever the rule's metrics, or the cluster's where one is given, come in.
           */
          expires: Input<string>;
      }
> & {
    /** How many days before that the alarm goes off, 1 to 365. @default 30 */
    days?: Optional<number>;
};

/**
 * Where alarms are sent: nowhere, which must be said in words, to a topic of Amazon SNS that exists and lets CloudWatch
 * publish, or to one that is made, whose subscribers are yours to add.
 */
export type AlarmTopic =
    | "none"
    | OneOf<
          | {
                /** ARN of the topic. If it is encrypted, then with a key that CloudWatch may use. */
                existingTopicArn: Input<string>;
            }
          | {
                /** ARN of the key that encrypts the topic, which CloudWatch must be allowed to use. @default one is made */
                kmsKeyArn?: Input<string>;
            }
      >;

/** The alarms. Each can be refused with `"none"`, and has thresholds of its own. What is written here decides what is made. */
export interface AlarmSettings {
    /** Messages that the Kafka actions could not send. @default more than 0 in 5 minutes */
    failures?: "none" | CountedAlarm;
    /** Messages that the error action could not pass on either, and that are lost. @default more than 0 in 5 minutes */
    errorActionFailures?: "none" | CountedAlarm;
    /** Messages for which the rule was not evaluated because of throttling; no error action runs for them. @default more than 0 in 5 minutes */
    throttled?: "none" | CountedAlarm;
    /** Payloads that the rule could not read as JSON; no error action runs for them. @default more than 0 in 5 minutes */
    parseErrors?: "none" | CountedAlarm;
    /** No message sent for a while. Devices that are silent for longer need more minutes, 1 to 1440. @default 60 minutes */
    noSuccess?: "none" | { minutes?: Optional<number> };
    /**
     * No message sent for days, 1 to 6: AWS IoT disables a destination that is idle for 7, and every message fails from
     * then on (https://docs.aws.amazon.com/iot/latest/developerguide/kafka-vpc-destination.html). @default 1 day
     */
    idle?: "none" | { days?: Optional<number> };
    /** A broker's disk, which stops the broker when it is full: from how many percent. Not for Express brokers. @default 85 */
    diskUsed?: "none" | { percent?: Optional<number> };
    /** A broker's processors, for 15 minutes: above how many percent. @default 60 */
    cpu?: "none" | { percent?: Optional<number> };
    /** Partitions without a leader, to which nobody can write. Not for Express brokers. @default more than 0 for 5 minutes */
    offlinePartitions?: "none";
    /** Partitions with fewer copies than they should have. Not for Express brokers. @default more than 0 for 15 minutes */
    underReplicatedPartitions?: "none";
    /** A cluster without an active controller. @default for 5 minutes */
    noController?: "none";
    /** No client logged in as AWS IoT does. Not for clusters of more than 10 brokers. @default for 15 minutes */
    connections?: "none";
    /** A certificate that runs out. @default none */
    certificate?: WatchedCertificate;
    /** A dashboard of everything that is watched. @default one is made */
    dashboard?: "none";
    /** Where alarms are sent. @default a topic is made, encrypted with a key of its own */
    notify?: AlarmTopic;
}

/** The cluster whose brokers are watched. */
export interface WatchedCluster {
    /** Name of the cluster: `clusterName` of an `MskCluster`. */
    name: Input<string>;
    /** Number of its brokers, whose ids go from 1. Written plainly, since each has alarms of its own. */
    brokers: number;
    /** Express brokers have other metrics. Written plainly. @default "standard" */
    brokerKind?: "standard" | "express";
    /** The dimension `Client Authentication` under which Amazon MSK counts AWS IoT's connections. No page of AWS lists its values. @default "SASL_SCRAM" */
    clientAuthentication?: Input<string>;
}

/**
 * Arguments of `PipelineAlarms`.
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/metrics_dimensions.html
 */
export interface PipelineAlarmsArgs extends AlarmSettings {
    /** Name of the rule: `ruleName` of a `KafkaTopicRule`. */
    ruleName: Input<string>;
    /** Which kind of error action the rule has. Written plainly. @default "logs" */
    errorAction?: ErrorKind;
    /** The cluster of Amazon MSK whose brokers are watched too. @default none */
    cluster?: WatchedCluster;
    /** The Region of everything that is made. @default the provider's */
    region?: Optional<string>;
    /** Tags of everything that is made and can have tags. @default none */
    tags?: Optional<Record<string, Input<string>>>;
}

/** What `PipelineAlarms` give. */
export interface PipelineAlarmsOutputs {
    readonly alarmArns: Output<Record<string, string>>;
    readonly topicArn: Output<string | undefined>;
    readonly dashboardName: Output<string | undefined>;
}
