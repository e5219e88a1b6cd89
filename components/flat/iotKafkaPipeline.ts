import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { KAFKA_ACTION_PARAMETERS } from "../../constraints/core/source";
import { IotKafkaPipeline as Made } from "../iotKafkaPipeline";
import { component } from "./component";
import type { IotKafkaPipelineArgs } from "./iotKafkaPipelineArgs";
import { nested } from "./nested";
import { IOT_KAFKA_PIPELINE_SHAPE } from "./shapes";

/**
 * Everything between AWS IoT and Kafka in one call: a network, a cluster of Amazon MSK, the destination, the credentials,
 * the topic and the rule, in an order in which they can be made and deleted. Each part but the rule can be one that
 * exists.
 */
export class IotKafkaPipeline extends component(Made) {
    /** Name of the rule: the end of its Basic Ingest topic, `$aws/rules/<ruleName>`. */
    declare readonly ruleName: Output<string>;
    /** ARN of the rule. */
    declare readonly ruleArn: Output<string>;
    /** Log group of the messages that could not be sent; none where they go elsewhere, or nowhere. */
    declare readonly logGroupName: Output<string | undefined>;
    /** The Kafka topic as the rule names it. */
    declare readonly topic: Output<string>;
    /** The brokers that the rule sends to, `host:port,host:port`. */
    declare readonly bootstrapServers: Output<string>;
    /** ARN of the cluster, made or given; none for brokers that are not Amazon MSK's. */
    declare readonly clusterArn: Output<string | undefined>;
    /** ARN of the destination, made or given. */
    declare readonly destinationArn: Output<string>;
    /** The VPC, made or given; none where none was needed. */
    declare readonly vpcId: Output<string | undefined>;
    /** The subnets, made or given; none where none were needed. */
    declare readonly subnetIds: Output<string[] | undefined>;
    /** The security group of AWS IoT's interfaces that was made; none when some were given. */
    declare readonly securityGroupId: Output<string | undefined>;
    /** The brokers' security group, made or given. */
    declare readonly brokerSecurityGroupId: Output<string | undefined>;
    /** Name of the secret that was made; none when one was given. */
    declare readonly secretName: Output<string | undefined>;
    /** ARN of the secret, made or given; none where `authentication` was. */
    declare readonly secretArn: Output<string | undefined>;
    /** The user that was made, as in `User:<username>` of an ACL; none when one was given. */
    declare readonly username: Output<string | undefined>;
    /** The topic that alarms are sent to; none where none are asked for. */
    declare readonly alarmTopicArn: Output<string | undefined>;

    constructor(name: string, args: IotKafkaPipelineArgs, opts?: ComponentResourceOptions) {
        super(name, nested(name, args, IOT_KAFKA_PIPELINE_SHAPE, KAFKA_ACTION_PARAMETERS), opts);
    }
}
