import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { configurationWith } from "../examples/serverProperties";
import { wholeNumber } from "../facts/topic";
import { SMALLEST_MESSAGE_LIMIT } from "./messageLimit";
import { CONFIGURATION_PROPERTIES } from "./pages";
import { SERVER_PROPERTIES_PATH } from "./serverPropertiesPath";

export const configurationMessageSize = defineConstraint({
    id: "configuration-message-size",
    subject: "configuration",
    requirements: ["MSK-CONF-10"],
    level: "advisory",
    severity: "medium",
    what: `message.max.bytes, where it is set, is at least ${SMALLEST_MESSAGE_LIMIT}.`,
    why: "An MQTT message has up to 128 KB, and a third more when its SQL encodes it; brokers refuse what is larger than their limit.",
    fix: `Remove the line, for the default of about 1 MB, or set at least ${SMALLEST_MESSAGE_LIMIT}.`,
    source: CONFIGURATION_PROPERTIES,
    check: (configuration) => {
        const line = configuration.lineOf("message.max.bytes");
        if (isUnknown(line)) return undetermined(SERVER_PROPERTIES_PATH);
        const limit = wholeNumber(line?.value);
        if (line === undefined || limit === undefined || limit >= SMALLEST_MESSAGE_LIMIT) return undefined;
        return violation(SERVER_PROPERTIES_PATH, `Line ${line.line}: message.max.bytes is ${limit}`);
    },
    examples: {
        valid: [
            { title: "a larger limit", stack: configurationWith("message.max.bytes=1048588") },
            { title: "the default", stack: configurationWith("num.partitions=6") },
        ],
        invalid: [{ title: "100 KB", stack: configurationWith("message.max.bytes=100000") }],
    },
});
