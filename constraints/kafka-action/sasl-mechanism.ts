import { defineConstraint } from "../core/constraint";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { KERBEROS, PLAIN, withProperties } from "../examples/configurations";
import { checkEnumerated } from "./enumerated";

const MECHANISMS = ["PLAIN", "SCRAM-SHA-512", "GSSAPI"];

/** Mechanisms that Kafka knows and AWS IoT does not, with what to do in their place. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
    "SCRAM-SHA-256": 'Write "SCRAM-SHA-512", and make sure that the user has credentials of that mechanism.',
    AWS_MSK_IAM: 'Turn on SASL/SCRAM in the cluster and write "SCRAM-SHA-512", or use mutual TLS.',
    IAM: 'Turn on SASL/SCRAM in the cluster and write "SCRAM-SHA-512", or use mutual TLS.',
    OAUTHBEARER: 'Write "SCRAM-SHA-512", "PLAIN" or "GSSAPI", whichever the brokers offer.',
};

export const saslMechanism = defineConstraint({
    id: "sasl-mechanism",
    subject: "kafkaAction",
    requirements: ["KAFKA-SASL-02", "KAFKA-SASL-04", "KAFKA-CP-05"],
    level: "mandatory",
    severity: "high",
    what: "sasl.mechanism, where given, is PLAIN, SCRAM-SHA-512 or GSSAPI.",
    why: "The Kafka action has no other mechanism: not SCRAM-SHA-256, not IAM, not OAUTHBEARER.",
    fix: 'Write "SCRAM-SHA-512", "PLAIN" or "GSSAPI".',
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => {
        const value = action.property("sasl.mechanism");
        // An empty one that is required counts as missing, which client-property-required says.
        if (typeof value === "string" && value.trim() === "" && action.protocol === "SASL_SSL") return undefined;
        return checkEnumerated(action, "sasl.mechanism", {
            allowed: MECHANISMS,
            requirements: (given) => (unsupported(given) ? ["KAFKA-SASL-02", "KAFKA-SASL-04"] : ["KAFKA-SASL-02"]),
            explain: (given) => {
                const fix = unsupported(given);
                if (fix !== undefined) return { fix };
                return given.trim().toUpperCase() === "KERBEROS" ? { fix: 'Kafka calls it "GSSAPI".' } : undefined;
            },
        });
    },
    examples: {
        valid: [
            { title: "SCRAM-SHA-512", stack: withProperties({}) },
            { title: "PLAIN", stack: withProperties({}, PLAIN) },
            { title: "GSSAPI", stack: withProperties({}, KERBEROS) },
        ],
        invalid: [
            { title: "SCRAM-SHA-256", stack: withProperties({ "sasl.mechanism": "SCRAM-SHA-256" }) },
            { title: "AWS_MSK_IAM", stack: withProperties({ "sasl.mechanism": "AWS_MSK_IAM" }) },
            { title: "OAUTHBEARER", stack: withProperties({ "sasl.mechanism": "OAUTHBEARER" }) },
            { title: "underscores for hyphens", stack: withProperties({ "sasl.mechanism": "SCRAM_SHA_512" }) },
            { title: "KERBEROS", stack: withProperties({ "sasl.mechanism": "KERBEROS" }, KERBEROS) },
        ],
    },
});

function unsupported(value: string): string | undefined {
    const word = value.trim().toUpperCase();
    return Object.hasOwn(UNSUPPORTED, word) ? UNSUPPORTED[word] : undefined;
}
