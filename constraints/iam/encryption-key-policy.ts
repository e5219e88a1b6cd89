import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { KAFKA_ACTION_REQUIREMENTS } from "../core/source";
import { undetermined, type Verdict } from "../core/verdict";
import { CLUSTER_ARN, cluster } from "../examples/clusters";
import { allow, policy, withErrorRole } from "../examples/roles";
import { ACCOUNT, stackOf } from "../examples/rules";
import { type Answer, allOf, anyOf } from "../facts/answers";
import { keyPolicyOf, keyStatementsOf } from "../facts/keyPolicy";
import { matchesAction } from "../facts/permissions";
import type { PolicyStatement } from "../facts/policyDocument";
import { isEveryone } from "../facts/trust";
import { at } from "./rights";

const KEY_ARN = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d`;
const ADMINISTRATION = allow("kms:*", { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } });
const LOGGING = allow(["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*"], {
    Principal: { Service: "logs.us-east-1.amazonaws.com" },
});

export const encryptionKeyPolicy = defineConstraint({
    id: "encryption-key-policy",
    subject: "encryptionKey",
    joins: true,
    requirements: ["IAM-KMS-01"],
    level: "advisory",
    severity: "medium",
    what: "The policy of a customer managed key lets those use it that encrypt with it: CloudWatch Logs for a log group, and Amazon MSK by a grant for a cluster.",
    why: "The service must have permission to use the key on your behalf; otherwise the cluster or the log group is refused, or can no longer be read.",
    fix: "Add the service logs.REGION.amazonaws.com to the key's policy for a log group; leave kms:CreateGrant to the account for a cluster.",
    source: KAFKA_ACTION_REQUIREMENTS,
    check: (key): readonly Verdict[] => {
        const policy = keyPolicyOf(key.stack, key.resource);
        const place = policy === undefined ? { on: key.resource, path: [] } : { on: policy.resource, path: policy.at };
        const statements = policy === undefined ? [] : keyStatementsOf(policy);
        const lacking: string[] = [];
        const open: string[] = [];
        const note = (answer: Answer, what: string) => {
            if (answer === false) lacking.push(what);
            else if (isUnknown(answer)) open.push(what);
        };
        if (key.logGroups.length > 0) {
            const answer = isUnknown(statements) ? UNKNOWN : anyOf(statements.map(letsLogsIn));
            note(answer, "CloudWatch Logs use it for the log group of errors");
        }
        // The default policy leaves everything to the account.
        if (key.clusters.length > 0 && policy !== undefined) {
            const answer = isUnknown(statements) ? UNKNOWN : anyOf(statements.map(letsGrant));
            note(answer, "anyone grant its use to the cluster, by kms:CreateGrant");
        }
        return [
            ...lacking.map((what) => at(place, `The policy of ${key.name} does not let ${what}`)),
            ...open.map((what) =>
                undetermined(place.path, `whether it lets ${what} is not known yet`, { on: place.on }),
            ),
        ];
    },
    examples: {
        valid: [
            {
                title: "a log group's key with CloudWatch Logs in its policy",
                stack: withLogs(policy(ADMINISTRATION, LOGGING)),
            },
            { title: "a cluster's key with the default policy", stack: withCluster() },
            { title: "a cluster's key that the account administers", stack: withCluster(policy(ADMINISTRATION)) },
            { title: "a policy that is not known yet", stack: withLogs(UNKNOWN) },
        ],
        invalid: [
            { title: "a log group's key with the default policy", stack: withLogs() },
            { title: "a log group's key that the account alone may use", stack: withLogs(policy(ADMINISTRATION)) },
            {
                title: "a cluster's key that nobody may grant",
                stack: withCluster(policy({ ...ADMINISTRATION, Action: ["kms:Describe*", "kms:Decrypt"] })),
            },
        ],
    },
});

function letsLogsIn({ effect, principals, actions }: PolicyStatement): Answer {
    if (effect === "Deny" || principals === undefined) return false;
    if (isUnknown(principals)) return UNKNOWN;
    const isLogs = anyOf(
        principals.map((one): Answer => {
            if (isEveryone(one)) return true;
            if (one.type.toLowerCase() !== "service") return false;
            return isUnknown(one.value)
                ? UNKNOWN
                : /^logs\.(?:[a-z0-9-]{1,30}\.)?amazonaws\.com(?:\.cn)?$/.test(one.value);
        }),
    );
    return allOf([isLogs, matchesAction(actions, "kms:GenerateDataKey")]);
}

function letsGrant({ effect, principals, actions }: PolicyStatement): Answer {
    if (effect === "Deny" || principals === undefined) return false;
    return isUnknown(principals) ? UNKNOWN : matchesAction(actions, "kms:CreateGrant");
}

function keyWith(document: unknown) {
    return {
        kind: "key" as const,
        id: "key",
        name: "plant-key",
        values: { arn: KEY_ARN, ...(document === undefined ? {} : { policy: document }) },
    };
}

function withLogs(document?: unknown) {
    const logs = withErrorRole({ cloudwatchLogs: { logGroupName: "plant-errors", roleArn: "" } });
    const [rule] = logs.resources.filter(({ kind }) => kind === "topicRule");
    const group = {
        kind: "logGroup" as const,
        id: "group",
        name: "errors",
        values: { name: "plant-errors", kmsKeyId: KEY_ARN, retentionInDays: 30 },
    };
    return stackOf(keyWith(document), group, rule!);
}

function withCluster(document?: unknown) {
    return stackOf(
        keyWith(document),
        cluster({ arn: CLUSTER_ARN, encryptionInfo: { encryptionAtRestKmsKeyArn: KEY_ARN } }),
    );
}
