// biome-ignore-all format: a table, one requirement a line

import type { LedgerEntry } from "./ledgerEntry";

/** Roles, their trust and their policies. */
export const IAM_LEDGER = [
    { id: "IAM-ENI-01", fact: "The destination role must allow eight EC2 actions on network interfaces, subnets, VPCs and security groups; wildcards count." },
    { id: "IAM-ENI-02", fact: "The founding page's sample uses Resource *; the Describe actions accept nothing narrower." },
    { id: "IAM-ENI-03", fact: "The VPC destination page has a tighter sample with a ninth action, CreateTags, and a condition on the tag VPCDestinationENI." },
    { id: "IAM-ENI-04", fact: "Trap: the tag condition on CreateNetworkInterfacePermission without CreateTags leaves the interface untagged, so the permission is denied and the destination goes to ERROR." },
    { id: "IAM-ENI-05", fact: "An explicit Deny, a permissions boundary or a missing action makes creation fail or later disables the destination." },
    { id: "IAM-ENI-06", fact: "EC2 full access or administrator access on the destination's role is more than needed." },
    { id: "IAM-SEC-01", fact: "The role in get_secret must allow two actions: secretsmanager:GetSecretValue and secretsmanager:DescribeSecret." },
    { id: "IAM-SEC-02", fact: "The resource must match the full secret ARN, which ends in a hyphen and six random characters." },
    { id: "IAM-SEC-03", fact: "Every secret used in templates must be covered by its role." },
    { id: "IAM-SEC-04", fact: "Resource * for secrets is too wide." },
    { id: "IAM-SEC-05", fact: "If the secret uses a customer managed key, the role also needs kms:Decrypt on that key, and the key policy must let IAM policies apply." },
    { id: "IAM-SEC-06", fact: "One role may serve both purposes (interfaces and secrets); it needs the union.", settled: "not enforced", reason: "It permits one role for both purposes; what the role needs is settled at IAM-ENI-01 and IAM-SEC-01." },
    { id: "IAM-TRUST-01", fact: "The destination's role and the role in get_secret must trust the IoT service." },
    { id: "IAM-TRUST-02", fact: "The action of the trust statement is sts:AssumeRole." },
    { id: "IAM-TRUST-03", fact: "Look-alike principals do not work: credentials.iot.amazonaws.com, iotevents, kafka.amazonaws.com and ec2.amazonaws.com." },
    { id: "IAM-TRUST-04", fact: "A role's trust has no wildcard principal." },
    { id: "IAM-DEPUTY-01", fact: "Conditions on aws:SourceArn and aws:SourceAccount are recommended against the confused deputy." },
    { id: "IAM-DEPUTY-02", fact: "aws:SourceArn is arn:PARTITION:iot:REGION:ACCOUNT:*, compared with ArnLike because of the wildcard." },
    { id: "IAM-DEPUTY-03", fact: "If both keys of the confused deputy are used in a statement, the account must be the same." },
    { id: "IAM-DEPUTY-04", fact: "Region and account of aws:SourceArn must be those of the rule." },
    { id: "IAM-DEPUTY-05", fact: "StringEquals with a wildcard SourceArn never matches; use ArnLike or StringLike." },
    { id: "IAM-DEPUTY-06", fact: "A SourceArn narrowed to the rule ARN breaks the destination (whose ARN has a random id and type ruledestination/vpc); use :*." },
    { id: "IAM-PASS-01", fact: "Whoever creates or replaces the rule or destination needs iam:PassRole for each role.", settled: "not enforced", reason: "The rights of whoever deploys are outside the stack that is judged." },
    { id: "IAM-PASS-02", fact: "Roles must be in the rule's account; the service answers that passing a role across accounts is not allowed." },
    { id: "IAM-PASS-03", fact: "iot:CreateTopicRule is an administrator-level right: its holder can read all data and reach the secrets through templates.", settled: "not enforced", reason: "The rights of whoever deploys are outside the stack that is judged." },
    { id: "IAM-PROP-01", fact: "New roles are not assumable at once; make the destination depend on the policy attachments so that retries succeed." },
    { id: "IAM-ERR-01", fact: "The error action's role needs the right of its target (for example s3:PutObject, sqs:SendMessage, logs:CreateLogStream + PutLogEvents + DescribeLogStreams) and the same trust." },
    { id: "IAM-KMS-01", fact: "If data at rest uses a customer managed key, the service needs permission to use it on the caller's behalf (MSK data key; key of the error action's target)." },
    { id: "IAM-NOKAFKA-01", fact: "kafka-cluster:* permissions do nothing for the IoT action (no IAM authentication); authorisation is by Kafka ACLs." },
    { id: "IAM-POLDOC-01", fact: "Policy documents must be valid JSON objects with at least one statement that has Effect and Action (or NotAction)." },
    { id: "IAM-POLDOC-02", fact: "Version should be the current one; the older 2008-10-17 (also the default when absent) is legal but lacks policy variables." },
] as const satisfies readonly LedgerEntry[];
