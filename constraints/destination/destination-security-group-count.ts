import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { numberOption } from "../core/options";
import { page } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { withDestination } from "../examples/destinations";

const groups = (count: number) => Array.from({ length: count }, (_, index) => `sg-0a1b2c3d4e5f6071${index}`);

export const destinationSecurityGroupCount = defineConstraint({
    id: "destination-security-group-count",
    subject: "destination",
    requirements: ["DEST-SG-03"],
    level: "advisory",
    severity: "medium",
    what: "A network interface of the destination has no more security groups than the account's quota.",
    why: "EC2 then refuses to make the interface, and the destination ends in ERROR.",
    fix: "Merge groups, or set the option `maximum` when the account's quota was raised.",
    source: page("Amazon VPC quotas", "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html"),
    options: { maximum: numberOption("Security groups for each network interface; 5 unless the quota was raised.", 5) },
    check: (destination, { maximum }) => {
        const list = destination.list("securityGroups");
        const path = destination.pathOf("securityGroups");
        if (isUnknown(list)) return undetermined(path);
        if (list.length <= maximum) return undefined;
        return violation(path, `There are ${list.length} security groups, more than ${maximum}`);
    },
    examples: {
        valid: [
            { title: "five groups", stack: withDestination({ securityGroups: groups(5) }) },
            {
                title: "six groups under a raised quota",
                stack: withDestination({ securityGroups: groups(6) }),
                options: { maximum: 6 },
            },
        ],
        invalid: [{ title: "six groups", stack: withDestination({ securityGroups: groups(6) }) }],
    },
});
