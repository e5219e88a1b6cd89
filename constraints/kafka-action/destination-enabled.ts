import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { DESTINATION_ARN, withAction } from "../examples/configurations";
import { destination } from "../examples/destinations";
import { only, stackOf } from "../examples/rules";
import { destinationOf } from "../facts/actionDestination";
import { VPC_DESTINATIONS } from "./pages";

const PATH = ["destinationArn"];

export const destinationEnabled = defineConstraint({
    id: "destination-enabled",
    subject: "kafkaAction",
    joins: true,
    requirements: ["KAFKA-DEST-05"],
    level: "mandatory",
    severity: "high",
    what: "The destination of an action is enabled.",
    why: "Every message to a disabled destination fails.",
    fix: "Set `enabled` of the destination to true, or take it out.",
    source: VPC_DESTINATIONS,
    check: (action) => {
        const made = destinationOf(action);
        if (made === undefined) return undefined;
        const { enabled } = made.values;
        if (isUnknown(enabled)) return undetermined(PATH, "whether the destination is enabled is not known yet");
        return enabled === false ? violation(PATH, `The destination ${made.name ?? made.id} is disabled`) : undefined;
    },
    examples: {
        valid: [
            { title: "an enabled destination", stack: withEnabled(true) },
            {
                title: "a destination of another stack",
                stack: withEnabled(false, DESTINATION_ARN.replace("7b1f3c52", "8c2f4d63")),
            },
        ],
        invalid: [
            { title: "a disabled destination", stack: withEnabled(false) },
            { title: "a disabled destination that is yet to be made", stack: withEnabled(false, UNKNOWN) },
        ],
    },
});

function withEnabled(enabled: boolean, arn: unknown = DESTINATION_ARN) {
    const made = destination("plant");
    const edge = only(withAction({ destinationArn: arn }), { references: { kafkas: ["plant"] } });
    return stackOf({ ...made, values: { ...made.values, arn: DESTINATION_ARN, enabled } }, edge);
}
