import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { isPlaceholderAccount } from "../data/placeholders";
import { DESTINATION_ARN, withAction } from "../examples/configurations";
import { founding } from "../examples/foundingPage";
import { type Arn, parseArn } from "../facts/arn";

const PATH = ["destinationArn"];
const PARTITIONS = ["aws", "aws-cn", "aws-us-gov"];

export const destinationArn = defineConstraint({
    id: "destination-arn",
    subject: "kafkaAction",
    requirements: ["KAFKA-DEST-01", "KAFKA-DEST-02", "KAFKA-DEST-04"],
    level: "mandatory",
    severity: "high",
    what: "The action names a VPC topic rule destination by its ARN, written without templates.",
    why: "AWS IoT reaches Kafka through a VPC destination only.",
    fix: "Give the `arn` output of the `aws.iot.TopicRuleDestination` or `VpcDestination`.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => {
        const arn = action.value("destinationArn");
        if (isUnknown(arn)) return undetermined(PATH);
        if (arn === undefined) {
            return violation([], "The action has no destinationArn", { requirements: ["KAFKA-DEST-01"] });
        }
        if (typeof arn !== "string")
            return violation(PATH, `The ARN is ${show(arn)}`, { requirements: ["KAFKA-DEST-01"] });
        if (arn.trim() === "")
            return violation(PATH, "The ARN is empty", { requirements: ["KAFKA-DEST-01", "KAFKA-DEST-02"] });
        return judge(arn);
    },
    examples: {
        valid: [
            { title: "a VPC destination", stack: withAction({ destinationArn: DESTINATION_ARN }) },
            {
                title: "a VPC destination in China",
                stack: withAction({
                    destinationArn: DESTINATION_ARN.replace("arn:aws:iot:us-east-1", "arn:aws-cn:iot:cn-north-1"),
                }),
            },
            { title: "the placeholders of the founding page", stack: founding() },
        ],
        invalid: [
            { title: "no ARN", stack: withAction({ destinationArn: undefined }) },
            { title: "an empty ARN", stack: withAction({ destinationArn: "" }) },
            { title: "a number", stack: withAction({ destinationArn: 5 }) },
            {
                title: "the ARN of an MSK cluster",
                stack: withAction({
                    destinationArn: "arn:aws:kafka:us-east-1:209876543210:cluster/plant/7b1f3c52-6c3e-2",
                }),
            },
            {
                title: "an HTTP destination",
                stack: withAction({ destinationArn: DESTINATION_ARN.replace("/vpc/", "/http/") }),
            },
            { title: "the id of a destination alone", stack: withAction({ destinationArn: "7b1f3c52-6c3e-4a2b" }) },
            { title: "a template for the ARN", stack: withAction({ destinationArn: "${destination}" }) },
            {
                title: "a template inside the ARN",
                stack: withAction({ destinationArn: DESTINATION_ARN.replace(/[^/]+$/, "${destination}") }),
            },
        ],
    },
});

function judge(text: string): Verdict | undefined {
    const arn = parseArn(text);
    if (text.includes("${")) {
        const rows = arn && problemOf(arn) === undefined ? ["KAFKA-DEST-04"] : ["KAFKA-DEST-02", "KAFKA-DEST-04"];
        return violation(PATH, "The ARN holds a substitution template, which this field does not take", {
            requirements: rows,
            fix: "Write the destination's ARN itself; for several destinations write several actions or rules.",
        });
    }
    const problem = arn === undefined ? `is ${show(text)}, which is no ARN` : problemOf(arn);
    if (problem !== undefined)
        return violation(PATH, `The destination ${problem}`, { requirements: ["KAFKA-DEST-02"] });
    return arn && isPlaceholderAccount(arn.account) && arn.account.length !== 12
        ? undetermined(PATH, "the account is a placeholder of the AWS pages")
        : undefined;
}

/** What else than a VPC destination an ARN names, as the end of a sentence. */
function problemOf(arn: Arn): string | undefined {
    const { partition, service, region, account, resource } = arn;
    if (service !== "iot")
        return `is ${KINDS[service] ?? `a resource of ${show(service)}`}, not a VPC destination of AWS IoT`;
    const [type, kind, id, ...more] = resource.split("/");
    if (type !== "ruledestination") return `is an AWS IoT resource of the kind ${show(type)}, not a rule destination`;
    if (kind !== "vpc") return `is of the kind ${show(kind)}; the Kafka action takes those of the kind vpc only`;
    if (!id || more.length > 0) return "has no id after ruledestination/vpc/";
    if (!PARTITIONS.includes(partition)) return `is in the partition ${show(partition)}, not aws, aws-cn or aws-us-gov`;
    if (!/^[a-z0-9-]+$/.test(region)) return `is in the Region ${show(region)}, which is no name of one`;
    if (!/^\d{12}$/.test(account) && !isPlaceholderAccount(account))
        return `is in the account ${show(account)}, not 12 digits`;
    return undefined;
}

/** What people give in place of the destination. */
const KINDS: Readonly<Record<string, string>> = {
    kafka: "an Amazon MSK cluster",
    ec2: "an Amazon EC2 resource",
    iam: "an IAM resource",
    secretsmanager: "a secret",
    sns: "an Amazon SNS topic",
    sqs: "an Amazon SQS queue",
    lambda: "a Lambda function",
};
