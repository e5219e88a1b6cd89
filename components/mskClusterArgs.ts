import type { Input, Output } from "@pulumi/pulumi";
import type { ExpressServerProperties, StandardServerProperties } from "./mskServerProperties";
import type { OneOf, Optional } from "./oneOf";

type M7gSize = "large" | "xlarge" | "2xlarge" | "4xlarge" | "8xlarge" | "12xlarge" | "16xlarge";

/**
 * Brokers whose storage and configuration are one's own.
 *
 * https://docs.aws.amazon.com/msk/latest/developerguide/broker-instance-sizes.html
 */
export type StandardBrokerType = "kafka.t3.small" | `kafka.m5.${M7gSize | "24xlarge"}` | `kafka.m7g.${M7gSize}`;

/**
 * Brokers whose storage and most of whose configuration Amazon MSK keeps. They need three subnets.
 *
 * https://docs.aws.amazon.com/msk/latest/developerguide/broker-instance-sizes.html
 */
export type ExpressBrokerType = `express.m7g.${M7gSize}`;

/**
 * How much of what the brokers do Amazon MSK measures; everything above `"DEFAULT"` is paid for.
 *
 * https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details.html
 */
export type MonitoringLevel = "DEFAULT" | "PER_BROKER" | "PER_TOPIC_PER_BROKER" | "PER_TOPIC_PER_PARTITION";

interface OtherClients {
    /**
     * Opens the IAM listener too, port 9098, for administrators and other clients. The Kafka action cannot use it.
     * @default false
     */
    iam?: Optional<boolean>;
}

/**
 * How clients prove to the brokers who they are: SASL/SCRAM, mutual TLS, or both, each on its own port. At least one of
 * them, since AWS IoT knows no other way into Amazon MSK. Access without any proof is always off.
 *
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-authentication.html
 */
export type MskClusterAuthentication = OtherClients &
    (
        | {
              /** A user and a password, port 9096. Written plainly: it decides which brokers the outputs name. @default true */
              scram?: true;
              /** The private authorities of AWS Private CA whose client certificates are accepted, port 9094. @default none */
              certificateAuthorityArns?: Input<Input<string>[]>;
          }
        | {
              scram: false;
              /** The private authorities of AWS Private CA whose client certificates are accepted, port 9094. */
              certificateAuthorityArns: Input<Input<string>[]>;
          }
    );

/** Where the brokers log: nowhere, which must be said in words, or to a log group of CloudWatch Logs. */
export type BrokerLogs =
    | "none"
    | {
          /** Days that entries are kept, one of the periods that CloudWatch Logs offers. @default 30 */
          retentionDays?: Optional<number>;
      };

/** Settings of one topic, for example `{ "retention.ms": 604800000 }`, named as Kafka names them. */
export type TopicConfigs = Readonly<Record<string, Input<string | number | boolean>>>;

/**
 * A topic that is made with the cluster.
 *
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-create-topic.html
 */
export interface MskTopic {
    /** Number of partitions, 1 or more. It can grow later, not shrink. @default 6, which two or three brokers share evenly */
    partitions?: Optional<number>;
    /** On how many brokers each message is kept. Changing it replaces the topic. @default one in each subnet: 2 or 3 */
    replicationFactor?: Optional<number>;
    /** Settings that differ from the brokers'. @default none */
    configs?: TopicConfigs;
}

/** A topic on Express brokers, which always keep three copies. */
export interface ExpressTopic extends MskTopic {
    replicationFactor?: Optional<3>;
}

interface MskClusterSettings {
    /** The VPC of the subnets. It must resolve DNS. */
    vpcId: Input<string>;
    /**
     * Two or three subnets of that VPC, each in a zone of its own. Changing them replaces the cluster.
     * https://docs.aws.amazon.com/msk/latest/developerguide/msk-create-cluster.html
     */
    subnetIds: Input<Input<string>[]>;
    /** 1 to 64 letters, digits and hyphens; changing it replaces the cluster. @default `<project>-<stack>-<name>` */
    clusterName?: Optional<string>;
    /**
     * The Kafka version, which can be raised but not lowered. `.kraft` at its end stands for a cluster without ZooKeeper,
     * which stays what it was made as.
     * https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html
     * @default "3.9.x.kraft", the version that AWS recommends; "3.9.x" with kafka.t3.small, which has no KRaft
     */
    kafkaVersion?: Optional<string>;
    /** Number of brokers in all, a multiple of the number of subnets. @default one in each subnet */
    brokers?: Optional<number>;
    /** How clients prove who they are. @default { scram: true } */
    authentication?: MskClusterAuthentication;
    /**
     * The brokers' log, the only place that tells why Kafka turned a client away. Written plainly: it decides what is made.
     * @default { retentionDays: 30 }
     */
    logs?: BrokerLogs;
    /** How much is measured. @default "DEFAULT", which costs nothing */
    monitoring?: Optional<MonitoringLevel>;
    /**
     * ARN of the key that encrypts the brokers' disks. Changing it replaces the cluster.
     * https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html
     * @default a key is made, which AWS KMS renews every year, and which encrypts the log too
     */
    kmsKeyArn?: Input<string>;
    /**
     * Security groups that exist, in place of a new one; they must let in whoever uses the brokers. Changing them replaces
     * the cluster.
     * @default one is made that lets nobody in: a `VpcDestination` with `brokerSecurityGroupId` opens it to itself
     */
    securityGroupIds?: Input<Input<string>[]>;
    /** The Region of everything that is made. @default the provider's */
    region?: Optional<string>;
    /** Tags of everything that is made and can have tags; topics and configurations cannot. @default none */
    tags?: Optional<Record<string, Input<string>>>;
}

/** A cluster of Standard brokers. */
export interface StandardClusterArgs extends MskClusterSettings {
    /** The brokers' type. Written plainly. @default "kafka.m7g.large" */
    instanceType?: StandardBrokerType;
    /** Storage of each broker in GiB, 1 to 16384. It can grow later, not shrink. @default 100 */
    storageGib?: Optional<number>;
    /**
     * What differs from these defaults and from Amazon MSK's: no topics made by mistake, two of three copies written
     * before a message counts as kept, no leader that has missed messages.
     * @default auto.create.topics.enable=false, default.replication.factor one in each subnet, min.insync.replicas one less, unclean.leader.election.enable=false
     */
    serverProperties?: StandardServerProperties;
    /** Topics made with the cluster, by their names. Written plainly. @default none */
    topics?: Readonly<Record<string, MskTopic>>;
}

/** A cluster of Express brokers. A cluster cannot be changed from one kind of brokers to the other. */
export interface ExpressClusterArgs extends MskClusterSettings {
    /** The brokers' type. Written plainly. */
    instanceType: ExpressBrokerType;
    /** Express brokers keep their storage themselves. */
    storageGib?: never;
    /** What differs from this default and from Amazon MSK's. @default auto.create.topics.enable=false */
    serverProperties?: ExpressServerProperties;
    /** Topics made with the cluster, by their names. Written plainly. @default none */
    topics?: Readonly<Record<string, ExpressTopic>>;
}

/**
 * Arguments of an `MskCluster`.
 *
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-create-cluster.html
 */
export type MskClusterArgs = OneOf<StandardClusterArgs | ExpressClusterArgs>;

/** What an `MskCluster` gives. */
export interface MskClusterOutputs {
    readonly clusterArn: Output<string>;
    readonly clusterName: Output<string>;
    readonly bootstrapServers: Output<string>;
    readonly bootstrapServersScram: Output<string | undefined>;
    readonly bootstrapServersTls: Output<string | undefined>;
    readonly brokerPort: Output<number>;
    readonly scramPort: Output<number | undefined>;
    readonly tlsPort: Output<number | undefined>;
    readonly securityGroupIds: Output<string[]>;
    readonly securityGroupId: Output<string | undefined>;
    readonly kmsKeyArn: Output<string>;
    readonly configurationArn: Output<string>;
    readonly logGroupName: Output<string | undefined>;
    readonly topicNames: Output<string[]>;
    readonly topicArns: Output<Record<string, string>>;
}
