import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { nearest, show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { SERVER_PROPERTIES, SERVICE_PROPERTIES, TOPIC_SETTINGS } from "../data/serverProperties";
import { configurationWith } from "../examples/serverProperties";
import { CONFIGURATION_PROPERTIES } from "./pages";
import { MOST_LINES, SERVER_PROPERTIES_PATH } from "./serverPropertiesPath";

export const configurationPropertyKnown = defineConstraint({
    id: "configuration-property-known",
    subject: "configuration",
    requirements: ["MSK-CONF-01"],
    level: "advisory",
    severity: "medium",
    what: "A configuration sets only properties that Amazon MSK documents.",
    why: "Amazon MSK refuses a configuration with a property that it does not let its owners set.",
    fix: "Use the name that Amazon MSK documents, or remove the line.",
    source: CONFIGURATION_PROPERTIES,
    check: ({ lines }) => {
        if (isUnknown(lines)) return undetermined(SERVER_PROPERTIES_PATH);
        return lines
            .filter(({ name }) => name !== undefined && !isKnownName(name))
            .slice(0, MOST_LINES)
            .map(({ line, name = "" }) =>
                violation(SERVER_PROPERTIES_PATH, `Line ${line} sets ${show(name)}, ${describe(name)}`),
            );
    },
    examples: {
        valid: [
            {
                title: "documented properties",
                stack: configurationWith("num.partitions=6\nlog.retention.hours = 48\n"),
            },
            { title: "comments and empty lines", stack: configurationWith("# made by hand\n\nnum.partitions=6") },
            { title: "a text that is not known yet", stack: configurationWith(UNKNOWN) },
        ],
        invalid: [
            { title: "a misspelt property", stack: configurationWith("num.partition=6") },
            { title: "a setting of a topic", stack: configurationWith("retention.ms=86400000") },
            { title: "a property of Apache Kafka that Amazon MSK keeps", stack: configurationWith("log.dir=/kafka") },
        ],
    },
});

/** That a property is the service's own is said by itself. */
function isKnownName(name: string): boolean {
    return Object.hasOwn(SERVER_PROPERTIES, name) || SERVICE_PROPERTIES.includes(name);
}

/** What it is instead, as the end of a sentence. */
function describe(name: string): string {
    if (Object.hasOwn(TOPIC_SETTINGS, name))
        return `which is the setting of a topic; brokers call it ${TOPIC_SETTINGS[name]}`;
    const meant = nearest(name, Object.keys(SERVER_PROPERTIES));
    return meant === undefined
        ? "which Amazon MSK does not document"
        : `which Amazon MSK does not document; ${meant} is meant, it seems`;
}
