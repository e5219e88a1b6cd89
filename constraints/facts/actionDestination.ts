import { placeholdersIn } from "../data/placeholders";
import type { KafkaAction } from "./kafkaAction";
import type { ResourceFacts } from "./stack";

/**
 * The VPC destination of the stack that an action uses: by its ARN, else by the edge of the action. A placeholder of
 * the AWS pages is no destination's ARN.
 */
export function destinationOf(action: KafkaAction): ResourceFacts | undefined {
    const arn = action.value("destinationArn");
    if (typeof arn === "string") {
        if (placeholdersIn(arn).length > 0) return undefined;
        return action.stack.withOutput("destination", "arn", arn);
    }
    return action.stack.joined(action.resource, String(action.at[0]), arn, "destination", "arn");
}
