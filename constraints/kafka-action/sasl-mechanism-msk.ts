import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { besidesCluster, cluster } from "../examples/clusters";
import { KERBEROS, PLAIN, SCRAM, withProperties } from "../examples/configurations";
import { sendsToMsk } from "../facts/clusters";
import { propertyPath } from "./enumerated";
import { MSK_PASSWORD_LIMITS } from "./pages";

const PATH = propertyPath("sasl.mechanism");
const MSK = { "bootstrap.servers": SCRAM["bootstrap.servers"] };

/** Mechanisms that Amazon MSK does not have, with the row that says so. */
const ROWS: Readonly<Record<string, string>> = { PLAIN: "KAFKA-PLAIN-04", GSSAPI: "KAFKA-KRB-07" };

export const saslMechanismMsk = defineConstraint({
    id: "sasl-mechanism-msk",
    subject: "kafkaAction",
    joins: true,
    requirements: ["KAFKA-PLAIN-04", "KAFKA-KRB-07"],
    level: "mandatory",
    severity: "high",
    what: "With brokers of Amazon MSK the mechanism is SCRAM-SHA-512.",
    why: "Amazon MSK has neither PLAIN nor Kerberos: of SASL it has SCRAM-SHA-512, and IAM, which AWS IoT does not speak.",
    fix: 'Write "SCRAM-SHA-512", with the user in an AmazonMSK_ secret that is associated with the cluster.',
    source: MSK_PASSWORD_LIMITS,
    check: (action) => {
        const { mechanism } = action;
        const row = typeof mechanism === "string" && Object.hasOwn(ROWS, mechanism) ? ROWS[mechanism] : undefined;
        if (row === undefined && !isUnknown(mechanism)) return undefined;
        const isMsk = sendsToMsk(action);
        if (isMsk === false) return undefined;
        if (isUnknown(isMsk) || row === undefined)
            return undetermined(PATH, "the brokers or the mechanism are not known yet");
        return violation(PATH, `sasl.mechanism is ${String(mechanism)}, and the brokers are those of Amazon MSK`, {
            requirements: [row],
        });
    },
    examples: {
        valid: [
            { title: "SCRAM-SHA-512", stack: withProperties({}) },
            { title: "PLAIN with brokers of another kind", stack: withProperties({}, PLAIN) },
            { title: "Kerberos with brokers of one's own", stack: withProperties({}, KERBEROS) },
        ],
        invalid: [
            { title: "PLAIN", stack: withProperties(MSK, PLAIN) },
            { title: "Kerberos", stack: withProperties(MSK, KERBEROS) },
            { title: "PLAIN with a cluster of the stack", stack: besidesCluster([cluster()], { mode: PLAIN }) },
        ],
    },
});
