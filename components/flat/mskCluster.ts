import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { MSK_CREATE_CLUSTER } from "../../constraints/cluster/pages";
import { MskCluster as Made } from "../mskCluster";
import { component } from "./component";
import type { MskClusterArgs } from "./mskClusterArgs";
import { nested } from "./nested";
import { MSK_CLUSTER_SHAPE } from "./shapes";

/**
 * A provisioned cluster of Amazon MSK that rules can write to: logins by SASL/SCRAM, mutual TLS or both, encryption
 * everywhere with a key of its own, a log, a configuration that loses no messages, a security group that lets nobody in
 * until somebody is named, and its topics.
 */
export class MskCluster extends component(Made) {
    /** ARN of the cluster. */
    declare readonly clusterArn: Output<string>;
    /** Name of the cluster. */
    declare readonly clusterName: Output<string>;
    /** The brokers for `bootstrapServers` of a rule: those of SASL/SCRAM where it is on, else of TLS. */
    declare readonly bootstrapServers: Output<string>;
    /** The brokers for SASL/SCRAM; none where it is off. */
    declare readonly bootstrapServersScram: Output<string | undefined>;
    /** The brokers for mutual TLS; none where it is off. */
    declare readonly bootstrapServersTls: Output<string | undefined>;
    /** The port in `bootstrapServers`, known before the cluster is: for `brokerPort` of a `VpcDestination`. */
    declare readonly brokerPort: Output<number>;
    /** The port in `bootstrapServersScram`; none where it is off. */
    declare readonly scramPort: Output<number | undefined>;
    /** The port in `bootstrapServersTls`; none where it is off. */
    declare readonly tlsPort: Output<number | undefined>;
    /** The brokers' security groups. */
    declare readonly securityGroupIds: Output<string[]>;
    /** The security group that was made, for `brokerSecurityGroupId` of a `VpcDestination`; none when some were given. */
    declare readonly securityGroupId: Output<string | undefined>;
    /** The key that encrypts the brokers' disks, made or given. */
    declare readonly kmsKeyArn: Output<string>;
    /** The configuration with the server properties. */
    declare readonly configurationArn: Output<string>;
    /** The brokers' log; none where there is none. */
    declare readonly logGroupName: Output<string | undefined>;
    /** Names of the topics that were made, known when they are there. */
    declare readonly topicNames: Output<string[]>;
    /** Their ARNs by their names. */
    declare readonly topicArns: Output<Record<string, string>>;

    constructor(name: string, args: MskClusterArgs, opts?: ComponentResourceOptions) {
        super(name, nested(name, args, MSK_CLUSTER_SHAPE, MSK_CREATE_CLUSTER), opts);
    }
}
