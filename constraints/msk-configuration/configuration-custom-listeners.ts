import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { nearest, show } from "../core/show";
import { undetermined, type Violation, violation } from "../core/verdict";
import { configurationWith } from "../examples/serverProperties";
import { advertisedListeners } from "../facts/serverProperties";
import { CUSTOM_DOMAINS } from "./pages";
import { SERVER_PROPERTIES_PATH } from "./serverPropertiesPath";

const NAMES: readonly string[] = ["CLIENT", "CLIENT_SECURE", "CLIENT_SASL_SCRAM", "CLIENT_IAM"].flatMap((name) => [
    name,
    `${name}_PUBLIC`,
]);
const BROKER_ID = "{broker_id}";

export const configurationCustomListeners = defineConstraint({
    id: "configuration-custom-listeners",
    subject: "configuration",
    requirements: ["MSK-CONF-08"],
    level: "mandatory",
    severity: "high",
    what: "Each entry of custom.advertised.listeners is LISTENER://host:base+{broker_id}, with a listener of Amazon MSK, each once.",
    why: "Every broker needs an address of its own; Amazon MSK refuses the configuration otherwise.",
    fix: "Write for example CLIENT_SASL_SCRAM://b-{broker_id}.plant.example:9000+{broker_id}.",
    source: CUSTOM_DOMAINS,
    check: (configuration) => {
        const line = configuration.lineOf("custom.advertised.listeners");
        if (isUnknown(line)) return undetermined(SERVER_PROPERTIES_PATH);
        if (line === undefined || line.value === "") return undefined;
        const entries = line.value
            .split(",")
            .slice(0, MOST_ENTRIES)
            .map((entry) => entry.trim());
        const names = entries.map((entry) => entry.split("://")[0]!);
        return entries.flatMap((entry, index): Violation[] => {
            const problem =
                problemOf(entry) ?? (names.indexOf(names[index]!) < index ? `names ${names[index]} again` : undefined);
            return problem === undefined
                ? []
                : [violation(SERVER_PROPERTIES_PATH, `Line ${line.line}, entry ${index + 1} ${problem}`)];
        });
    },
    examples: {
        valid: [
            {
                title: "one listener",
                stack: withListeners("CLIENT_SASL_SCRAM://b-{broker_id}.plant.example:9000+{broker_id}"),
            },
            {
                title: "two listeners",
                stack: withListeners(
                    "CLIENT_IAM://b-{broker_id}.plant.example:19000+{broker_id}, CLIENT_SECURE_PUBLIC://plant.example:9000+{broker_id}",
                ),
            },
            { title: "no listeners", stack: configurationWith("num.partitions=6") },
        ],
        invalid: [
            {
                title: "one port for all brokers",
                stack: withListeners("CLIENT_SASL_SCRAM://b-{broker_id}.plant.example:9096"),
            },
            { title: "a protocol for a listener", stack: withListeners("SASL_SSL://plant.example:9000+{broker_id}") },
            { title: "the other placeholder", stack: withListeners("CLIENT_IAM://plant.example:9000+${broker.id}") },
            { title: "no listener", stack: withListeners("b-{broker_id}.plant.example:9000+{broker_id}") },
            {
                title: "a listener twice",
                stack: withListeners(
                    "CLIENT_IAM://a.example:9000+{broker_id},CLIENT_IAM://b.example:19000+{broker_id}",
                ),
            },
        ],
    },
});

/** There are no more listeners than names; a text of a hundred thousand commas is not worth reading on. */
const MOST_ENTRIES = 32;

/** What is wrong with an entry, as the end of a sentence about it. */
function problemOf(entry: string): string | undefined {
    const [name = "", rest] = entry.split("://");
    if (rest === undefined) return 'has no listener and "://"';
    if (!NAMES.includes(name)) {
        const meant = nearest(name, NAMES);
        const hint = meant === undefined ? `the listeners are ${NAMES.join(", ")}` : `${meant} is meant, it seems`;
        return `names ${show(name)}, no listener of Amazon MSK; ${hint}`;
    }
    if (advertisedListeners(entry).length === 1) return undefined;
    const port = rest.slice(rest.lastIndexOf(":") + 1);
    if (!rest.includes(":")) return "has no port";
    if (port.includes(BROKER_ID)) return `has the port ${show(port)}, which is not a base port, "+" and ${BROKER_ID}`;
    return `has the port ${show(port)} without ${BROKER_ID}, so that all brokers would have the same`;
}

function withListeners(listeners: string) {
    return configurationWith(`custom.advertised.listeners=${listeners}`);
}
