import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { groupRule, inline, network } from "../examples/networks";
import { isEverywhere } from "../facts/blocks";
import { opensSome } from "../facts/permits";
import { HIGHEST_PORT, LOWEST_PORT } from "../facts/targets";
import { VPC_DESTINATION } from "./pages";

const WITHIN = [UNKNOWN];

export const brokerPortsPublic = defineConstraint({
    id: "broker-ports-public",
    subject: "securityRule",
    joins: true,
    requirements: ["SG-KAFKA-05"],
    level: "advisory",
    severity: "high",
    what: "No security group of a destination or of brokers lets the whole internet in on the ports of Kafka.",
    why: "Whoever finds a way to such an address, a public one above all, may try to log in; neither AWS IoT nor clients in the VPC need it.",
    fix: "Let in the groups or the blocks of the clients in place of 0.0.0.0/0 and ::/0.",
    source: VPC_DESTINATION,
    check: ({ rule }): Verdict[] => {
        if (rule.direction !== "ingress") return [];
        const opened = opensSome(rule, "tcp", LOWEST_PORT, HIGHEST_PORT);
        if (opened === false) return [];
        return rule.peers.flatMap((peer): Verdict[] => {
            if (peer.kind !== "block") return [];
            if (isUnknown(peer.block)) return [undetermined(peer.path)];
            if (!isEverywhere(peer.block)) return [];
            if (isUnknown(opened)) return [undetermined(rule.path, "the ports are not known yet")];
            const block = peer.block.bits === 32 ? "0.0.0.0/0" : "::/0";
            return [violation(peer.path, `${block} is let in on ports from ${LOWEST_PORT} to ${HIGHEST_PORT}`)];
        });
    },
    examples: {
        valid: [
            { title: "the VPC", stack: network({ brokers: { ingress: [inline({ cidrBlocks: ["10.0.0.0/16"] })] } }) },
            {
                title: "the internet on another port",
                stack: network({
                    brokers: {
                        ingress: [
                            inline({ securityGroups: WITHIN }),
                            inline({ fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }),
                        ],
                    },
                }),
            },
            {
                title: "the internet outwards",
                stack: network({ interfaces: { egress: [inline({ cidrBlocks: ["0.0.0.0/0"] })] } }),
            },
            {
                title: "a group that neither a destination nor a cluster uses",
                stack: network({
                    more: [
                        {
                            kind: "securityGroup",
                            id: "other",
                            values: { ingress: [inline({ cidrBlocks: ["0.0.0.0/0"] })] },
                        },
                    ],
                }),
            },
        ],
        invalid: [
            {
                title: "the internet on the port of the brokers",
                stack: network({ brokers: { ingress: [inline({ cidrBlocks: ["0.0.0.0/0"] })] } }),
            },
            {
                title: "all of IPv6 on every port",
                stack: network({
                    more: [groupRule("Ingress", "brokers", { ipProtocol: "-1", cidrIpv6: "::/0" })],
                }),
            },
            {
                title: "the internet towards the interfaces of a destination",
                stack: network({
                    interfaces: { ingress: [inline({ fromPort: 9000, toPort: 9100, cidrBlocks: ["0.0.0.0/0"] })] },
                }),
            },
        ],
    },
});
