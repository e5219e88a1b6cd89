import type { Input } from "@pulumi/pulumi";
import type { Authentication } from "./authenticationArgs";
import type { CredentialsSettings } from "./kafkaCredentialsArgs";
import type { RuleSettings } from "./kafkaTopicRuleArgs";
import type { ClusterSettings } from "./mskClusterArgs";
import type { AlarmSettings } from "./pipelineAlarmsArgs";
import type { InterfacePermissions } from "./words";

/** A VPC that exists, with subnets in it. */
export interface ExistingNetwork {
    /** The VPC. */
    vpcId: Input<string>;
    /** Subnets of that VPC, for the interfaces of AWS IoT and for the brokers of a new cluster. */
    subnetIds: Input<Input<string>[]>;
    /** Security groups that exist, for the interfaces, in place of one that is made. */
    securityGroupIds?: Input<string>[];
}

/** A destination that exists, or what differs in one that is made. */
export interface PipelineDestination {
    /** ARN of a destination that exists, which excludes the others. */
    existingArn?: Input<string>;
    /** A role that exists, used as it is, in place of one that is made. */
    roleArn?: Input<string>;
    /** How narrow the policy of the role that is made is, `tagged` by default. */
    interfacePermissions?: InterfacePermissions;
}

/** Other ways into a new cluster, beside the one by which AWS IoT comes. */
export interface OtherLogins {
    /** Opens the IAM listener too. */
    iam?: Input<boolean>;
    /** The authorities of AWS Private CA whose client certificates are accepted; SSL needs one. */
    certificateAuthorityArns?: Input<Input<string>[]>;
}

/** A new cluster of Amazon MSK. */
export interface NewCluster extends ClusterSettings {
    /** Other ways into it. */
    authentication?: OtherLogins;
}

/** A name for the key distribution center of the credentials in the private DNS of the VPC. */
export interface PipelineKdcRecord {
    /** Its IPv4 addresses. */
    addresses: Input<Input<string>[]>;
    /** A private hosted zone that exists and is attached to the VPC; by default one is made. */
    zoneId?: Input<string>;
}

/**
 * Where messages go: a new cluster of Amazon MSK (`cluster`), one that exists (`clusterArn` and `bootstrapServers`), or
 * other Kafka (`bootstrapServers` alone).
 */
export interface KafkaTarget {
    /** What differs in a new cluster from an `MskCluster` with one broker in each subnet. */
    cluster?: NewCluster;
    /** ARN of a cluster of Amazon MSK that exists. */
    clusterArn?: Input<string>;
    /** The brokers of a cluster that exists, `host:port,host:port`. */
    bootstrapServers?: Input<string>;
    /** The security group of brokers that exist, which is opened to the interfaces. */
    brokerSecurityGroupId?: Input<string>;
    /** Where brokers of other Kafka without a security group are. */
    brokerCidrBlocks?: Input<string>[];
    /** The security group of the key distribution center, which is opened to the interfaces. */
    kdcSecurityGroupId?: Input<string>;
    /** Where a key distribution center without a security group is. */
    kdcCidrBlocks?: Input<string>[];
    /** Makes the key distribution center known by its name in the VPC. */
    kdcRecord?: PipelineKdcRecord;
    /** How AWS IoT logs in, with credentials that are made. */
    credentials?: CredentialsSettings;
    /** How AWS IoT logs in, with what exists, in place of `credentials`. */
    authentication?: Authentication;
}

/** The topic that messages go to, where it has a plain name and the cluster is Amazon MSK's. */
export interface TopicSettings {
    /** True where it exists. */
    existing?: boolean;
    /** Number of partitions, 6 by default. */
    partitions?: Input<number>;
    /** On how many brokers each message is kept. */
    replicationFactor?: Input<number>;
    /** Settings that differ from the brokers', named as Kafka names them. */
    configs?: Record<string, Input<string>>;
}

/** The alarms of a pipeline: without members, the defaults of `PipelineAlarms`. */
export interface PipelineAlarmSettings extends AlarmSettings {
    /** True for no alarms, as when nothing is said of them. */
    none?: boolean;
    /** Number of the cluster's brokers, where it is not known from a new cluster's arguments. */
    brokers?: number;
}

/** Arguments of an `IotKafkaPipeline`. */
export interface IotKafkaPipelineArgs extends RuleSettings {
    /** A VPC that exists. */
    network?: ExistingNetwork;
    /** True for a VPC that is made, with three zones, in place of `network`. */
    newNetwork?: boolean;
    /** The way into the VPC; by default one is made. */
    destination?: PipelineDestination;
    /** Where messages go; by default a new cluster of Amazon MSK, with a user that is made. */
    kafka?: KafkaTarget;
    /** The topic, where it is made with the pipeline. */
    topicSettings?: TopicSettings;
    /** Alarms on the rule, its error action, an idle destination and the brokers; none by default. */
    alarms?: PipelineAlarmSettings;
}
