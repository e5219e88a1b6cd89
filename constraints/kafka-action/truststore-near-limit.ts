import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { KERBEROS, withProperties } from "../examples/configurations";
import { propertyPath } from "./enumerated";
import { TRUST_STORE_LIMIT, TRUST_STORE_SAFE_SIZE, truststoreLength } from "./truststoreLimit";

const PATH = propertyPath("ssl.truststore");

export const truststoreNearLimit = defineConstraint({
    id: "truststore-near-limit",
    subject: "kafkaAction",
    requirements: ["KAFKA-TS-04"],
    level: "advisory",
    severity: "low",
    what: `A trust store that is written out has at most ${TRUST_STORE_SAFE_SIZE} characters.`,
    why: "AWS documents a limit of 65 KB without saying how many bytes that is; it may be as few as 65,000.",
    fix: "Leave out authorities that the brokers' certificates do not need.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => {
        if (isUnknown(action.property("ssl.truststore"))) return undetermined(PATH);
        const length = truststoreLength(action);
        if (length === undefined || length <= TRUST_STORE_SAFE_SIZE || length > TRUST_STORE_LIMIT) return undefined;
        return violation(PATH, `ssl.truststore has ${length} characters`);
    },
    examples: {
        valid: [{ title: "65,000 characters", stack: withStore(TRUST_STORE_SAFE_SIZE) }],
        invalid: [
            { title: "four characters more", stack: withStore(TRUST_STORE_SAFE_SIZE + 4) },
            { title: "just the limit", stack: withStore(TRUST_STORE_LIMIT) },
        ],
    },
});

function withStore(length: number) {
    return withProperties({ "ssl.truststore": "A".repeat(length) }, KERBEROS);
}
