import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { SUBNET_IDS, withDestination } from "../examples/destinations";
import { VPC_DESTINATION } from "./pages";

export const destinationSubnetsUnique = defineConstraint({
    id: "destination-subnets-unique",
    subject: "destination",
    requirements: ["DEST-SUB-04"],
    level: "advisory",
    severity: "medium",
    what: "No subnet is listed twice.",
    why: "The list is kept as a set: the second one vanishes, and the destination has fewer interfaces than it seems.",
    fix: "Remove it, or name the subnet that was meant.",
    source: VPC_DESTINATION,
    check: (destination) => {
        const ids = destination.list("subnetIds");
        if (isUnknown(ids)) return undetermined(destination.pathOf("subnetIds"));
        const doubles = ids.flatMap((id, index) =>
            typeof id === "string" && ids.indexOf(id) < index
                ? [
                      violation(
                          destination.pathOf("subnetIds", index),
                          `${show(id)} stands at position ${ids.indexOf(id)} already`,
                      ),
                  ]
                : [],
        );
        if (doubles.length > 0) return doubles;
        return ids.length > 1 && ids.some(isUnknown) ? undetermined(destination.pathOf("subnetIds")) : undefined;
    },
    examples: {
        valid: [
            { title: "different subnets", stack: withDestination({ subnetIds: SUBNET_IDS }) },
            { title: "subnets that are yet to be made", stack: withDestination({ subnetIds: [UNKNOWN, UNKNOWN] }) },
        ],
        invalid: [
            {
                title: "one subnet twice",
                stack: withDestination({ subnetIds: [SUBNET_IDS[0], UNKNOWN, SUBNET_IDS[0]] }),
            },
        ],
    },
});
