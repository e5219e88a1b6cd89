import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { topicWith } from "../examples/topics";
import { SMALLEST_MESSAGE_LIMIT } from "./messageLimit";
import { CONFIGURATION_PROPERTIES } from "./pages";

const PATH = ["configs"];

export const topicMessageSize = defineConstraint({
    id: "topic-message-size",
    subject: "topic",
    requirements: ["MSK-CONF-10"],
    level: "advisory",
    severity: "medium",
    what: `max.message.bytes of a topic, where it is set, is at least ${SMALLEST_MESSAGE_LIMIT}.`,
    why: "An MQTT message has up to 128 KB, and a third more when its SQL encodes it; brokers refuse what is larger than their limit.",
    fix: `Remove max.message.bytes, for the limit of the brokers, or set at least ${SMALLEST_MESSAGE_LIMIT}.`,
    source: CONFIGURATION_PROPERTIES,
    check: (topic) => {
        const limit = topic.settingNumber("max.message.bytes");
        if (isUnknown(limit)) return undetermined(PATH);
        return limit === undefined || limit >= SMALLEST_MESSAGE_LIMIT
            ? undefined
            : violation(PATH, `max.message.bytes is ${limit}`);
    },
    examples: {
        valid: [
            { title: "a larger limit", stack: topicWith({ configs: '{"max.message.bytes":"1048588"}' }) },
            { title: "the limit of the brokers", stack: topicWith({ configs: '{"retention.ms":"3600000"}' }) },
        ],
        invalid: [{ title: "100 KB", stack: topicWith({ configs: '{"max.message.bytes":"100000"}' }) }],
    },
});
