import { defineConstraint } from "../core/constraint";
import { isUnknown, member, UNKNOWN } from "../core/known";
import { KAFKA_ACTION_EXAMPLES } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { inNewVpc, withDestination } from "../examples/destinations";
import { vpcOf } from "../facts/network";

export const destinationDnsSupport = defineConstraint({
    id: "destination-dns-support",
    subject: "destination",
    joins: true,
    requirements: ["VPC-DNS-01"],
    level: "mandatory",
    severity: "high",
    what: "DNS resolution is on in the VPC of a destination.",
    why: "The names of brokers and of the key distribution center cannot be resolved without it.",
    fix: "Write `enableDnsSupport: true` in the VPC, or leave it out.",
    source: KAFKA_ACTION_EXAMPLES,
    check: (destination) => {
        const vpc = vpcOf(destination);
        const support = vpc && member(vpc.values, "enableDnsSupport");
        if (isUnknown(support)) return undetermined(destination.pathOf("vpcId"), "whether DNS is on is not known yet");
        if (support !== false) return undefined;
        return violation(destination.pathOf("vpcId"), `DNS resolution is off in ${vpc?.name ?? vpc?.id}`);
    },
    examples: {
        valid: [
            { title: "DNS resolution by default", stack: inNewVpc({}) },
            { title: "what is not known yet", stack: inNewVpc({ enableDnsSupport: UNKNOWN }) },
            { title: "a VPC of another stack", stack: withDestination({}) },
        ],
        invalid: [{ title: "DNS resolution switched off", stack: inNewVpc({ enableDnsSupport: false }) }],
    },
});
