import { defineConstraint } from "../core/constraint";
import { member } from "../core/known";
import { iotGuide } from "../core/source";
import { violation } from "../core/verdict";
import { inNewVpc, inVpc, withDestination } from "../examples/destinations";
import { subnetsOf } from "../facts/network";

const REFUSED = "use1-az3";

export const destinationRefusedZone = defineConstraint({
    id: "destination-refused-zone",
    subject: "destination",
    joins: true,
    requirements: ["DEST-SUB-05"],
    level: "mandatory",
    severity: "high",
    what: "No subnet of a destination is in the Availability Zone with the id use1-az3.",
    why: "AWS IoT makes no network interfaces there, and refuses the destination; Amazon MSK refuses the zone, too.",
    fix: "Use a subnet in another Availability Zone.",
    source: iotGuide("kafka-vpc-destination"),
    check: (destination) => {
        const refused = subnetsOf(destination).filter(({ values }) => member(values, "availabilityZoneId") === REFUSED);
        if (refused.length === 0) return undefined;
        const names = refused.map(({ name, id }) => name ?? id).join(", ");
        return violation(destination.pathOf("subnetIds"), `${names} is in the zone ${REFUSED}`);
    },
    examples: {
        valid: [
            { title: "another zone", stack: inNewVpc({}, inVpc("subnet", { availabilityZoneId: "use1-az1" })) },
            { title: "a network of another stack", stack: withDestination({}) },
        ],
        invalid: [{ title: "the refused zone", stack: inNewVpc({}, inVpc("subnet", { availabilityZoneId: REFUSED })) }],
    },
});
