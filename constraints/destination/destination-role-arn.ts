import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { isPlaceholderAccount } from "../data/placeholders";
import { ROLE_ARN, withDestination } from "../examples/destinations";
import { VPC_DESTINATION_API } from "./pages";

const ROLE = /^arn:(?:aws|aws-cn|aws-us-gov):iam::(\d+):role\/[\w+=,.@/-]+$/;

export const destinationRoleArn = defineConstraint({
    id: "destination-role-arn",
    subject: "destination",
    requirements: ["DEST-ID-04"],
    level: "mandatory",
    severity: "high",
    what: "roleArn is the ARN of an IAM role, 20 to 2048 characters long.",
    why: "AWS IoT can assume no role by any other text, and refuses the destination.",
    fix: `Give the role's ARN, such as ${ROLE_ARN}, or the \`arn\` output of the role.`,
    source: VPC_DESTINATION_API,
    check: (destination) => {
        const arn = destination.value("roleArn");
        const path = destination.pathOf("roleArn");
        if (isUnknown(arn)) return undetermined(path);
        if (arn === undefined || arn === "") return undefined;
        const account = typeof arn === "string" ? ROLE.exec(arn)?.[1] : undefined;
        const isLong = typeof arn === "string" && arn.length > 2048;
        if (account !== undefined && !isLong && (account.length === 12 || isPlaceholderAccount(account)))
            return undefined;
        const found = isLong ? `has ${arn.length} characters` : `is ${show(arn)}, not the ARN of a role`;
        return violation(path, `roleArn ${found}`);
    },
    examples: {
        valid: [
            { title: "a role", stack: withDestination({ roleArn: ROLE_ARN }) },
            {
                title: "a role with a path",
                stack: withDestination({ roleArn: ROLE_ARN.replace(":role/", ":role/service/") }),
            },
            { title: "a role that is yet to be made", stack: withDestination({ roleArn: UNKNOWN }) },
        ],
        invalid: [
            { title: "a role's name", stack: withDestination({ roleArn: "iot-kafka-interfaces" }) },
            { title: "a policy", stack: withDestination({ roleArn: ROLE_ARN.replace(":role/", ":policy/") }) },
            { title: "a name with angle brackets", stack: withDestination({ roleArn: `${ROLE_ARN}<name>` }) },
            { title: "11 digits of an account", stack: withDestination({ roleArn: ROLE_ARN.replace("::2", "::") }) },
            { title: "2049 characters", stack: withDestination({ roleArn: ROLE_ARN.padEnd(2049, "a") }) },
        ],
    },
});
