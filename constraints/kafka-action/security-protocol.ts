import { defineConstraint } from "../core/constraint";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { MUTUAL_TLS, withProperties } from "../examples/configurations";
import { checkEnumerated } from "./enumerated";

const UNENCRYPTED = ["PLAINTEXT", "SASL_PLAINTEXT"];

export const securityProtocol = defineConstraint({
    id: "security-protocol",
    subject: "kafkaAction",
    requirements: ["KAFKA-SECPROTO-01", "KAFKA-SECPROTO-03", "KAFKA-CP-05"],
    level: "mandatory",
    severity: "critical",
    what: "security.protocol, where given, is SSL or SASL_SSL.",
    why: "The Kafka action speaks TLS only: SSL with a client certificate, SASL_SSL with a user or Kerberos.",
    fix: 'Write "SASL_SSL" with a sasl.mechanism, or "SSL" with a key store.',
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) =>
        checkEnumerated(action, "security.protocol", {
            allowed: ["SSL", "SASL_SSL"],
            requirements: (value) =>
                UNENCRYPTED.includes(value.trim().toUpperCase())
                    ? ["KAFKA-SECPROTO-01", "KAFKA-SECPROTO-03"]
                    : ["KAFKA-SECPROTO-01"],
            explain: explain,
        }),
    examples: {
        valid: [
            {
                title: "no protocol: SSL is the default",
                stack: withProperties({ "security.protocol": undefined }, MUTUAL_TLS),
            },
            { title: "SSL", stack: withProperties({}, MUTUAL_TLS) },
            { title: "SASL_SSL", stack: withProperties({}) },
        ],
        invalid: [
            { title: "PLAINTEXT", stack: withProperties({ "security.protocol": "PLAINTEXT" }) },
            { title: "SASL_PLAINTEXT", stack: withProperties({ "security.protocol": "SASL_PLAINTEXT" }) },
            { title: "TLS", stack: withProperties({ "security.protocol": "TLS" }) },
            { title: "a hyphen for the underscore", stack: withProperties({ "security.protocol": "sasl-ssl" }) },
            { title: "nothing in it", stack: withProperties({ "security.protocol": "" }) },
        ],
    },
});

function explain(value: string): { found?: string; fix?: string } | undefined {
    const word = value.trim().toUpperCase();
    if (word === "TLS") return { fix: 'Kafka calls it "SSL".' };
    if (word === "PLAINTEXT")
        return {
            found: `security.protocol is "${word}", a connection without TLS`,
            fix: 'Write "SASL_SSL" or "SSL", and the port of that listener.',
        };
    if (word === "SASL_PLAINTEXT")
        return {
            found: `security.protocol is "${word}", which sends credentials without TLS`,
            fix: 'Write "SASL_SSL", and the port of that listener.',
        };
    return undefined;
}
