import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { iotGuide } from "../core/source";
import type { Verdict } from "../core/verdict";
import { allow, ERROR_QUEUE, ERROR_ROLE, policy, withErrorRole } from "../examples/roles";
import { ACCOUNT } from "../examples/rules";
import { errorRights } from "../facts/errorTargets";
import type { IotRole } from "../facts/iotRole";
import type { ErrorUse } from "../facts/roleUses";
import { allOfThem, at, deniedFor, leftOpen, missing, open } from "./rights";

const LOGS = { cloudwatchLogs: { logGroupName: "errors", roleArn: ERROR_ROLE } };
const BUCKET = { s3: { bucketName: "plant-errors", key: "${topic()}/${timestamp()}", roleArn: ERROR_ROLE } };
const LOGGING = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"];

export const errorActionRole = defineConstraint({
    id: "error-action-role",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-ERR-01"],
    level: "mandatory",
    severity: "high",
    what: "The role of an error action may write to the action's target.",
    why: "Otherwise the error action fails like the action before it, and the message is lost.",
    fix: "Allow the action on the target in a policy of the role.",
    source: iotGuide("iot-rule-actions"),
    check: (role): readonly Verdict[] => {
        const seen = new Set<string>();
        return role.uses.errors.flatMap((use) => {
            const target = JSON.stringify([use.kind, use.values], (_name, value) => (value === UNKNOWN ? null : value));
            if (seen.has(target)) return [];
            seen.add(target);
            return judge(role, use);
        });
    },
    examples: {
        valid: [
            {
                title: "the three rights of CloudWatch Logs",
                stack: withErrorRole(
                    LOGS,
                    policy(allow(LOGGING, { Resource: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:errors:*` })),
                ),
            },
            {
                title: "the right to send to the queue",
                stack: withErrorRole(
                    ERROR_QUEUE,
                    policy(allow("sqs:SendMessage", { Resource: `arn:aws:sqs:us-east-1:${ACCOUNT}:errors` })),
                ),
            },
            {
                title: "the right to put objects into the bucket",
                stack: withErrorRole(
                    BUCKET,
                    policy(allow("s3:PutObject", { Resource: "arn:aws:s3:::plant-errors/*" })),
                ),
            },
            {
                title: "AWS's AWSIoTRuleActions",
                stack: withErrorRole(ERROR_QUEUE, undefined, {
                    managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSIoTRuleActions"],
                }),
            },
            { title: "a policy that is not known yet", stack: withErrorRole(ERROR_QUEUE, UNKNOWN) },
        ],
        invalid: [
            {
                title: "CloudWatch Logs without DescribeLogStreams",
                stack: withErrorRole(LOGS, policy(allow(["logs:CreateLogStream", "logs:PutLogEvents"]))),
            },
            {
                title: "a log group without what is in it",
                stack: withErrorRole(
                    LOGS,
                    policy(allow(LOGGING, { Resource: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:errors` })),
                ),
            },
            {
                title: "a bucket without its objects",
                stack: withErrorRole(BUCKET, policy(allow("s3:*", { Resource: "arn:aws:s3:::plant-errors" }))),
            },
            {
                title: "the right to receive from the queue",
                stack: withErrorRole(ERROR_QUEUE, policy(allow("sqs:ReceiveMessage"))),
            },
            {
                title: "another queue",
                stack: withErrorRole(
                    ERROR_QUEUE,
                    policy(allow("sqs:SendMessage", { Resource: `arn:aws:sqs:us-east-1:${ACCOUNT}:others` })),
                ),
            },
            {
                title: "AWS's AWSIoTRuleActions for CloudWatch Logs",
                stack: withErrorRole(LOGS, undefined, {
                    managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSIoTRuleActions"],
                }),
            },
        ],
    },
});

function judge(role: IotRole, use: ErrorUse): Verdict[] {
    const decisions = errorRights(role, use);
    const verdicts: Verdict[] = [];
    const denying = [...decisions].flatMap(([action, { by }]) => (by === undefined ? [] : [{ action, by }]));
    for (const { action, by } of denying) {
        const found = `A statement denies ${role.name} ${action}, which the error action ${use.kind} needs`;
        verdicts.push(at(role.placeOf(by), found, { fix: `Take ${action} out of the Deny.` }));
    }
    const nowhere = deniedFor(decisions, "action", "condition", "boundary");
    const elsewhere = deniedFor(decisions, "resource");
    if (nowhere.length + elsewhere.length > 0) {
        const lacking = [
            ...(nowhere.length > 0 ? [`do not allow ${allOfThem(nowhere)}`] : []),
            ...(elsewhere.length > 0 ? [`allow ${allOfThem(elsewhere)} for other resources than its target`] : []),
        ];
        verdicts.push(
            missing(
                role,
                `The policies of ${role.name}, the role of the error action ${use.kind}, ${allOfThem(lacking)}`,
                {
                    fix: `Allow ${allOfThem([...nowhere, ...elsewhere])} on ${TARGETS[use.kind] ?? "the action's target"} in a policy of ${role.name}.`,
                },
            ),
        );
    }
    return [...verdicts, ...open(role, leftOpen(decisions))];
}

/** What has to stand as the Resource, where people write another. */
const TARGETS: Readonly<Record<string, string>> = {
    cloudwatchLogs: "the log group's ARN followed by :*",
    s3: "the bucket's ARN followed by /*",
};
