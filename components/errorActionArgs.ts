import type { Input } from "@pulumi/pulumi";
import type { KafkaConnection, KafkaMessage } from "./kafkaActionArgs";
import type { OneOf, Optional } from "./oneOf";

/** What an error action is run with that sends to another service of AWS. */
interface WithRole {
    /** ARN of the key that encrypts the target, where it is one of the account's own: the role may then use it. @default none */
    kmsKeyArn?: Input<string>;
    /**
     * A role that exists, used as it is; it must trust AWS IoT and allow to send there. Rules can share it.
     * @default one is made, for this target alone
     */
    roleArn?: Input<string>;
}

/**
 * A log group of its own, encrypted with a key of its own, or one that exists.
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/cloudwatch-logs-rule-action.html
 */
export type ErrorLogsTarget = OneOf<
    | {
          /** Days that entries are kept, one of the periods that CloudWatch Logs offers. @default 30 */
          retentionDays?: Optional<number>;
      }
    | {
          /** Name of a log group that exists, used as it is. */
          existingLogGroupName: Input<string>;
          /** A role that exists, used as it is. @default one is made, which may write to this log group */
          roleArn?: Input<string>;
      }
>;

/** https://docs.aws.amazon.com/iot/latest/developerguide/s3-rule-action.html */
export interface ErrorBucket extends WithRole {
    /** Name of the bucket. */
    bucket: Input<string>;
    /** The object's key, a template that gives each message another one. @default `<rule name>/${timestamp()}-${newuuid()}` */
    key?: Input<string>;
}

/** https://docs.aws.amazon.com/iot/latest/developerguide/sqs-rule-action.html */
export interface ErrorQueue extends WithRole {
    /** The queue's URL. AWS IoT sends to no FIFO queue. */
    queueUrl: Input<string>;
    /** The same queue's ARN, which the role's policy names. */
    queueArn: Input<string>;
}

/** https://docs.aws.amazon.com/iot/latest/developerguide/sns-rule-action.html */
export interface ErrorTopic extends WithRole {
    /** ARN of the topic of Amazon SNS. AWS IoT publishes to no FIFO topic. */
    topicArn: Input<string>;
}

/** https://docs.aws.amazon.com/iot/latest/developerguide/kinesis-rule-action.html */
export interface ErrorStream extends WithRole {
    /** Name of the data stream, in the rule's account and Region. */
    streamName: Input<string>;
    /** Which shard a message goes to. @default "${newuuid()}", which spreads them evenly */
    partitionKey?: Input<string>;
}

/** https://docs.aws.amazon.com/iot/latest/developerguide/lambda-rule-action.html */
export interface ErrorFunction {
    /** ARN of the function, or of an alias or version of it. */
    functionArn: Input<string>;
    /**
     * `"existing"`: the function already lets AWS IoT call it for this rule. Written plainly.
     * @default a permission is made, for this rule alone
     */
    permission?: "existing";
}

/**
 * Where messages go that could not be sent: nowhere, which must be said in words, or exactly one of these. What the
 * target needs to let AWS IoT send to it is made, unless it is said to exist.
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/rule-error-handling.html
 */
export type ErrorAction =
    | "none"
    | OneOf<
          | { logs: ErrorLogsTarget }
          | { s3: ErrorBucket }
          | { sqs: ErrorQueue }
          | { sns: ErrorTopic }
          | { kinesis: ErrorStream }
          | { lambda: ErrorFunction }
          /** Another topic, of another cluster: what stopped the message would stop it again on the same one. */
          | { kafka: KafkaMessage & KafkaConnection }
      >;
