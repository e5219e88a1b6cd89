import { countCall } from "../run";
import type { Bodies, Body } from "./body";
import { decode } from "./collections";
import { answerOf } from "./fixtures";
import { getSecret } from "./secret";

/**
 * A function whose answer is another service's. An argument without a value is a wrong one: Undefined. `most` is how
 * often AWS IoT lets a statement call it.
 */
function asking(name: string, most?: number): Body {
    return (given, run) => {
        if (most !== undefined) countCall(run, name, most);
        return given.includes(undefined) ? undefined : answerOf(name, given, run);
    };
}

const askToDecode = asking("decode", 2);

export const EXTERNAL: Bodies = {
    aws_lambda: asking("aws_lambda"),
    /** The form of six arguments decodes protobuf with a descriptor from a bucket. */
    decode: (given, run) => {
        if (given.length === 2) return decode(given[0], given[1], run.keepsWhole);
        return given[1] === "proto" ? askToDecode(given, run) : undefined;
    },
    get_dynamodb: asking("get_dynamodb", 1),
    get_registry_data: asking("get_registry_data", 1),
    get_secret: getSecret,
    get_thing_shadow: asking("get_thing_shadow"),
    machinelearning_predict: asking("machinelearning_predict"),
};
