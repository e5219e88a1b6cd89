import { text } from "../../../provider/value";
import { malformed } from "../../policyDocument";
import { Refusal } from "../../refusal";
import { arn, dnsSuffixOf } from "../../scope";
import type { ResourceTable } from "../../table";
import { isTaken, nameOf } from "../common";

const QUEUE = "aws:sqs/queue:Queue";

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
export const queue: ResourceTable = {
    token: QUEUE,
    required: [],
    name: { property: "name", limit: 80, shape: (name, { fifoQueue }) => (fifoQueue === true ? `${name}.fifo` : name) },
    taggable: true,
    defaults: {
        contentBasedDeduplication: false,
        delaySeconds: 0,
        fifoQueue: false,
        maxMessageSize: 262_144,
        messageRetentionSeconds: 345_600,
        receiveWaitTimeSeconds: 0,
        visibilityTimeoutSeconds: 30,
    },
    computed: [
        ...[
            "arn",
            "url",
            "name",
            "namePrefix",
            "policy",
            "redrivePolicy",
            "redriveAllowPolicy",
            "sqsManagedSseEnabled",
        ],
        ...["kmsDataKeyReusePeriodSeconds", "deduplicationScope", "fifoThroughputLimit"],
    ],
    replaces: ["name", "namePrefix", "fifoQueue"],
    documents: ["policy", "redrivePolicy", "redriveAllowPolicy"],
    remembers: ["name", "arn"],
    make: (attempt) => {
        const name = nameOf(attempt);
        const { scope } = attempt;
        const url = `https://sqs.${scope.region}.${dnsSuffixOf(scope.partition)}/${scope.account}/${name}`;
        return { id: url, outputs: { name, url, arn: arn(scope, "sqs", name), sqsManagedSseEnabled: true } };
    },
    refuse: (attempt) => {
        const name = text(attempt.inputs, "name") ?? "";
        if (!/^[\w-]{1,80}$/.test(name.replace(/\.fifo$/, "")) || name.length > 80) {
            return new Refusal(
                "InvalidParameterValue",
                "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length",
            );
        }
        if (name.endsWith(".fifo") !== (attempt.inputs.fifoQueue === true)) {
            return new Refusal(
                "InvalidParameterValue",
                "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix",
            );
        }
        return isTaken(attempt, QUEUE, "name")
            ? new Refusal("QueueAlreadyExists", `A queue named ${name} already exists`)
            : undefined;
    },
};

/** Who may use a queue, as a resource of its own. */
export const queuePolicy: ResourceTable = {
    token: "aws:sqs/queuePolicy:QueuePolicy",
    required: ["policy", "queueUrl"],
    computed: [],
    replaces: ["queueUrl"],
    documents: ["policy"],
    make: ({ inputs }) => ({ id: text(inputs, "queueUrl") ?? "", outputs: {} }),
    refuse: ({ inputs }) => malformed(inputs.policy, "resource", "InvalidAttributeValue"),
};

/** https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html */
export const snsTopic: ResourceTable = {
    token: "aws:sns/topic:Topic",
    required: [],
    name: {
        property: "name",
        limit: 256,
        shape: (name, { fifoTopic }) => (fifoTopic === true ? `${name}.fifo` : name),
    },
    taggable: true,
    defaults: { contentBasedDeduplication: false, fifoTopic: false },
    computed: [
        "arn",
        "owner",
        "beginningArchiveTime",
        "name",
        "namePrefix",
        "policy",
        "signatureVersion",
        "tracingConfig",
        "fifoThroughputScope",
    ],
    replaces: ["name", "namePrefix", "fifoTopic"],
    documents: ["policy", "deliveryPolicy", "archivePolicy"],
    remembers: ["name", "arn"],
    make: (attempt) => {
        const name = nameOf(attempt);
        const topicArn = arn(attempt.scope, "sns", name);
        return {
            id: topicArn,
            outputs: { name, arn: topicArn, owner: attempt.scope.account, beginningArchiveTime: "" },
        };
    },
    refuse: ({ inputs }) => {
        const name = text(inputs, "name") ?? "";
        return /^[\w-]{1,256}(\.fifo)?$/.test(name) && name.endsWith(".fifo") === (inputs.fifoTopic === true)
            ? undefined
            : new Refusal("InvalidParameter", "Invalid parameter: Topic Name");
    },
};
