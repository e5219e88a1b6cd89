import type { Input } from "@pulumi/pulumi";
import type { Authentication } from "./authenticationArgs";
import type { ErrorAction } from "./errorActionArgs";
import type { FurtherKafkaAction, KafkaMessage } from "./kafkaActionArgs";

/** What a rule is beside its connection. */
export interface RuleSettings extends KafkaMessage {
    /** The statement that selects messages, for example `SELECT * FROM 'devices/+/telemetry'`. */
    sql: Input<string>;
    /** The version of AWS IoT SQL, `2016-03-23` by default. */
    sqlVersion?: Input<string>;
    /** Name of the rule; by default made of project, stack and the component's name. */
    ruleName?: Input<string>;
    /** False keeps the rule without running it. */
    enabled?: Input<boolean>;
    /** What the rule is for. */
    description?: Input<string>;
    /** Further Kafka actions, each of which gets every message too. */
    moreKafka?: FurtherKafkaAction[];
    /** Actions of other kinds that get every message too, by their names in `aws.iot.TopicRule`, as it takes them. */
    // biome-ignore lint/suspicious/noExplicitAny: the only type of which the schema's Any is inferred
    otherActions?: Record<string, any>;
    /** Where messages go that could not be sent; by default into a log group that is made. */
    errorAction?: ErrorAction;
    /** The Region of everything that is made; by default the provider's. */
    region?: Input<string>;
    /** Tags of everything that is made and can have tags. */
    tags?: Input<Record<string, Input<string>>>;
}

/** Arguments of a `KafkaTopicRule`. */
export interface KafkaTopicRuleArgs extends RuleSettings {
    /** ARN of the VPC destination: `destinationArn` of a `VpcDestination`. */
    destinationArn: Input<string>;
    /** The brokers, `host:port,host:port`. */
    bootstrapServers: Input<string>;
    /** How the rule proves to the brokers who it is. */
    authentication: Authentication;
}
