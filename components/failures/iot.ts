import { iotGuide, KAFKA_ACTION_REQUIREMENTS } from "../../constraints/core/source";
import { IOT_QUOTAS, VPC_DESTINATION } from "../../constraints/destination/pages";
import { ROLE_FOR_RULES } from "../../constraints/iam/pages";
import { KAFKA_DESTINATION } from "../../constraints/observability/pages";
import type { KnownFailure } from "./failure";

const RULE = "aws:iot/topicRule:TopicRule";
const DESTINATION = "aws:iot/topicRuleDestination:TopicRuleDestination";

export const PASS_ROLE = iotGuide("pass-role");

/** What AWS IoT is known to answer. */
export const IOT_FAILURES: readonly KnownFailure[] = [
    {
        types: [DESTINATION],
        operations: ["create", "update"],
        says: /sts:AssumeRole|assume the role|unable to assume|Missing permission/i,
        causes: [
            "The role is seconds old, and AWS IoT does not see it everywhere yet.",
            "The role does not trust iot.amazonaws.com, or only for another account or Region.",
            "Whoever deploys may not pass the role to AWS IoT (iam:PassRole).",
            "One of the actions on network interfaces is missing in the role's policies.",
        ],
        remedy:
            "Wait a minute. A role that was given must trust iot.amazonaws.com and have the actions of the page below; " +
            "name its policies in `dependsOn` of the component.",
        source: KAFKA_ACTION_REQUIREMENTS,
    },
    {
        types: [DESTINATION],
        operations: ["create", "update"],
        says: /state '?ERROR|statusReason/,
        causes: [
            "A subnet has no free address left.",
            "A subnet lies in the zone use1-az3, or not in the VPC that is named.",
            "The role may not make network interfaces, or a condition on their tag denies it (ec2:CreateTags is missing).",
            "A security group or subnet has been deleted meanwhile.",
        ],
        remedy:
            "Mend what the last error in AWS's message names. The destination stays in the state, ended in ERROR and useless, " +
            "and counts against the quota of five, until the next `pulumi up` replaces it.",
        source: VPC_DESTINATION,
    },
    {
        types: [DESTINATION],
        operations: ["create"],
        says: /LimitExceeded|At most \d+ VPC destinations/i,
        causes: [
            "The account has five VPC destinations in this Region already, those that are broken or being deleted included.",
        ],
        remedy: "Use a destination that exists (`destination: { existingArn }`), delete one that nobody uses, or ask for a higher quota.",
        source: IOT_QUOTAS,
    },
    {
        types: [DESTINATION],
        operations: ["delete"],
        says: /DELETING|being deleted|still.*use|in use|ConflictingResource/i,
        causes: [
            "The role, its policies or the group's rules were deleted before the destination, so that AWS IoT cannot remove its network interfaces.",
            "A rule of another stack still uses the destination.",
        ],
        remedy:
            "Give the role its permissions back, delete what still uses the destination, and wait until it is gone: its network " +
            "interfaces keep subnets and security groups from being deleted.",
        source: KAFKA_DESTINATION,
    },
    {
        types: [RULE],
        operations: ["create", "update"],
        says: /destination/i,
        causes: [
            "The destination has been deleted, lies in another Region, or did not become ENABLED.",
            "The destination's ARN is that of another account.",
        ],
        remedy: "Look at the destination's state in the AWS IoT console. A broken one is replaced when it is this stack's.",
        source: VPC_DESTINATION,
    },
    {
        types: [RULE],
        operations: ["create", "update"],
        says: /assume|sts:AssumeRole|roleArn/i,
        causes: [
            "A role of an action is seconds old, and AWS IoT does not see it everywhere yet.",
            "A role does not trust iot.amazonaws.com.",
            "Whoever deploys may not pass the role to AWS IoT (iam:PassRole).",
        ],
        remedy: "Wait a minute. A role that was given must trust iot.amazonaws.com.",
        source: ROLE_FOR_RULES,
    },
    {
        types: [RULE],
        operations: ["create", "update"],
        says: /SqlParse|SQL|InvalidRequest/i,
        causes: ["AWS IoT refuses the SQL statement or a setting of an action that no documentation told of."],
        remedy: "Change the argument that the message names; `npx iot-kafka check` tells what is documented of it.",
        source: iotGuide("iot-sql-reference"),
    },
];
