import type { Expression } from "../../language";
import { iotGuide } from "../core/source";
import type { KafkaAction } from "../facts/kafkaAction";
import type { SecretCall } from "../facts/secretCall";

/** The function's description. */
export const GET_SECRET = iotGuide("iot-sql-functions", "iot-sql-function-get-secret");

/** The role of the examples. */
export const ROLE = "arn:aws:iam::209876543210:role/iot-kafka-secrets";

/** The calls of an action; a destination's ARN takes no templates, which is said elsewhere. */
export function callsIn(action: KafkaAction): readonly SecretCall[] {
    const { secretCalls } = action;
    return secretCalls.some(isInArn) ? secretCalls.filter((call) => !isInArn(call)) : secretCalls;
}

function isInArn({ path }: SecretCall): boolean {
    return path[0] === "destinationArn";
}

/** What an argument is, in words: the messages show no more of it, so that none can show a secret. */
export function kindOf(argument: Expression): string {
    if (argument.kind === "string") return "a text";
    if (argument.kind === "variable") return "a variable";
    if (argument.kind === "path") return "a member of the message";
    return "an expression";
}
