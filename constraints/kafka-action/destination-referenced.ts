import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { violation } from "../core/verdict";
import { DESTINATION_ARN, withAction } from "../examples/configurations";
import { destination } from "../examples/destinations";
import { only, stackOf } from "../examples/rules";
import { destinationOf } from "../facts/actionDestination";
import { VPC_DESTINATIONS } from "./pages";

const PATH = ["destinationArn"];

export const destinationReferenced = defineConstraint({
    id: "destination-referenced",
    subject: "kafkaAction",
    joins: true,
    requirements: ["DEST-DEL-02", "KAFKA-DEST-06"],
    level: "advisory",
    severity: "medium",
    what: "A rule takes the ARN of a destination in its stack from the destination's output.",
    why: "A destination is in progress for minutes, gets a new ARN when it is replaced, and is to be removed after its rules: only the output makes the rule wait and follow.",
    fix: "Give `destination.arn` in place of the written ARN.",
    source: VPC_DESTINATIONS,
    check: (action) => {
        const made = destinationOf(action);
        // Where no edges are told, none is missing.
        if (made === undefined || action.resource.references === undefined || action.references.includes(made.id))
            return undefined;
        // A rule that comes after the destination by other means is removed before it, too.
        const comesLater = action.stack.allDependencies(action.resource)?.has(made.id) ?? false;
        const requirements = comesLater ? ["KAFKA-DEST-06"] : ["DEST-DEL-02", "KAFKA-DEST-06"];
        return violation(PATH, `The ARN of the destination ${made.name ?? made.id} is written out`, { requirements });
    },
    examples: {
        valid: [
            { title: "the output of the destination", stack: withReferences({ kafkas: ["plant"] }, UNKNOWN) },
            { title: "the output of the destination, once it is made", stack: withReferences({ kafkas: ["plant"] }) },
        ],
        invalid: [{ title: "the ARN written out", stack: withReferences({}) }],
    },
});

function withReferences(references: Record<string, string[]>, arn: unknown = DESTINATION_ARN) {
    const made = destination("plant");
    const rule = only(withAction({ destinationArn: arn }), { references });
    return stackOf({ ...made, values: { ...made.values, arn: DESTINATION_ARN } }, rule);
}
