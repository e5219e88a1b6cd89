import { show } from "../core/show";
import type { Form, ObjectForm } from "./form";
import { checkKeyArn, checkRoleArn } from "./identifiers";
import type { TextCheck } from "./texts";

const TEXT: Form = { is: "text" };
const ROLE: Form = { is: "text", check: checkRoleArn };
const KEY: Form = { is: "text", check: checkKeyArn };

/** The periods that CloudWatch Logs offers, in days; 0 keeps entries for ever. */
export const RETENTION_DAYS = [
    ...[0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
];

const PLACE = "[a-z0-9-]+:\\d{12}";
const ARN_OF_QUEUE = new RegExp(`^arn:[a-z-]+:sqs:${PLACE}:[\\w-]{1,80}(?:\\.fifo)?$`);
const ARN_OF_TOPIC = new RegExp(`^arn:[a-z-]+:sns:${PLACE}:[\\w-]{1,256}(?:\\.fifo)?$`);
const ARN_OF_FUNCTION = new RegExp(`^arn:[a-z-]+:lambda:${PLACE}:function:[\\w-]{1,140}(?::[\\w$-]{1,128})?$`);
const NAME_OF_STREAM = /^[\w.-]{1,128}$/;
const NAME_OF_BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** A target that AWS IoT sends to one by one, in no order, which FIFO queues and topics do not take. */
function standardArn(pattern: RegExp, what: string): TextCheck {
    return (text) => {
        if (!pattern.test(text)) {
            const found = `it is ${show(text)}, not the ARN of ${what}`;
            return { found, fix: `Give the \`arn\` output of ${what}.` };
        }
        if (!text.endsWith(".fifo")) return undefined;
        return {
            found: `it is ${show(text)}, a FIFO one, which AWS IoT does not send to`,
            fix: "Give a standard one.",
        };
    };
}

function form(pattern: RegExp, what: string, fix: string): TextCheck {
    return (text) => (pattern.test(text) ? undefined : { found: `it is ${show(text)}, not ${what}`, fix });
}

/** A role that exists is used as it is, so that a key would have no effect. */
const EXCLUSIVE: ObjectForm["exclusive"] = [["roleArn", ["kmsKeyArn"]]];

const LOGS: ObjectForm = {
    is: "object",
    optional: { retentionDays: { is: "number", among: RETENTION_DAYS }, existingLogGroupName: TEXT, roleArn: ROLE },
    exclusive: [["existingLogGroupName", ["retentionDays"]]],
    check: ({ roleArn, existingLogGroupName }) =>
        roleArn === undefined || existingLogGroupName !== undefined
            ? undefined
            : {
                  at: "roleArn",
                  found: "it is given, but the log group is made, and so is a role that may write to it",
                  fix: "Leave it out, or give existingLogGroupName.",
              },
};

const S3: ObjectForm = {
    is: "object",
    required: {
        bucket: {
            is: "text",
            check: form(NAME_OF_BUCKET, "the name of a bucket", "Give the `bucket` output of the bucket: its name."),
        },
    },
    optional: { key: TEXT, kmsKeyArn: KEY, roleArn: ROLE },
    exclusive: EXCLUSIVE,
};

const SQS: ObjectForm = {
    is: "object",
    required: { queueUrl: TEXT, queueArn: { is: "text", check: standardArn(ARN_OF_QUEUE, "a queue") } },
    optional: { kmsKeyArn: KEY, roleArn: ROLE },
    exclusive: EXCLUSIVE,
    check: ({ queueUrl, queueArn }) => {
        if (typeof queueUrl !== "string" || typeof queueArn !== "string") return undefined;
        const [account, name] = queueUrl.split("/").slice(-2);
        const [ownAccount, ownName] = queueArn.split(":").slice(-2);
        if (account === ownAccount && name === ownName) return undefined;
        return {
            at: "queueUrl",
            found: `it is ${show(queueUrl)}, the URL of another queue than queueArn names`,
            fix: "Give the `url` and the `arn` output of one queue.",
        };
    },
};

const SNS: ObjectForm = {
    is: "object",
    required: { topicArn: { is: "text", check: standardArn(ARN_OF_TOPIC, "a topic") } },
    optional: { kmsKeyArn: KEY, roleArn: ROLE },
    exclusive: EXCLUSIVE,
};

const KINESIS: ObjectForm = {
    is: "object",
    required: {
        streamName: {
            is: "text",
            check: form(NAME_OF_STREAM, "the name of a stream", "Give the `name` output of the stream."),
        },
    },
    optional: { partitionKey: TEXT, kmsKeyArn: KEY, roleArn: ROLE },
    exclusive: EXCLUSIVE,
};

const LAMBDA: ObjectForm = {
    is: "object",
    required: {
        functionArn: {
            is: "text",
            check: form(
                ARN_OF_FUNCTION,
                "the ARN of a function",
                "Give the `arn` output of the function, or that of an alias.",
            ),
        },
    },
    optional: { permission: { is: "word", words: ["existing"] } },
};

/** Where messages go that could not be sent; `kafka` is the form of a Kafka action. */
export function errorActionForm(kafka: ObjectForm): Form {
    return {
        is: "wordOr",
        word: "none",
        object: {
            is: "oneMember",
            members: { logs: LOGS, s3: S3, sqs: SQS, sns: SNS, kinesis: KINESIS, lambda: LAMBDA, kafka },
        },
    };
}
