import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { iotGuide } from "../core/source";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { isPlaceholderAccount } from "../data/placeholders";
import { destination, ROLE_ARN, withDestination } from "../examples/destinations";
import { stackOf } from "../examples/rules";
import type { Destination } from "../facts/destination";
import { accountOf } from "../facts/roles";
import type { ResourceFacts, ResourceKind } from "../facts/stack";

export const destinationSamePlace = defineConstraint({
    id: "destination-same-place",
    subject: "destination",
    joins: true,
    requirements: ["DEST-SAME-02", "IAM-PASS-02"],
    level: "mandatory",
    severity: "high",
    what: "A destination, its role and its network are in one account and one Region.",
    why: "AWS IoT refuses a role of another account, and finds no subnet or group of another Region.",
    fix: "Make all of them in the account and Region of the rule.",
    source: iotGuide("pass-role"),
    check: (destination) => [...judgeRole(destination), ...judgeNetwork(destination)],
    examples: {
        valid: [
            { title: "a role of the same account", stack: withDestination({ roleArn: ROLE_ARN }) },
            { title: "a subnet of the same Region", stack: withSubnet("us-east-1") },
            { title: "a subnet of a Region that is not known yet", stack: withSubnet(UNKNOWN) },
        ],
        invalid: [
            {
                title: "a role of another account",
                stack: withDestination({ roleArn: "arn:aws:iam::310987654321:role/iot-kafka-interfaces" }),
            },
            { title: "a subnet of another Region", stack: withSubnet("eu-west-1") },
        ],
    },
});

function judgeRole(destination: Destination): Verdict[] {
    const account = accountOf(destination.value("roleArn"));
    const own = destination.stack.facts.account;
    if (account === undefined || own === undefined || account === own || account.length !== 12) return [];
    const path = destination.pathOf("roleArn");
    if (isPlaceholderAccount(account)) return [undetermined(path, "the account is a placeholder of the AWS pages")];
    if (isUnknown(own) || isPlaceholderAccount(own)) return [undetermined(path, "the account is not known yet")];
    return [
        violation(path, `The role belongs to account ${account}, the destination to ${own}`, {
            requirements: ["DEST-SAME-02", "IAM-PASS-02"],
        }),
    ];
}

const NETWORK: readonly { readonly kind: ResourceKind; readonly member: string }[] = [
    { kind: "vpc", member: "vpcId" },
    { kind: "subnet", member: "subnetIds" },
    { kind: "securityGroup", member: "securityGroups" },
];

function judgeNetwork(destination: Destination): Verdict[] {
    const { stack, resource, region } = destination;
    if (region === undefined) return [];
    return NETWORK.flatMap(({ kind, member }): Verdict[] => {
        const path = destination.pathOf(member);
        const given = destination.value(member);
        const used = stack.referenced(resource, "vpcConfiguration", Array.isArray(given) ? given : [given], kind);
        const open = used.some((other) => isUnknown(stack.regionOf(other)));
        const wrong = used.filter((other) => {
            const where = stack.regionOf(other);
            return typeof where === "string" && typeof region === "string" && where !== region;
        });
        if (wrong.length > 0) {
            const names = wrong.map((other) => `${other.name ?? other.id} in ${String(stack.regionOf(other))}`);
            return [
                violation(path, `The destination is in ${String(region)}, but ${names.join(", ")}`, {
                    requirements: ["DEST-SAME-02"],
                }),
            ];
        }
        return open || (isUnknown(region) && used.length > 0)
            ? [undetermined(path, "the Region is not known yet")]
            : [];
    });
}

function withSubnet(region: unknown) {
    const subnet: ResourceFacts = { kind: "subnet", id: "subnet", name: "subnet", values: { region } };
    return stackOf(subnet, destination("plant", { references: { vpcConfiguration: ["subnet"] } }));
}
