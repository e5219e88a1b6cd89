import { randomBytes } from "node:crypto";
import { amount, type Properties, text, texts } from "../../../provider/value";
import { ec2Id } from "../../identifiers";
import { Refusal } from "../../refusal";
import { arn } from "../../scope";
import type { Attempt, ResourceTable } from "../../table";
import { first } from "../common";

const PEERS = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];
const OLD_PEERS = ["cidrBlocks", "ipv6CidrBlocks", "prefixListIds", "sourceSecurityGroupId", "self"];

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html */
export const securityGroupIngressRule = separateRule("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
export const securityGroupEgressRule = separateRule("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");

function separateRule(token: string): ResourceTable {
    return {
        token,
        required: ["ipProtocol", "securityGroupId"],
        taggable: true,
        computed: ["arn", "securityGroupRuleId"],
        replaces: ["securityGroupId"],
        remembers: ["securityGroupId", "referencedSecurityGroupId", "ipProtocol", "fromPort", "toPort", ...PEERS],
        make: ({ scope }) => {
            const id = ec2Id("sgr");
            return { id, outputs: { securityGroupRuleId: id, arn: arn(scope, "ec2", `security-group-rule/${id}`) } };
        },
        refuse: (attempt) =>
            first(
                () => peersProblem(attempt.inputs),
                () => portsProblem(attempt.inputs, text(attempt.inputs, "ipProtocol") ?? ""),
                () => duplicate(attempt, token),
            ),
    };
}

/** The older form, several peers to a rule. */
export const securityGroupRule: ResourceTable = {
    token: "aws:ec2/securityGroupRule:SecurityGroupRule",
    required: ["fromPort", "protocol", "securityGroupId", "toPort", "type"],
    defaults: { self: false },
    computed: ["securityGroupRuleId", "sourceSecurityGroupId"],
    replaces: ["fromPort", "protocol", "securityGroupId", "toPort", "type", ...OLD_PEERS],
    sets: ["cidrBlocks", "ipv6CidrBlocks", "prefixListIds"],
    remembers: ["securityGroupId", "sourceSecurityGroupId", "type", "protocol", "fromPort", "toPort", ...OLD_PEERS],
    make: () => ({
        id: `sgrule-${randomBytes(4).readUInt32BE()}`,
        outputs: { securityGroupRuleId: ec2Id("sgr") },
    }),
    refuse: ({ inputs }) => {
        const given = OLD_PEERS.some(
            (name) => inputs[name] === true || text(inputs, name) || texts(inputs, name).length > 0,
        );
        const type = text(inputs, "type") ?? "";
        return first(
            () =>
                given ? undefined : new Refusal("MissingParameter", `One of ${OLD_PEERS.join(", ")} must be specified`),
            () =>
                ["ingress", "egress"].includes(type)
                    ? undefined
                    : new Refusal("InvalidParameterValue", `Value (${type}) for parameter type is invalid.`),
            () => portsProblem(inputs, text(inputs, "protocol") ?? ""),
        );
    },
};

function peersProblem(inputs: Properties): Refusal | undefined {
    const given = PEERS.filter((name) => text(inputs, name));
    if (given.length === 1) {
        return undefined;
    }
    return given.length === 0
        ? new Refusal("MissingParameter", `One of ${PEERS.join(", ")} must be specified`)
        : new Refusal("InvalidParameterCombination", `Only one of ${given.join(", ")} may be specified`);
}

function portsProblem(inputs: Properties, protocol: string): Refusal | undefined {
    const [from, to] = [amount(inputs, "fromPort"), amount(inputs, "toPort")];
    if (protocol === "-1" || protocol === "all" || protocol.startsWith("icmp")) {
        return undefined;
    }
    if (!/^(tcp|udp|\d{1,3})$/i.test(protocol)) {
        return new Refusal("InvalidParameterValue", `Invalid value '${protocol}' for IP protocol. Unknown protocol.`);
    }
    if (/^(tcp|udp|6|17)$/i.test(protocol) && (from === undefined || to === undefined)) {
        return new Refusal(
            "InvalidParameterValue",
            "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.",
        );
    }
    if (from === undefined || to === undefined) {
        return undefined;
    }
    return from > to || from < 0 || to > 65535
        ? new Refusal("InvalidParameterValue", `Invalid TCP/UDP port range (${from}:${to})`)
        : undefined;
}

function duplicate({ moment, account, scope, inputs }: Attempt, token: string): Refusal | undefined {
    const names = ["securityGroupId", "ipProtocol", "fromPort", "toPort", ...PEERS];
    const exists = account
        .all(token, scope.region)
        .some(({ facts }) => names.every((name) => (facts[name] ?? null) === (inputs[name] ?? null)));
    return moment === "create" && exists
        ? new Refusal("InvalidPermission.Duplicate", "the specified rule already exists in the security group")
        : undefined;
}
