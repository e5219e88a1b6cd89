import type { Input } from "@pulumi/pulumi";
import type { KafkaAuthentication, MskAuthentication } from "./authentication";
import type {
    MskCredentials,
    MutualTlsCredentials,
    OtherCredentials,
    ScramCredentials,
    SecretAccess,
} from "./kafkaCredentialsArgs";
import type { KafkaMessage, RuleSettings } from "./kafkaTopicRuleArgs";
import type { ExpressClusterArgs, MskTopic, StandardClusterArgs } from "./mskClusterArgs";
import type { OneOf } from "./oneOf";
import type { AlarmSettings } from "./pipelineAlarmsArgs";
import type { KdcRecord, VpcDestinationArgs } from "./vpcDestinationArgs";

/** A VPC that exists, with subnets in it. */
export interface ExistingNetwork {
    /** The VPC. It must resolve DNS. */
    vpcId: Input<string>;
    /** Subnets of that VPC, each in a zone of its own: for the interfaces of AWS IoT, and for the brokers of a new cluster. */
    subnetIds: Input<Input<string>[]>;
    /**
     * Security groups that exist, for the interfaces, used as they are: they must let them reach the brokers. The group of
     * a new cluster is opened to them. Written as a plain list.
     * @default one is made
     */
    securityGroupIds?: Input<string>[];
}

/** A new cluster of Amazon MSK whose clients come with certificates. */
export type NewTlsClusterSettings = NewClusterSettings & {
    authentication: { certificateAuthorityArns: Input<Input<string>[]> };
};

/** What is settled by the pipeline itself, or given beside the cluster. */
type Settled = "vpcId" | "subnetIds" | "authentication" | "topics" | "region" | "tags";

/** Other ways into a new cluster, beside the one by which AWS IoT comes. */
export interface OtherLogins {
    /** Opens the IAM listener too, port 9098, for administrators and other clients. @default false */
    iam?: Input<boolean | undefined>;
    /** The authorities of AWS Private CA whose client certificates are accepted, port 9094. Mutual TLS needs one. @default none */
    certificateAuthorityArns?: Input<Input<string>[]>;
}

/** A new cluster of Amazon MSK: what an `MskCluster` takes, without what the pipeline settles itself. */
export type NewClusterSettings = OneOf<Omit<StandardClusterArgs, Settled> | Omit<ExpressClusterArgs, Settled>> & {
    authentication?: OtherLogins;
};

/** A cluster of Amazon MSK that the pipeline makes. */
export interface NewMsk {
    /** What differs from an `MskCluster` with one broker in each subnet. @default nothing */
    cluster?: NewClusterSettings;
    /** How AWS IoT logs in. @default { mode: "SCRAM-SHA-512" } with a user that is made */
    credentials?: ScramCredentials & SecretAccess;
}

/** The same for mutual TLS: the cluster knows no users then, and must know who signs the certificates. */
export interface NewMskWithTls {
    /** What differs from an `MskCluster` with one broker in each subnet. */
    cluster: NewTlsClusterSettings;
    /** How AWS IoT logs in. */
    credentials: MutualTlsCredentials & SecretAccess;
}

/** A cluster of Amazon MSK that exists, with the login that is meant switched on. */
export interface ExistingMsk {
    /** ARN of the cluster. */
    clusterArn: Input<string>;
    /** `host:port,host:port`: the port is 9096 for SASL/SCRAM, 9094 for mutual TLS. */
    bootstrapServers: Input<string>;
    /** The brokers' security group: opened to the interfaces, which may then send nowhere else. @default they may send anywhere in the VPC */
    brokerSecurityGroupId?: Input<string>;
    /**
     * How AWS IoT logs in: credentials that are made and that the cluster is told of, or `authentication` of a
     * `KafkaCredentials`. A secret that exists is taken to be known to the cluster already.
     */
    credentials: MskCredentials | MskAuthentication;
}

/** Kafka that is not Amazon MSK's. */
export interface OtherKafka {
    /** `host:port,host:port`; AWS IoT reaches ports 9000 to 9100 only. */
    bootstrapServers: Input<string>;
    /** The brokers' security group: opened to the interfaces, which may then send nowhere else. @default none */
    brokerSecurityGroupId?: Input<string>;
    /** Where brokers without a security group are. Written as a plain list. @default the VPC's first block */
    brokerCidrBlocks?: Input<string>[];
    /** The key distribution center's security group, for Kerberos: opened to the interfaces on port 88. @default none */
    kdcSecurityGroupId?: Input<string>;
    /** Where a key distribution center without a security group is. Written as a plain list. @default the VPC's first block */
    kdcCidrBlocks?: Input<string>[];
    /** Makes the key distribution center known by its name in the VPC. Written plainly. @default the VPC resolves it already */
    kdcRecord?: Omit<KdcRecord, "host">;
    /** How AWS IoT logs in: credentials that are made, or what exists. The brokers must know the user. */
    credentials: OtherCredentials | KafkaAuthentication;
}

/** Where messages go. */
export type KafkaTarget = OneOf<NewMsk | NewMskWithTls | ExistingMsk | OtherKafka>;

/** A destination that exists, in the rule's account and Region. */
export interface ExistingDestination {
    existingArn: Input<string>;
}

/** Settings of a destination that is made. */
export type NewDestination = Pick<VpcDestinationArgs, "roleArn" | "interfacePermissions">;

interface PipelineSettings extends RuleSettings, KafkaMessage {
    /** Where messages go. Written plainly. @default a new cluster of Amazon MSK, with a user that is made */
    kafka?: KafkaTarget;
    /**
     * The topic, where `topic` is written plainly and without templates, and the cluster is Amazon MSK's: it is made, or
     * exists. Topics of other clusters, and those that templates name, are never made.
     * @default 6 partitions, each kept on as many brokers as there are subnets, on an existing cluster on 3
     */
    topicSettings?: "existing" | MskTopic;
    /**
     * Alarms on the rule, its error action, an idle destination and the brokers, with a topic that they are sent to and a
     * dashboard: `{}`, or what differs from `PipelineAlarms`. Written plainly. @default "none"
     */
    alarms?: "none" | PipelineAlarmSettings;
}

/** The alarms of a pipeline. */
export interface PipelineAlarmSettings extends AlarmSettings {
    /**
     * Number of the cluster's brokers, each of which has alarms of its own. Written plainly.
     * @default that of a new cluster where it is written plainly; brokers of a cluster that exists are not watched
     */
    brokers?: number;
}

/** Arguments of an `IotKafkaPipeline`. */
export type IotKafkaPipelineArgs = PipelineSettings &
    (
        | {
              /**
               * A VPC that exists, or `"new"`: one with three zones, for a new cluster without a way out, for Kafka that is
               * not Amazon MSK's with a NAT gateway to the internet.
               */
              network: ExistingNetwork | "new";
              /** One that exists, or what differs from a `VpcDestination`. @default one is made */
              destination?: OneOf<ExistingDestination | NewDestination>;
          }
        | {
              /** Needed for a new cluster only. */
              network?: ExistingNetwork | "new";
              /** The destination through which AWS IoT reaches the brokers. */
              destination: ExistingDestination;
          }
    );
