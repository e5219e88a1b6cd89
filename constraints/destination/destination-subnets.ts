import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { violation } from "../core/verdict";
import { withDestination } from "../examples/destinations";
import { VPC_DESTINATION } from "./pages";

export const destinationSubnets = defineConstraint({
    id: "destination-subnets",
    subject: "destination",
    requirements: ["DEST-SUB-01"],
    level: "mandatory",
    severity: "high",
    what: "A VPC destination has at least one subnet.",
    why: "AWS IoT makes one network interface in each listed subnet; without any there is no way into the VPC.",
    fix: "List a subnet in each Availability Zone that has brokers.",
    source: VPC_DESTINATION,
    check: (destination) => {
        const ids = destination.value("subnetIds");
        if (!Array.isArray(ids) || ids.length > 0) return undefined;
        return violation(destination.pathOf("subnetIds"), "subnetIds is an empty list");
    },
    examples: {
        valid: [
            { title: "two subnets", stack: withDestination({}) },
            { title: "a subnet that is yet to be made", stack: withDestination({ subnetIds: [UNKNOWN] }) },
        ],
        invalid: [{ title: "no subnet", stack: withDestination({ subnetIds: [] }) }],
    },
});
