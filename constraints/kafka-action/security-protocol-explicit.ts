import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { violation } from "../core/verdict";
import { MUTUAL_TLS, withProperties } from "../examples/configurations";

export const securityProtocolExplicit = defineConstraint({
    id: "security-protocol-explicit",
    subject: "kafkaAction",
    requirements: ["KAFKA-SECPROTO-05"],
    level: "advisory",
    severity: "low",
    what: "security.protocol is written out.",
    why: "Its default is SSL, which surprises those who meant SASL_SSL and forgot to say so.",
    fix: 'Write "SSL" for a client certificate, "SASL_SSL" for a user or Kerberos.',
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => {
        const isGiven =
            action.property("security.protocol") !== undefined || action.misnamedProperties.has("security.protocol");
        if (isGiven || action.propertyNames.length === 0) return undefined;
        return violation(["clientProperties"], "security.protocol is not given, and is SSL by default");
    },
    examples: {
        valid: [
            { title: "SSL", stack: withProperties({}, MUTUAL_TLS) },
            { title: "a protocol that is not known yet", stack: withProperties({ "security.protocol": UNKNOWN }) },
        ],
        invalid: [{ title: "no protocol", stack: withProperties({ "security.protocol": undefined }, MUTUAL_TLS) }],
    },
});
