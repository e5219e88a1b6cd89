import {
    ComponentResource,
    type ComponentResourceOptions,
    getProject,
    getStack,
    type Input,
    type Output,
    output,
    type Resource,
} from "@pulumi/pulumi";
import { IOT_KAFKA_PIPELINE, urnOf } from "../constraints/components";
import { destinationArgumentsOf, ruleArgumentsOf } from "../constraints/components/pipelineArguments";
import { isExistingDestination } from "../constraints/components/pipelineKinds";
import { makeAlarmsOfPipeline } from "./alarmsOfPipeline";
import { dependenciesOf } from "./dependencies";
import { withExplanations } from "./failures";
import { gate } from "./gate";
import { hasType } from "./hasType";
import type { ExistingDestination, IotKafkaPipelineArgs } from "./iotKafkaPipelineArgs";
import { makeKafkaTopicRule } from "./kafkaTopicRule";
import type { KafkaTopicRuleArgs } from "./kafkaTopicRuleArgs";
import { openBrokersTo } from "./openBrokers";
import { createPipelineNetwork } from "./pipelineNetwork";
import { createPipelineTarget } from "./pipelineTarget";
import { inRegionOfProvider } from "./providerRegion";
import { isPublicOfPipeline, markSecrets } from "./secretLeaves";
import { withTimeouts } from "./timeouts";
import { makeVpcDestination } from "./vpcDestination";
import type { VpcDestinationArgs } from "./vpcDestinationArgs";

/** What an `IotKafkaPipeline` gives. */
export interface IotKafkaPipelineOutputs {
    readonly ruleName: Output<string>;
    readonly ruleArn: Output<string>;
    readonly logGroupName: Output<string | undefined>;
    readonly topic: Output<string>;
    readonly bootstrapServers: Output<string>;
    readonly clusterArn: Output<string | undefined>;
    readonly destinationArn: Output<string>;
    readonly vpcId: Output<string | undefined>;
    readonly subnetIds: Output<string[] | undefined>;
    readonly securityGroupId: Output<string | undefined>;
    readonly brokerSecurityGroupId: Output<string | undefined>;
    readonly secretName: Output<string | undefined>;
    readonly secretArn: Output<string | undefined>;
    readonly username: Output<string | undefined>;
    readonly alarmTopicArn: Output<string | undefined>;
}

/**
 * Everything between AWS IoT and Kafka in one call: a network, a cluster of Amazon MSK, the destination, the credentials,
 * the topic and the rule, in an order in which they can be made and deleted. Each part but the rule can be one that
 * exists.
 *
 * Its arguments are checked against what AWS documents before a resource exists: everything wrong with them is in one
 * `ResourceError`. An Output among them is checked when it resolves.
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/apache-kafka-rule-action.html
 */
export class IotKafkaPipeline extends ComponentResource {
    /** @internal */
    static readonly __pulumiType = IOT_KAFKA_PIPELINE;

    /** True for an `IotKafkaPipeline`, even of another copy of this package. */
    static override isInstance(candidate: unknown): candidate is IotKafkaPipeline {
        return hasType(candidate, IOT_KAFKA_PIPELINE);
    }

    /** Name of the rule: the end of its Basic Ingest topic, `$aws/rules/<ruleName>`. */
    readonly ruleName: Output<string>;
    /** ARN of the rule. */
    readonly ruleArn: Output<string>;
    /** Log group of the messages that could not be sent; undefined with `errorAction: "none"`. */
    readonly logGroupName: Output<string | undefined>;
    /** The Kafka topic as the rule names it. */
    readonly topic: Output<string>;
    /** `host:port,host:port` of the brokers that the rule sends to. */
    readonly bootstrapServers: Output<string>;
    /** ARN of the cluster, made or given; undefined for brokers that are not Amazon MSK's. */
    readonly clusterArn: Output<string | undefined>;
    /** ARN of the destination, made or given. */
    readonly destinationArn: Output<string>;
    /** The VPC, made or given; undefined where none was needed. */
    readonly vpcId: Output<string | undefined>;
    /** The subnets, made or given; undefined where none were needed. */
    readonly subnetIds: Output<string[] | undefined>;
    /** The security group of AWS IoT's interfaces that was made; undefined when some were given. */
    readonly securityGroupId: Output<string | undefined>;
    /** The brokers' security group, made or given. */
    readonly brokerSecurityGroupId: Output<string | undefined>;
    /** Name of the secret that was made; undefined when one was given. */
    readonly secretName: Output<string | undefined>;
    /** ARN of the secret, made or given; undefined where `authentication` was. */
    readonly secretArn: Output<string | undefined>;
    /** The user that was made, as in `User:<username>` of an ACL; undefined when one was given. */
    readonly username: Output<string | undefined>;
    /** The topic that alarms are sent to; undefined where none are asked for. */
    readonly alarmTopicArn: Output<string | undefined>;

    /** @throws ResourceError naming every argument that breaks what AWS documents */
    constructor(name: string, args: IotKafkaPipelineArgs, opts?: ComponentResourceOptions) {
        super(
            IOT_KAFKA_PIPELINE,
            name,
            markSecrets(args ?? {}, isPublicOfPipeline),
            withTimeouts(withExplanations(IOT_KAFKA_PIPELINE, name, opts)),
        );
        const outputs = createIotKafkaPipeline(this, name, args, dependenciesOf(opts));
        this.ruleName = outputs.ruleName;
        this.ruleArn = outputs.ruleArn;
        this.logGroupName = outputs.logGroupName;
        this.topic = outputs.topic;
        this.bootstrapServers = outputs.bootstrapServers;
        this.clusterArn = outputs.clusterArn;
        this.destinationArn = outputs.destinationArn;
        this.vpcId = outputs.vpcId;
        this.subnetIds = outputs.subnetIds;
        this.securityGroupId = outputs.securityGroupId;
        this.brokerSecurityGroupId = outputs.brokerSecurityGroupId;
        this.secretName = outputs.secretName;
        this.secretArn = outputs.secretArn;
        this.username = outputs.username;
        this.alarmTopicArn = outputs.alarmTopicArn;
        this.registerOutputs({ ...outputs });
    }
}

/**
 * Makes what an `IotKafkaPipeline` is made of, as children of `component`. Cluster, destination, association and rule
 * also come after `dependencies`, and are deleted before them.
 */
export function createIotKafkaPipeline(
    component: ComponentResource,
    name: string,
    given: IotKafkaPipelineArgs,
    dependencies: readonly Input<Resource>[] = [],
): IotKafkaPipelineOutputs {
    const named = { project: getProject(), stack: getStack(), name };
    const urn = urnOf(IOT_KAFKA_PIPELINE, named);
    const args = gate(
        { component, type: IOT_KAFKA_PIPELINE, urn, name },
        inRegionOfProvider(component, given, given?.kafka?.credentials),
    );

    const network = createPipelineNetwork(component, name, args);
    const target = createPipelineTarget(component, named, args, network, dependencies);
    const opened = openBrokersTo(component, name, args, target.madeBrokerSecurityGroupId);
    const destination = !isExistingDestination(args.destination)
        ? makeVpcDestination(
              component,
              named,
              destinationArgumentsOf(args, network, target.madeBrokerSecurityGroupId) as unknown as VpcDestinationArgs,
              [...network.resources, ...opened, ...dependencies],
          )
        : undefined;
    const destinationArn = output(destination?.destinationArn ?? (args.destination as ExistingDestination).existingArn);
    const { bootstrapServers, authentication } = target;
    const rule = makeKafkaTopicRule(
        component,
        named,
        ruleArgumentsOf(args, { destinationArn, bootstrapServers, authentication }) as unknown as KafkaTopicRuleArgs,
        [...target.ready, ...dependencies],
    );
    const { ruleName } = rule;
    const alarms = makeAlarmsOfPipeline(component, named, args, { ruleName, clusterArn: target.clusterArn });
    return {
        ruleName,
        ruleArn: rule.ruleArn,
        logGroupName: rule.logGroupName,
        topic: output(args.topic),
        bootstrapServers: output(bootstrapServers),
        clusterArn: output(target.clusterArn),
        destinationArn,
        vpcId: output(network.vpcId),
        subnetIds: output(network.subnetIds),
        securityGroupId: output(destination?.securityGroupId),
        brokerSecurityGroupId: output(target.madeBrokerSecurityGroupId ?? args.kafka?.brokerSecurityGroupId),
        secretName: output(target.credentials?.secretName),
        secretArn: output(target.credentials?.secretArn),
        username: output(target.credentials?.username),
        alarmTopicArn: output(alarms?.topicArn),
    };
}
