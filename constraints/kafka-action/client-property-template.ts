import { defineConstraint } from "../core/constraint";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { type Verdict, violation } from "../core/verdict";
import { KERBEROS, withProperties } from "../examples/configurations";
import { describeProperty } from "../facts/clientProperties";

export const clientPropertyTemplate = defineConstraint({
    id: "client-property-template",
    subject: "kafkaAction",
    requirements: ["KAFKA-TPLSET-02"],
    level: "advisory",
    severity: "medium",
    what: "Templates stand only in client properties for which AWS documents them.",
    why: "Elsewhere AWS says nothing of templates: the text may be sent as it stands, and nothing can be checked before.",
    fix: "Write the value itself.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) =>
        action.templateFields.flatMap(({ property, path, text, parsed }): Verdict[] => {
            if (!text.includes("${")) return [];
            const described = property === undefined ? undefined : describeProperty(property);
            if (described === undefined || described.templates !== undefined || !parsed.ok) return [];
            const hasTemplate = parsed.value.parts.some(({ kind }) => kind !== "text");
            return hasTemplate ? [violation(path, `${property} holds a substitution template`)] : [];
        }),
    examples: {
        valid: [{ title: "templates for credentials", stack: withProperties({}) }],
        invalid: [
            { title: "a template for the brokers", stack: withProperties({ "bootstrap.servers": "${brokers}" }) },
            { title: "a template for acks", stack: withProperties({ acks: "${acks}" }) },
            {
                title: "a template for a principal",
                stack: withProperties({ "sasl.kerberos.principal": "iot/${clientid()}" }, KERBEROS),
            },
        ],
    },
});
