import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { SERVER_PROPERTIES, type ServerPropertyType } from "../data/serverProperties";
import { configurationWith } from "../examples/serverProperties";
import { CONFIGURATION_PROPERTIES } from "./pages";
import { MOST_LINES, SERVER_PROPERTIES_PATH } from "./serverPropertiesPath";

/** Apache Kafka takes true and false in any case. */
const FORMS: Readonly<Record<ServerPropertyType, { readonly form: RegExp; readonly wanted: string }>> = {
    boolean: { form: /^(?:true|false)$/i, wanted: "true or false" },
    integer: { form: /^-?\d+$/, wanted: "a whole number" },
    number: { form: /^-?\d+(?:\.\d+)?$/, wanted: "a number" },
    text: { form: /\S/, wanted: "a text" },
};

export const configurationValueType = defineConstraint({
    id: "configuration-value-type",
    subject: "configuration",
    requirements: ["MSK-CONF-11"],
    level: "mandatory",
    severity: "high",
    what: "Server properties that are switches are true or false, and those that are numbers are whole numbers.",
    why: "Amazon MSK refuses a configuration with a value that Apache Kafka cannot read.",
    fix: "Write true or false, or a whole number, without quotes, units and separators.",
    source: CONFIGURATION_PROPERTIES,
    check: ({ lines }) => {
        if (isUnknown(lines)) return undetermined(SERVER_PROPERTIES_PATH);
        const wrong = lines.flatMap(({ line, name, value }) => {
            const type =
                name !== undefined && Object.hasOwn(SERVER_PROPERTIES, name) ? SERVER_PROPERTIES[name] : undefined;
            if (type === undefined || FORMS[type].form.test(value)) return [];
            return violation(
                SERVER_PROPERTIES_PATH,
                `Line ${line}: ${name} is ${show(value)}, not ${FORMS[type].wanted}`,
            );
        });
        return wrong.slice(0, MOST_LINES);
    },
    examples: {
        valid: [
            {
                title: "switches, whole numbers and a ratio",
                stack: configurationWith(
                    "auto.create.topics.enable=false\nlog.retention.ms=-1\nlog.cleaner.min.cleanable.ratio=0.2\r\n",
                ),
            },
            { title: "a text", stack: configurationWith("compression.type=producer") },
        ],
        invalid: [
            { title: "yes for true", stack: configurationWith("auto.create.topics.enable=yes") },
            { title: "a switch in quotes", stack: configurationWith('delete.topic.enable="true"') },
            { title: "a number with a unit", stack: configurationWith("log.retention.hours=7d") },
            { title: "a number with separators", stack: configurationWith("message.max.bytes=1_048_576") },
            { title: "no value", stack: configurationWith("num.partitions=") },
        ],
    },
});
