import type { Input } from "@pulumi/pulumi";
import type { KafkaAction } from "./kafkaActionArgs";

/** A log group of its own, or one that exists. */
export interface ErrorLogs {
    /** Days that entries are kept, 30 by default. */
    retentionDays?: Input<number>;
    /** Name of a log group that exists, used as it is, in place of one that is made. */
    existingLogGroupName?: Input<string>;
    /** A role that exists, for a log group that exists; by default one is made. */
    roleArn?: Input<string>;
}

/** A bucket of Amazon S3. */
export interface ErrorBucket {
    /** Name of the bucket. */
    bucket: Input<string>;
    /** The object's key; by default a template that gives each message another one. */
    key?: Input<string>;
    /** ARN of the account's own key that encrypts the bucket, which the role may then use. */
    kmsKeyArn?: Input<string>;
    /** A role that exists, used as it is; by default one is made for this bucket alone. */
    roleArn?: Input<string>;
}

/** A queue of Amazon SQS. */
export interface ErrorQueue {
    /** The queue's URL. */
    queueUrl: Input<string>;
    /** The same queue's ARN, which the role's policy names. */
    queueArn: Input<string>;
    /** ARN of the account's own key that encrypts the queue, which the role may then use. */
    kmsKeyArn?: Input<string>;
    /** A role that exists, used as it is; by default one is made for this queue alone. */
    roleArn?: Input<string>;
}

/** A topic of Amazon SNS. */
export interface ErrorTopic {
    /** ARN of the topic. */
    topicArn: Input<string>;
    /** ARN of the account's own key that encrypts the topic, which the role may then use. */
    kmsKeyArn?: Input<string>;
    /** A role that exists, used as it is; by default one is made for this topic alone. */
    roleArn?: Input<string>;
}

/** A data stream of Amazon Kinesis. */
export interface ErrorStream {
    /** Name of the stream. */
    streamName: Input<string>;
    /** Which shard a message goes to; by default all get as many. */
    partitionKey?: Input<string>;
    /** ARN of the account's own key that encrypts the stream, which the role may then use. */
    kmsKeyArn?: Input<string>;
    /** A role that exists, used as it is; by default one is made for this stream alone. */
    roleArn?: Input<string>;
}

/** A function of AWS Lambda. */
export interface ErrorFunction {
    /** ARN of the function, or of an alias or version of it. */
    functionArn: Input<string>;
    /** `existing` where the function lets AWS IoT call it already; by default a permission is made. */
    permission?: string;
}

/** Where messages go that could not be sent: exactly one of these. */
export interface ErrorAction {
    /** True for nowhere, which must be said in words. */
    none?: boolean;
    /** A log group. */
    logs?: ErrorLogs;
    /** A bucket of Amazon S3. */
    s3?: ErrorBucket;
    /** A queue of Amazon SQS. */
    sqs?: ErrorQueue;
    /** A topic of Amazon SNS. */
    sns?: ErrorTopic;
    /** A data stream of Amazon Kinesis. */
    kinesis?: ErrorStream;
    /** A function of AWS Lambda. */
    lambda?: ErrorFunction;
    /** A topic of another Kafka cluster. */
    kafka?: KafkaAction;
}
