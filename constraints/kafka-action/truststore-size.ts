import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { KERBEROS, withProperties } from "../examples/configurations";
import { propertyPath } from "./enumerated";
import { TRUST_STORE_LIMIT, truststoreLength } from "./truststoreLimit";

const PATH = propertyPath("ssl.truststore");

/** Above this size it is not one certificate too many, but the list of all authorities that comes with Java. */
const CACERTS_SIZE = 100_000;

export const truststoreSize = defineConstraint({
    id: "truststore-size",
    subject: "kafkaAction",
    requirements: ["KAFKA-TS-04", "KAFKA-TS-08"],
    level: "mandatory",
    severity: "high",
    what: "A trust store that is written out has at most 65 KB.",
    why: "AWS IoT refuses a larger value.",
    fix: "Put into the trust store only the authority that signed the brokers' certificates.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => {
        if (isUnknown(action.property("ssl.truststore"))) return undetermined(PATH);
        const length = truststoreLength(action);
        if (length === undefined || length <= TRUST_STORE_LIMIT) return undefined;
        const isCacerts = length > CACERTS_SIZE;
        return violation(PATH, `ssl.truststore has ${length} characters, more than ${TRUST_STORE_LIMIT}`, {
            requirements: isCacerts ? ["KAFKA-TS-04", "KAFKA-TS-08"] : ["KAFKA-TS-04"],
            ...(isCacerts
                ? { fix: "Build a trust store of one authority; the cacerts file of Java holds all of them." }
                : {}),
        });
    },
    examples: {
        valid: [{ title: "65 KB", stack: withStore(TRUST_STORE_LIMIT) }],
        invalid: [
            { title: "four characters more", stack: withStore(TRUST_STORE_LIMIT + 4) },
            { title: "a copy of the cacerts file", stack: withStore(120_000) },
        ],
    },
});

function withStore(length: number) {
    return withProperties({ "ssl.truststore": "A".repeat(length) }, KERBEROS);
}
