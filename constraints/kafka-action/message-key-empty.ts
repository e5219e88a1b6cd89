import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { withAction } from "../examples/configurations";
import { API_KAFKA_ACTION } from "./pages";

export const messageKeyEmpty = defineConstraint({
    id: "message-key-empty",
    subject: "kafkaAction",
    requirements: ["KAFKA-KEY-03"],
    level: "advisory",
    severity: "medium",
    what: "The key, where given, is not empty.",
    why: "An empty key is a key: all messages have the same one and go to one partition.",
    fix: "Leave the key out, or give one that tells devices apart, for example ${clientid()}.",
    source: API_KAFKA_ACTION,
    check: (action) => {
        const key = action.value("key");
        if (isUnknown(key)) return undetermined(["key"]);
        return key === "" ? violation(["key"], "The key is empty") : undefined;
    },
    examples: {
        valid: [
            { title: "no key", stack: withAction({ key: undefined }) },
            { title: "a key by device", stack: withAction({ key: "${clientid()}" }) },
        ],
        invalid: [{ title: "an empty key", stack: withAction({ key: "" }) }],
    },
});
