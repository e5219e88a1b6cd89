import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { KAFKA_ACTION_REQUIREMENTS } from "../core/source";
import type { Verdict } from "../core/verdict";
import { allow, EIGHT, NARROW, policy, withInterfacePolicies, withInterfaceRole } from "../examples/roles";
import type { IotRole } from "../facts/iotRole";
import { statementsOf } from "../facts/roleDocuments";
import { at } from "./rights";

const MANAGED = /^arn:[a-z-]+:iam::aws:policy\/(AdministratorAccess|PowerUserAccess|AmazonEC2FullAccess)$/;

export const interfaceRoleWide = defineConstraint({
    id: "interface-role-wide",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-ENI-06"],
    level: "advisory",
    severity: "medium",
    what: "The role of a destination is allowed the actions that it needs, not all of EC2 or of AWS.",
    why: "Whoever makes a destination with this role reaches all that it may do; eight actions, and ec2:CreateTags, are enough.",
    fix: "Allow the eight actions of the founding page, or the narrow form of the VPC destination page, instead.",
    source: KAFKA_ACTION_REQUIREMENTS,
    check: (role): readonly Verdict[] =>
        role.uses.destinations.length === 0 ? [] : [...wideStatements(role), ...wideAttachments(role)],
    examples: {
        valid: [
            { title: "the founding page's policy", stack: withInterfaceRole(policy(allow(EIGHT))) },
            { title: "the narrow policy of the destination's page", stack: withInterfaceRole(NARROW) },
            { title: "reading with a wildcard", stack: withInterfaceRole(policy(allow([...EIGHT, "ec2:Describe*"]))) },
        ],
        invalid: [
            { title: "all of EC2", stack: withInterfaceRole(policy(allow("ec2:*"))) },
            { title: "everything", stack: withInterfaceRole(policy(allow("*"))) },
            {
                title: "AWS's administrator access",
                stack: withInterfacePolicies([], {
                    managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
                }),
            },
        ],
    },
});

function wideStatements(role: IotRole): Verdict[] {
    return role.documents.flatMap((document) =>
        statementsOf(document).flatMap((statement): Verdict[] => {
            const { excluding, values } = statement.actions;
            if (statement.effect !== "Allow" || isUnknown(values)) return [];
            const wide = excluding ? "everything but some actions" : values.find(isAll);
            if (typeof wide !== "string") return [];
            const place = { on: document.resource, path: [...document.at, ...statement.path] };
            return [at(place, `${role.name}, the role of a destination, is allowed ${wide}`)];
        }),
    );
}

function isAll(action: unknown): boolean {
    return typeof action === "string" && /^(?:\*|(?:ec2|\*):\*)$/i.test(action);
}

function wideAttachments(role: IotRole): Verdict[] {
    return role.managedPolicies.flatMap(({ on, path, arn }): Verdict[] => {
        const name = MANAGED.exec(arn)?.[1];
        return name === undefined
            ? []
            : [at({ on, path }, `${role.name}, the role of a destination, has AWS's ${name}`)];
    });
}
