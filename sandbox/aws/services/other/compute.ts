import { amount, part, text } from "../../../provider/value";
import { Refusal } from "../../refusal";
import { arn } from "../../scope";
import type { ResourceTable } from "../../table";
import { first, isTaken, nameOf, patternRefusal } from "../common";

const STREAM = "aws:kinesis/stream:Stream";
const STREAM_NAME = /^[a-zA-Z0-9_.-]{1,128}$/;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html */
export const kinesisStream: ResourceTable = {
    token: STREAM,
    required: [],
    name: { property: "name", limit: 128 },
    taggable: true,
    defaults: { encryptionType: "NONE", enforceConsumerDeletion: false, retentionPeriod: 24 },
    computed: ["arn", "name", "streamModeDetails", "maxRecordSizeInKib"],
    replaces: ["name"],
    sets: ["shardLevelMetrics"],
    remembers: ["name", "arn"],
    make: (attempt) => {
        const name = nameOf(attempt);
        const streamArn = arn(attempt.scope, "kinesis", `stream/${name}`);
        return { id: streamArn, outputs: { name, arn: streamArn, maxRecordSizeInKib: 1024 } };
    },
    refuse: (attempt) => {
        const { inputs } = attempt;
        const [name, mode] = [text(inputs, "name") ?? "", text(part(inputs, "streamModeDetails"), "streamMode")];
        const shards = amount(inputs, "shardCount");
        return first(
            () =>
                STREAM_NAME.test(name)
                    ? undefined
                    : patternRefusal("ValidationException", name, "streamName", STREAM_NAME),
            () =>
                (mode === "ON_DEMAND") === (shards === undefined)
                    ? undefined
                    : new Refusal(
                          "InvalidArgumentException",
                          mode === "ON_DEMAND"
                              ? "shard_count must not be set when stream_mode is ON_DEMAND"
                              : "shard_count must be at least 1 when stream_mode is PROVISIONED",
                      ),
            () =>
                isTaken(attempt, STREAM, "name")
                    ? new Refusal("ResourceInUseException", `Stream ${name} already exists.`)
                    : undefined,
        );
    },
};

const FUNCTION = "aws:lambda/function:Function";
const FUNCTION_NAME = /^[a-zA-Z0-9-_]{1,64}$/;
const ROLE_ARN = /^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-_/]+$/;

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
export const lambdaFunction: ResourceTable = {
    token: FUNCTION,
    required: ["role"],
    name: { property: "name", limit: 64 },
    taggable: true,
    defaults: { memorySize: 128, packageType: "Zip", publish: false, reservedConcurrentExecutions: -1, timeout: 3 },
    computed: [
        ...[
            "arn",
            "name",
            "invokeArn",
            "qualifiedArn",
            "qualifiedInvokeArn",
            "version",
            "lastModified",
            "architectures",
        ],
        ...["codeSha256", "sourceCodeHash", "sourceCodeSize", "ephemeralStorage", "loggingConfig", "tracingConfig"],
        ...["signingJobArn", "signingProfileVersionArn", "responseStreamingInvokeArn"],
    ],
    volatile: ["lastModified", "codeSha256", "sourceCodeSize"],
    replaces: ["name", "packageType"],
    remembers: ["name", "arn"],
    make: (attempt) => {
        const { scope } = attempt;
        const name = nameOf(attempt);
        const functionArn = arn(scope, "lambda", `function:${name}`);
        const invokeArn = arn(
            { ...scope, account: "lambda" },
            "apigateway",
            `path/2015-03-31/functions/${functionArn}/invocations`,
        );
        return {
            id: name,
            outputs: {
                ...{ name, arn: functionArn, version: "$LATEST", qualifiedArn: `${functionArn}:$LATEST`, invokeArn },
                ...{ architectures: ["x86_64"], lastModified: "2026-01-01T00:00:00.000+0000" },
            },
        };
    },
    refuse: (attempt) => {
        const { inputs } = attempt;
        const [name, role] = [text(inputs, "name") ?? "", text(inputs, "role") ?? ""];
        const sources = ["code", "s3Bucket", "imageUri"].filter((one) => inputs[one] !== undefined);
        return first(
            () =>
                FUNCTION_NAME.test(name)
                    ? undefined
                    : patternRefusal("ValidationException", name, "functionName", FUNCTION_NAME),
            () => (ROLE_ARN.test(role) ? undefined : patternRefusal("ValidationException", role, "role", ROLE_ARN)),
            () =>
                sources.length === 1
                    ? undefined
                    : new Refusal(
                          "InvalidParameterValueException",
                          "one of code, s3Bucket or imageUri must be specified",
                      ),
            () =>
                isTaken(attempt, FUNCTION, "name")
                    ? new Refusal("ResourceConflictException", `Function already exist: ${name}`)
                    : undefined,
        );
    },
};
