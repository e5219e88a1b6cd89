import { defineConstraint } from "../core/constraint";
import { isRecord, isUnknown } from "../core/known";
import { kindOf } from "../core/show";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { withAction } from "../examples/configurations";

const PATH = ["clientProperties"];

export const clientPropertiesPresent = defineConstraint({
    id: "client-properties-present",
    subject: "kafkaAction",
    requirements: ["KAFKA-CP-01"],
    level: "mandatory",
    severity: "high",
    what: "The action has client properties.",
    why: "AWS IoT refuses the rule: without them it knows neither brokers nor how to log in.",
    fix: "Give clientProperties, a map of texts with at least bootstrap.servers and what the protocol needs.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => {
        const properties = action.value("clientProperties");
        if (isUnknown(properties)) return undetermined(PATH);
        if (properties === undefined) return violation([], "The action has no clientProperties");
        if (!isRecord(properties)) return violation(PATH, `clientProperties is ${kindOf(properties)}, not a map`);
        return action.propertyNames.length === 0 ? violation(PATH, "The map of client properties is empty") : undefined;
    },
    examples: {
        valid: [{ title: "a map with brokers and a user", stack: withAction({}) }],
        invalid: [
            { title: "no map", stack: withAction({ clientProperties: undefined }) },
            { title: "an empty map", stack: withAction({ clientProperties: {} }) },
            { title: "a list", stack: withAction({ clientProperties: ["acks=1"] }) },
        ],
    },
});
