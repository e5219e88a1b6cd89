import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { page } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { destination, role, rolePolicy } from "../examples/destinations";
import { stackOf } from "../examples/rules";
import { policiesOf, roleIn } from "../facts/roles";

const attachment = { ...rolePolicy("attachment"), kind: "rolePolicyAttachment" as const };

export const destinationDeletionOrder = defineConstraint({
    id: "destination-deletion-order",
    subject: "destination",
    joins: true,
    requirements: ["DEST-DEL-01", "IAM-PROP-01"],
    level: "mandatory",
    severity: "high",
    what: "A VPC destination depends on every policy of its role.",
    why: "If a policy is deleted first, AWS IoT can no longer remove its network interfaces: the destination hangs in DELETING, and its subnets and groups cannot be deleted. And if it comes later, the destination is made before its role may do anything.",
    fix: "Add the policies to the destination's `dependsOn`.",
    source: page(
        "Deleting a destination whose role is gone",
        "https://github.com/hashicorp/terraform-provider-aws/issues/26567",
    ),
    check: (destination) => {
        const { stack, resource } = destination;
        const arn = destination.value("roleArn");
        const made = roleIn(stack, resource, "vpcConfiguration", arn);
        if (made === undefined) {
            const isOpen = isUnknown(arn) && resource.references === undefined && stack.ofKind("role").length > 0;
            return isOpen
                ? undetermined(destination.pathOf("roleArn"), "which role it is is not known yet")
                : undefined;
        }
        const policies = policiesOf(stack, made);
        if (policies.length === 0) return undefined;
        const dependencies = stack.allDependencies(resource);
        if (dependencies === undefined) return undetermined([], "the order of the resources is not known");
        const missing = policies.filter(({ id }) => !dependencies.has(id)).map(({ id, name }) => name ?? id);
        if (missing.length === 0) return undefined;
        return violation(
            [],
            `The destination does not depend on ${missing.join(", ")}, which its role ${made.name ?? made.id} needs`,
            {
                fix: `Add ${missing.join(", ")} to the destination's \`dependsOn\`.`,
            },
        );
    },
    examples: {
        valid: [
            {
                title: "a dependency on each policy",
                stack: stackOf(
                    role(),
                    rolePolicy("policy"),
                    attachment,
                    destination("plant", { dependencies: ["interfaces", "policy", "attachment"] }),
                ),
            },
            {
                title: "a dependency over another resource",
                stack: stackOf(
                    role(),
                    rolePolicy("policy"),
                    { kind: "securityGroup", id: "group", values: {}, dependencies: ["policy"] },
                    destination("plant", { dependencies: ["group"] }),
                ),
            },
            { title: "a role of another stack", stack: stackOf(destination("plant", { dependencies: [] })) },
        ],
        invalid: [
            {
                title: "a dependency on the role alone",
                stack: stackOf(role(), rolePolicy("policy"), destination("plant", { dependencies: ["interfaces"] })),
            },
            {
                title: "a dependency on one policy of two",
                stack: stackOf(
                    role(),
                    rolePolicy("policy"),
                    attachment,
                    destination("plant", { dependencies: ["interfaces", "policy"] }),
                ),
            },
        ],
    },
});
