import { page } from "../../constraints/core/source";
import { VPC_DESTINATION } from "../../constraints/destination/pages";
import { DELETE_SECRET } from "../../constraints/secret/pages";
import type { KnownFailure } from "./failure";

const LOG_ENCRYPTION = page(
    "Encrypt log data with AWS KMS",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
);
const PRINCIPALS = page(
    "Troubleshoot IAM policies",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html",
);
const NETWORK_INTERFACES = [
    "aws:ec2/securityGroup:SecurityGroup",
    "aws:ec2/subnet:Subnet",
    "aws:ec2/vpc:Vpc",
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
];

/** What Secrets Manager, AWS KMS, IAM, CloudWatch Logs and Amazon EC2 are known to answer. */
export const ACCOUNT_FAILURES: readonly KnownFailure[] = [
    {
        types: ["aws:secretsmanager/secret:Secret"],
        operations: ["create"],
        says: /scheduled for deletion/i,
        causes: ["A secret of this name was deleted with a recovery window that is not over yet."],
        remedy:
            "Restore or delete it for good: `aws secretsmanager delete-secret --force-delete-without-recovery --secret-id NAME`. " +
            "With `recoveryWindowInDays: 0` the name is free at once.",
        source: DELETE_SECRET,
    },
    {
        types: ["aws:cloudwatch/logGroup:LogGroup"],
        operations: ["create", "update"],
        says: /KMS|key/i,
        causes: [
            "The key's policy is seconds old, and CloudWatch Logs does not see it yet.",
            "The key's policy does not let CloudWatch Logs of this Region use it for this log group.",
        ],
        remedy: "Wait a minute. A key that was given needs the statement of the page below.",
        source: LOG_ENCRYPTION,
    },
    {
        types: ["aws:kms/key:Key", "aws:secretsmanager/secretPolicy:SecretPolicy"],
        says: /MalformedPolicy|invalid principal/i,
        causes: ["The policy names a role or user that does not exist yet, or no longer."],
        remedy: "Wait a minute; then look for a deleted role or user in the policy.",
        source: PRINCIPALS,
    },
    {
        types: NETWORK_INTERFACES,
        operations: ["delete"],
        says: /DependencyViolation|dependent object|in use|has dependencies/i,
        causes: [
            "Network interfaces that AWS IoT or Amazon MSK have made are still there; they go some minutes after their destination or cluster.",
            "Something outside this stack stands in the network.",
        ],
        remedy:
            "Wait some minutes. Interfaces that stay belong to a destination that hangs in DELETING: give its role the " +
            "permissions back, or delete them in the Amazon EC2 console.",
        source: VPC_DESTINATION,
    },
    {
        types: ["aws:ec2/subnet:Subnet", "aws:ec2/vpc:Vpc"],
        operations: ["create"],
        says: /Conflict|CIDR|InvalidSubnet|Range/i,
        causes: ["The addresses overlap with those of something that exists in the VPC."],
        remedy: "Give a network that exists, or free the addresses.",
        source: page("Subnet CIDR blocks", "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html"),
    },
];
