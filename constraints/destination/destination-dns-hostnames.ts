import { defineConstraint } from "../core/constraint";
import { isUnknown, member } from "../core/known";
import { page } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { inNewVpc, withDestination } from "../examples/destinations";
import { vpcOf } from "../facts/network";

export const destinationDnsHostnames = defineConstraint({
    id: "destination-dns-hostnames",
    subject: "destination",
    joins: true,
    requirements: ["VPC-DNS-02"],
    level: "advisory",
    severity: "medium",
    what: "DNS host names are on in the VPC of a destination.",
    why: "Private hosted zones need them, and they are off unless they are switched on.",
    fix: "Write `enableDnsHostnames: true` in the VPC.",
    source: page("Using DNS with your VPC", "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html"),
    check: (destination) => {
        const vpc = vpcOf(destination);
        if (vpc === undefined) return undefined;
        const names = member(vpc.values, "enableDnsHostnames");
        if (isUnknown(names))
            return undetermined(destination.pathOf("vpcId"), "whether host names are on is not known yet");
        return names === true
            ? undefined
            : violation(destination.pathOf("vpcId"), `DNS host names are off in ${vpc.name ?? vpc.id}`);
    },
    examples: {
        valid: [
            { title: "host names", stack: inNewVpc({ enableDnsHostnames: true }) },
            { title: "a VPC of another stack", stack: withDestination({}) },
        ],
        invalid: [{ title: "the default", stack: inNewVpc({ enableDnsHostnames: undefined }) }],
    },
});
