import { defineConstraint } from "../core/constraint";
import { member } from "../core/known";
import { iotGuide } from "../core/source";
import { violation } from "../core/verdict";
import { inNewVpc, inVpc, withDestination } from "../examples/destinations";
import { subnetsOf } from "../facts/network";

const LONGEST_PREFIX = 27;

export const destinationSubnetSize = defineConstraint({
    id: "destination-subnet-size",
    subject: "destination",
    joins: true,
    requirements: ["DEST-SUB-07"],
    level: "advisory",
    severity: "medium",
    what: "The subnets of a destination are /27 or larger.",
    why: "A subnet without free addresses keeps AWS from renewing the interface, and the destination is disabled.",
    fix: "Use a larger subnet.",
    source: iotGuide("kafka-vpc-destination"),
    check: (destination) => {
        const small = subnetsOf(destination).flatMap(({ values, name, id }) => {
            const block = member(values, "cidrBlock");
            const prefix = typeof block === "string" ? /\/(\d{1,2})$/.exec(block)?.[1] : undefined;
            return prefix !== undefined && Number(prefix) > LONGEST_PREFIX ? [`${name ?? id} is a /${prefix}`] : [];
        });
        return small.length === 0 ? undefined : violation(destination.pathOf("subnetIds"), small.join(", "));
    },
    examples: {
        valid: [
            { title: "a /24", stack: inNewVpc({}, inVpc("subnet", { cidrBlock: "10.0.1.0/24" })) },
            { title: "a network of another stack", stack: withDestination({}) },
        ],
        invalid: [{ title: "a /28", stack: inNewVpc({}, inVpc("subnet", { cidrBlock: "10.0.1.0/28" })) }],
    },
});
