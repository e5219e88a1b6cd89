import { isUnknown, type Known, member, UNKNOWN } from "../core/known";
import type { IotRole } from "./iotRole";
import { contextOf, type Decision } from "./permissions";
import { nameOfArn, type RequestedResource, type ResourceName } from "./requestedResource";
import type { ErrorUse } from "./roleUses";
import type { ResourceKind } from "./stack";

/** One right that an action needs: an action of the target's service, on one of these forms of its ARN. */
interface Need {
    readonly action: string;
    readonly resources: readonly RequestedResource[];
}

/** Where the actions of one kind send to, and what that needs. */
type Target = (name: Naming) => readonly Need[];

/** What an error action's role is answered for each right that the target needs. */
export function errorRights(role: IotRole, use: ErrorUse): ReadonlyMap<string, Decision> {
    const target = Object.hasOwn(TARGETS, use.kind) ? TARGETS[use.kind]! : undefined;
    if (target === undefined || isUnknown(use.values)) return new Map();
    const naming = new Naming(role, use);
    const context = contextOf({ "aws:RequestedRegion": naming.region, "aws:SecureTransport": "true" });
    return new Map(
        target(naming).map(({ action, resources }): [string, Decision] => [
            action,
            best(resources.map((resource) => role.decide({ action, resource, context }))),
        ]),
    );
}

/** Pages of AWS differ in the form of some ARNs; one that is allowed is enough. */
function best(decisions: readonly Decision[]): Decision {
    return (
        decisions.find(({ answer }) => answer === "allowed") ??
        decisions.find(({ answer }) => answer === "undetermined") ??
        decisions[0]!
    );
}

/** Names the targets of an error action as policies do. */
class Naming {
    readonly region: Known<string>;

    constructor(
        readonly role: IotRole,
        readonly use: ErrorUse,
    ) {
        const { region } = use.rule;
        this.region = region === undefined ? UNKNOWN : region;
    }

    value(name: string): unknown {
        return member(this.use.values, name);
    }

    /** With the resource of the stack that it is, where it makes it. */
    made(named: ResourceName, kind: ResourceKind, output: string, value: unknown): ResourceName {
        const { stack } = this.role;
        const made =
            typeof value === "string"
                ? stack.withOutput(kind, output, value)
                : stack.joined(this.use.rule.resource, "errorAction", value, kind, output);
        return made === undefined ? named : { ...named, made: [made] };
    }

    /** A resource of the rule's Region and account: `before` and the text, as far as no template makes it, then `after`. */
    of(service: string, before: string, text: unknown, after = ""): ResourceName {
        const { partition, account } = this.role;
        const place: Omit<ResourceName, "resource"> = { partition, service, region: this.region, account };
        if (typeof text !== "string") return { ...place, resource: before, isOpen: true };
        const template = text.indexOf("${");
        if (template >= 0) return { ...place, resource: before + text.slice(0, template), isOpen: true };
        return { ...place, resource: before + text + after };
    }
}

const TARGETS: Readonly<Record<string, Target>> = {
    cloudwatchAlarm: (name) => [
        { action: "cloudwatch:SetAlarmState", resources: [name.of("cloudwatch", "alarm:", name.value("alarmName"))] },
    ],
    cloudwatchLogs: (name) => {
        const group = name.value("logGroupName");
        const whole = name.made(name.of("logs", "log-group:", group), "logGroup", "name", group);
        const streams = { ...whole, ...name.of("logs", "log-group:", group, ":"), isOpen: true };
        const both = [streams, whole];
        return [
            { action: "logs:CreateLogStream", resources: both },
            { action: "logs:DescribeLogStreams", resources: both },
            { action: "logs:PutLogEvents", resources: [streams] },
        ];
    },
    cloudwatchMetric: () => [{ action: "cloudwatch:PutMetricData", resources: ["*"] }],
    dynamodb: (name) => [
        { action: "dynamodb:PutItem", resources: [name.of("dynamodb", "table/", name.value("tableName"))] },
    ],
    dynamodbv2: (name) => [
        {
            action: "dynamodb:PutItem",
            resources: [name.of("dynamodb", "table/", member(name.value("putItem"), "tableName"))],
        },
    ],
    elasticsearch: (name) => [{ action: "es:ESHttpPut", resources: [name.of("es", "domain/", undefined)] }],
    firehose: (name) => [
        {
            action: name.value("batchMode") === true ? "firehose:PutRecordBatch" : "firehose:PutRecord",
            resources: [name.of("firehose", "deliverystream/", name.value("deliveryStreamName"))],
        },
    ],
    iotAnalytics: (name) => [
        {
            action: "iotanalytics:BatchPutMessage",
            resources: [name.of("iotanalytics", "channel/", name.value("channelName"))],
        },
    ],
    iotEvents: (name) => [
        { action: "iotevents:BatchPutMessage", resources: [name.of("iotevents", "input/", name.value("inputName"))] },
    ],
    kinesis: (name) => [
        { action: "kinesis:PutRecord", resources: [name.of("kinesis", "stream/", name.value("streamName"))] },
    ],
    republish: (name) => [{ action: "iot:Publish", resources: [name.of("iot", "topic/", name.value("topic"))] }],
    s3: (name) => [{ action: "s3:PutObject", resources: [objectsOf(name)] }],
    sns: (name) => [{ action: "sns:Publish", resources: [topicOf(name)] }],
    sqs: (name) => [{ action: "sqs:SendMessage", resources: [queueOf(name)] }],
    stepFunctions: (name) => [
        {
            action: "states:StartExecution",
            resources: [name.of("states", "stateMachine:", name.value("stateMachineName"))],
        },
    ],
    timestream: (name) => [
        { action: "timestream:DescribeEndpoints", resources: ["*"] },
        { action: "timestream:WriteRecords", resources: [name.of("timestream", "database/", undefined)] },
    ],
};

/** The ARN of a bucket has neither a Region nor an account. */
function objectsOf(name: Naming): ResourceName {
    const bucket = name.value("bucketName");
    return { ...name.of("s3", "", bucket, "/"), region: "", account: "", isOpen: true };
}

function topicOf(name: Naming): ResourceName {
    const arn = name.value("targetArn");
    return (typeof arn === "string" ? nameOfArn(arn) : undefined) ?? name.of("sns", "", undefined);
}

const QUEUE = /^https:\/\/sqs\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/(\d{12})\/([\w.-]{1,80})$/;

function queueOf(name: Naming): ResourceName {
    const url = name.value("queueUrl");
    const [, region, account, queue] = (typeof url === "string" ? QUEUE.exec(url) : undefined) ?? [];
    if (region === undefined || account === undefined) return name.of("sqs", "", undefined);
    return { ...name.of("sqs", "", queue), region, account };
}
