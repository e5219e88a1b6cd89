import type { Input } from "@pulumi/pulumi";
import type { BrokerKind, ErrorKind } from "./words";

/** An alarm on something that should not happen. */
export interface CountedAlarm {
    /** True for no such alarm. */
    none?: boolean;
    /** How many are taken without an alarm, 0 by default. */
    moreThan?: Input<number>;
    /** In how many minutes they are counted, 5 by default. */
    minutes?: Input<number>;
}

/** An alarm on minutes without a message. */
export interface SilenceAlarm {
    /** True for no such alarm. */
    none?: boolean;
    /** After how many minutes it goes off, 60 by default. */
    minutes?: Input<number>;
}

/** An alarm on days without a message. */
export interface IdleAlarm {
    /** True for no such alarm. */
    none?: boolean;
    /** After how many days it goes off, 1 by default. */
    days?: Input<number>;
}

/** An alarm on a share that is in use. */
export interface UsageAlarm {
    /** True for no such alarm. */
    none?: boolean;
    /** From how many percent it goes off. */
    percent?: Input<number>;
}

/** Something that is made unless it is refused. */
export interface Refusal {
    /** True for none. */
    none?: boolean;
}

/** A certificate that runs out. */
export interface WatchedCertificate {
    /** ARN of a certificate in AWS Certificate Manager. */
    arn?: Input<string>;
    /** When one that is kept elsewhere runs out, for example `2027-06-30T12:00:00Z`, in place of `arn`. */
    expires?: Input<string>;
    /** How many days before that the alarm goes off, 30 by default. */
    days?: Input<number>;
}

/** Where alarms are sent. */
export interface AlarmTopic {
    /** True for nowhere. */
    none?: boolean;
    /** ARN of a topic of Amazon SNS that exists and lets CloudWatch publish. */
    existingTopicArn?: Input<string>;
    /** ARN of the key that encrypts a topic that is made; by default one is made too. */
    kmsKeyArn?: Input<string>;
}

/** The alarms, each of which is made unless it is refused. */
export interface AlarmSettings {
    /** Messages that the Kafka actions could not send. */
    failures?: CountedAlarm;
    /** Messages that the error action could not pass on either, and that are lost. */
    errorActionFailures?: CountedAlarm;
    /** Messages for which the rule was not evaluated because of throttling. */
    throttled?: CountedAlarm;
    /** Payloads that the rule could not read as JSON. */
    parseErrors?: CountedAlarm;
    /** No message sent for a while. */
    noSuccess?: SilenceAlarm;
    /** No message sent for days, before AWS IoT disables the destination. */
    idle?: IdleAlarm;
    /** A broker's disk, 85 percent by default. */
    diskUsed?: UsageAlarm;
    /** A broker's processors, 60 percent by default. */
    cpu?: UsageAlarm;
    /** Partitions without a leader. */
    offlinePartitions?: Refusal;
    /** Partitions with fewer copies than they should have. */
    underReplicatedPartitions?: Refusal;
    /** A cluster without an active controller. */
    noController?: Refusal;
    /** No client logged in as AWS IoT does. */
    connections?: Refusal;
    /** A certificate that runs out; none by default. */
    certificate?: WatchedCertificate;
    /** A dashboard of everything that is watched. */
    dashboard?: Refusal;
    /** Where alarms are sent; by default to a topic that is made. */
    notify?: AlarmTopic;
}

/** The cluster whose brokers are watched. */
export interface WatchedCluster {
    /** Name of the cluster: `clusterName` of an `MskCluster`. */
    name: Input<string>;
    /** Number of its brokers, each of which has alarms of its own. */
    brokers: number;
    /** Which metrics the brokers have, those of Standard ones by default. */
    brokerKind?: BrokerKind;
    /** The dimension under which Amazon MSK counts AWS IoT's connections, `SASL_SCRAM` by default. */
    clientAuthentication?: Input<string>;
}

/** Arguments of `PipelineAlarms`. */
export interface PipelineAlarmsArgs extends AlarmSettings {
    /** Name of the rule: `ruleName` of a `KafkaTopicRule`. */
    ruleName: Input<string>;
    /** Which kind of error action the rule has, a log group by default. */
    errorAction?: ErrorKind;
    /** The cluster of Amazon MSK whose brokers are watched too. */
    cluster?: WatchedCluster;
    /** The Region of everything that is made; by default the provider's. */
    region?: Input<string>;
    /** Tags of everything that is made and can have tags. */
    tags?: Input<Record<string, Input<string>>>;
}
