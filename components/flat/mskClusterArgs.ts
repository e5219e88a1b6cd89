import type { Input } from "@pulumi/pulumi";
import type { MonitoringLevel } from "./words";

/** The brokers' log. */
export interface BrokerLogs {
    /** True for no log, which must be said in words. */
    none?: boolean;
    /** Days that entries are kept, 30 by default. */
    retentionDays?: Input<number>;
}

/** A topic that is made with a cluster. */
export interface MskTopic {
    /** Number of partitions, 6 by default. */
    partitions?: Input<number>;
    /** On how many brokers each message is kept; by default one in each subnet. */
    replicationFactor?: Input<number>;
    /** Settings that differ from the brokers', named as Kafka names them. */
    configs?: Record<string, Input<string>>;
}

/** How clients prove to the brokers of a new cluster who they are. */
export interface MskClusterAuthentication {
    /** A user and a password, on by default. */
    scram?: boolean;
    /** The private authorities of AWS Private CA whose client certificates are accepted. */
    certificateAuthorityArns?: Input<Input<string>[]>;
    /** Opens the IAM listener too, for other clients than AWS IoT. */
    iam?: Input<boolean>;
}

/** What a new cluster is, wherever it is. */
export interface ClusterSettings {
    /** Name of the cluster; by default made of project, stack and the component's name. */
    clusterName?: Input<string>;
    /** The Kafka version; by default the one that AWS recommends. */
    kafkaVersion?: Input<string>;
    /** The brokers' type, Standard or Express, `kafka.m7g.large` by default. */
    instanceType?: string;
    /** Number of brokers in all; by default one in each subnet. */
    brokers?: Input<number>;
    /** Storage of each Standard broker in GiB, 100 by default. */
    storageGib?: Input<number>;
    /** Server properties that differ from the defaults, named as Kafka names them. */
    serverProperties?: Record<string, Input<string>>;
    /** The brokers' log, in a log group that is made by default. */
    logs?: BrokerLogs;
    /** How much is measured; by default what costs nothing. */
    monitoring?: Input<MonitoringLevel>;
    /** ARN of the key that encrypts the brokers' disks; by default one is made. */
    kmsKeyArn?: Input<string>;
    /** Security groups that exist, in place of one that is made and lets nobody in. */
    securityGroupIds?: Input<Input<string>[]>;
}

/** Arguments of an `MskCluster`. */
export interface MskClusterArgs extends ClusterSettings {
    /** The VPC of the subnets. */
    vpcId: Input<string>;
    /** Subnets of that VPC, each in a zone of its own. */
    subnetIds: Input<Input<string>[]>;
    /** How clients prove who they are. */
    authentication?: MskClusterAuthentication;
    /** Topics made with the cluster, by their names. */
    topics?: Record<string, MskTopic>;
    /** The Region of everything that is made; by default the provider's. */
    region?: Input<string>;
    /** Tags of everything that is made and can have tags. */
    tags?: Input<Record<string, Input<string>>>;
}
