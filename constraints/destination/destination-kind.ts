import { defineConstraint } from "../core/constraint";
import { isUnknown, member } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { withDestination, withDestinationInputs } from "../examples/destinations";
import { VPC_DESTINATION } from "./pages";

/** The other kinds of destination, spelled as the AWS API spells them in the style of these facts. */
const OTHER_KINDS = ["httpUrlConfiguration", "influxDbConfiguration"];

export const destinationKind = defineConstraint({
    id: "destination-kind",
    subject: "destination",
    requirements: ["DEST-REQ-02"],
    level: "mandatory",
    severity: "high",
    what: "A destination has exactly one configuration: that of a VPC, for Kafka.",
    why: "AWS IoT refuses a destination with none or with two.",
    fix: "Give `vpcConfiguration` alone.",
    source: VPC_DESTINATION,
    check: (destination) => {
        const others = OTHER_KINDS.filter(
            (name) => (member(destination.resource.values, name) ?? undefined) !== undefined,
        );
        if (isUnknown(destination.vpcConfiguration)) return undetermined(destination.pathOf());
        const count = others.length + (destination.vpcConfiguration === undefined ? 0 : 1);
        if (count === 1) return undefined;
        if (count === 0) return violation([], "The destination has no configuration");
        return violation([], `The destination has ${count} configurations: ${others.join(", ")} besides`);
    },
    examples: {
        valid: [{ title: "a VPC destination", stack: withDestination({}) }],
        invalid: [
            { title: "no configuration", stack: withDestinationInputs({ vpcConfiguration: undefined }) },
            {
                title: "an HTTP endpoint besides",
                stack: withDestinationInputs({ httpUrlConfiguration: { confirmationUrl: "https://plant.example" } }),
            },
        ],
    },
});
