import { defineConstraint } from "../core/constraint";
import type { Verdict } from "../core/verdict";
import { allow, EIGHT, NARROW, policy, rights, withInterfacePolicies, withInterfaceRole } from "../examples/roles";
import { interfaceRights } from "../facts/interfaceRights";
import { EVALUATION } from "./pages";
import { allOfThem, at, deniedFor } from "./rights";

const ROLE = "iot-kafka-interfaces";
const ALLOWED = policy(allow(EIGHT));
const BOUNDARY = "arn:aws:iam::209876543210:policy/boundary";

export const interfaceRoleDenied = defineConstraint({
    id: "interface-role-denied",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-ENI-05"],
    level: "mandatory",
    severity: "high",
    what: "Neither a Deny nor the permissions boundary takes from the role of a destination what its policies allow.",
    why: "A Deny wins over every Allow, and a boundary limits them; AWS IoT cannot make its interfaces, or later loses them and disables the destination.",
    fix: "Take these actions out of the Deny, or add them to the permissions boundary.",
    source: EVALUATION,
    check: (role): readonly Verdict[] => {
        if (role.uses.destinations.length === 0) return [];
        const decisions = interfaceRights(role, "present");
        const verdicts: Verdict[] = [];
        const denying = new Set([...decisions.values()].flatMap(({ by }) => (by === undefined ? [] : [by])));
        for (const statement of denying) {
            const denied = [...decisions].filter(([, { by }]) => by === statement).map(([action]) => action);
            verdicts.push(at(role.placeOf(statement), `A statement denies ${role.name} ${allOfThem(denied)}`));
        }
        const beyond = deniedFor(decisions, "boundary");
        if (beyond.length > 0) {
            const found = `The permissions boundary of ${role.name} does not allow ${allOfThem(beyond)}`;
            verdicts.push(at({ on: role.resource, path: ["permissionsBoundary"] }, found));
        }
        return verdicts;
    },
    examples: {
        valid: [
            {
                title: "a Deny of something else",
                stack: withInterfaceRole(policy(allow(EIGHT), deny("ec2:RunInstances"))),
            },
            {
                title: "a Deny outside the Region",
                stack: withInterfaceRole(
                    policy(
                        allow(EIGHT),
                        deny("*", { Condition: { StringNotEquals: { "aws:RequestedRegion": ["us-east-1"] } } }),
                    ),
                ),
            },
            { title: "a boundary that allows them", stack: withBoundary(policy(allow("ec2:*"))) },
            {
                title: "a boundary of another stack",
                stack: withInterfaceRole(ALLOWED, { permissionsBoundary: BOUNDARY }),
            },
        ],
        invalid: [
            {
                title: "a Deny of one action",
                stack: withInterfaceRole(policy(allow(EIGHT), deny("ec2:DeleteNetworkInterface"))),
            },
            {
                title: "a Deny of everything that is not named",
                stack: withInterfaceRole(
                    policy(allow(EIGHT), { Effect: "Deny", NotAction: ["ec2:Describe*"], Resource: "*" }),
                ),
            },
            {
                title: "a Deny in a second policy",
                stack: withInterfacePolicies([
                    rights(ROLE, NARROW, "interfaces"),
                    rights(ROLE, policy(deny("ec2:Create*")), "limits"),
                ]),
            },
            { title: "a boundary without EC2", stack: withBoundary(policy(allow("secretsmanager:*"))) },
        ],
    },
});

function deny(Action: string, more: Record<string, unknown> = {}) {
    return { ...allow(Action, more), Effect: "Deny" };
}

function withBoundary(document: string) {
    const { resources, ...stack } = withInterfaceRole(ALLOWED, { permissionsBoundary: BOUNDARY });
    const boundary = {
        kind: "policy" as const,
        id: "boundary",
        name: "boundary",
        values: { name: "boundary", policy: document },
    };
    return { ...stack, resources: [boundary, ...resources] };
}
