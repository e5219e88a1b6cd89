import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { besidesCluster, cluster } from "../examples/clusters";
import { getSecret, KERBEROS, withProperties } from "../examples/configurations";
import { sendsToMsk } from "../facts/clusters";
import { propertyPath } from "./enumerated";
import { MSK_ENCRYPTION } from "./pages";

const PATH = propertyPath("ssl.truststore");
const STORE = { "ssl.truststore": getSecret("kafka_truststore", "SecretBinary") };

export const truststoreMsk = defineConstraint({
    id: "truststore-msk",
    subject: "kafkaAction",
    joins: true,
    requirements: ["KAFKA-TS-06"],
    level: "advisory",
    severity: "low",
    what: "A rule that sends to Amazon MSK has no trust store.",
    why: "The brokers present public certificates, which AWS IoT trusts as it is; a trust store of one's own is one more thing to run out.",
    fix: "Remove ssl.truststore and its password.",
    source: MSK_ENCRYPTION,
    check: (action) => {
        const store = action.property("ssl.truststore");
        if (store === undefined) return undefined;
        const isMsk = sendsToMsk(action);
        if (isMsk === false) return undefined;
        if (isUnknown(isMsk)) return undetermined(PATH, "the brokers are not known yet");
        // What is not known may be absent: all of the properties are not known yet where one function makes them.
        if (isUnknown(action.value("clientProperties"))) return undetermined(PATH);
        return isMsk ? violation(PATH, "There is a trust store, and the brokers are those of Amazon MSK") : undefined;
    },
    examples: {
        valid: [
            { title: "no trust store", stack: withProperties({}) },
            { title: "a trust store for brokers of one's own", stack: withProperties({}, KERBEROS) },
        ],
        invalid: [
            { title: "a trust store for MSK brokers", stack: withProperties(STORE) },
            {
                title: "a trust store for a cluster of the stack",
                stack: besidesCluster([cluster()], { properties: STORE }),
            },
        ],
    },
});
