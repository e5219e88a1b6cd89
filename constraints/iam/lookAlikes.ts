import { isUnknown } from "../core/known";
import type { Path } from "../core/path";
import type { PolicyStatement } from "../facts/policyDocument";

/** A service that is trusted where AWS IoT was meant. */
export interface LookAlike {
    readonly principal: string;
    /** What it is, as a part of a sentence. */
    readonly meaning: string;
    /** From the trust policy inwards. */
    readonly path: Path;
}

/** Services that people trust instead, each with what it really is. Others are not named: what stands there is theirs. */
const SERVICES: Readonly<Record<string, string>> = {
    "credentials.iot.amazonaws.com": "the credential provider, which gives roles to devices",
    "iot.amazonaws.com.cn": "which exists in no partition, since the rules engine is called the same in China",
    "iotdata.amazonaws.com": "which is an endpoint for devices",
    "iotevents.amazonaws.com": "which is AWS IoT Events",
    "iotanalytics.amazonaws.com": "which is AWS IoT Analytics",
    "iotsitewise.amazonaws.com": "which is AWS IoT SiteWise",
    "greengrass.amazonaws.com": "which is AWS IoT Greengrass",
    "kafka.amazonaws.com": "which is Amazon MSK, the cluster's side",
    "kafkaconnect.amazonaws.com": "which is MSK Connect",
    "ec2.amazonaws.com": "which is for EC2 instances, although the role is about EC2's interfaces",
    "lambda.amazonaws.com": "which is for Lambda functions",
    "secretsmanager.amazonaws.com": "which is Secrets Manager itself, not who reads from it",
    "logs.amazonaws.com": "which is CloudWatch Logs itself, not who writes to it",
    "sqs.amazonaws.com": "which is Amazon SQS itself, not who sends to it",
    "sns.amazonaws.com": "which is Amazon SNS itself, not who publishes to it",
    "s3.amazonaws.com": "which is Amazon S3 itself, not who writes to it",
    "events.amazonaws.com": "which is EventBridge",
};

/** The first of those that a trust policy names. */
export function lookAlikeIn(statements: readonly PolicyStatement[]): LookAlike | undefined {
    for (const { effect, principals } of statements) {
        if (effect !== "Allow" || principals === undefined || isUnknown(principals)) continue;
        for (const { value, path } of principals) {
            const principal = typeof value === "string" ? value.toLowerCase() : "";
            if (Object.hasOwn(SERVICES, principal)) return { principal, meaning: SERVICES[principal]!, path };
            if (/^iot\.[a-z]{2}(?:-[a-z]{2,12}){1,2}-\d\.amazonaws\.com$/.test(principal)) {
                return { principal, meaning: "which is an endpoint of one Region", path };
            }
        }
    }
    return undefined;
}
