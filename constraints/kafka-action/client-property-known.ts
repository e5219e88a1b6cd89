import { defineConstraint } from "../core/constraint";
import { oneOf, show } from "../core/show";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { type Verdict, violation } from "../core/verdict";
import { NATIVE_PROPERTIES } from "../data/nativeProperties";
import { withProperties } from "../examples/configurations";
import { CLIENT_PROPERTIES, isDocumentedProperty, meantProperties } from "../facts/clientProperties";
import { MODES } from "./exampleModes";

export const clientPropertyKnown = defineConstraint({
    id: "client-property-known",
    subject: "kafkaAction",
    requirements: ["KAFKA-CP-03", "KAFKA-CP-04", "KAFKA-CP-05"],
    level: "mandatory",
    severity: "high",
    what: `Every client property is one of the ${CLIENT_PROPERTIES.length} that AWS documents, spelled exactly so.`,
    why: "AWS IoT has its own closed list of properties, which is no list of Kafka's producer: others are refused or do nothing.",
    fix: "Remove it, or write the documented property that is meant.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => action.propertyNames.filter((name) => !isDocumentedProperty(name)).map(judge),
    examples: {
        valid: Object.entries(MODES).map(([title, mode]) => ({ title, stack: withProperties({}, mode) })),
        invalid: [
            { title: "a property of Kafka's producer", stack: withProperties({ "linger.ms": "5" }) },
            {
                title: "a key store file by its path",
                stack: withProperties({ "ssl.truststore.location": "/etc/ssl/store.jks" }),
            },
            {
                title: "a user as other clients name it",
                stack: withProperties({ "sasl.scram.username": undefined, "sasl.username": "plant" }),
            },
            {
                title: "a misspelt property",
                stack: withProperties({
                    "bootstrap.servers": undefined,
                    "bootstrap.server": "kafka.plant.example:9096",
                }),
            },
            { title: "a property in upper case", stack: withProperties({ ACKS: "1" }) },
            {
                title: "a space behind the name",
                stack: withProperties({ "security.protocol": undefined, "security.protocol ": "SASL_SSL" }),
            },
        ],
    },
});

function judge(name: string): Verdict {
    const isNative = Object.hasOwn(NATIVE_PROPERTIES, name);
    const meant = meantProperties(name);
    const isMisspelt = meant.some((property) => property === name.trim().toLowerCase());
    const found = isNative
        ? `${name} is a property of Kafka's own clients, not of the Kafka action`
        : `${show(name)} is no client property of the Kafka action`;
    return violation(["clientProperties", name], found, {
        requirements: ["KAFKA-CP-03", ...(isNative ? ["KAFKA-CP-04"] : []), ...(isMisspelt ? ["KAFKA-CP-05"] : [])],
        ...fixOf(meant, isNative),
    });
}

function fixOf(meant: readonly string[], isNative: boolean): { fix?: string } {
    if (meant.length > 0)
        return { fix: isNative ? `AWS IoT takes ${oneOf(meant)} in its place.` : `Did you mean ${oneOf(meant)}?` };
    return isNative ? { fix: "Remove it: AWS IoT sets it itself." } : {};
}
