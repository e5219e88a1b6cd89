import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { getSecret, SCRAM, withProperties } from "../examples/configurations";
import { isMskHost } from "../facts/brokers";
import type { ClientProperty } from "../facts/clientProperties";
import type { KafkaAction } from "../facts/kafkaAction";
import { literalText, type SecretCall } from "../facts/secretCall";
import { SCRAM_MEMBERS } from "../secret/scramMembers";
import { propertyPath } from "./enumerated";
import { MSK_PASSWORDS } from "./pages";

export const scramSecretKey = defineConstraint({
    id: "scram-secret-key",
    subject: "kafkaAction",
    requirements: ["KAFKA-SCRAM-04"],
    level: "mandatory",
    severity: "high",
    what: "The user name and password of Amazon MSK are read from their secret by the keys username and password.",
    why: "A secret of Amazon MSK is a JSON object with these two members; without the key the whole JSON text is sent, and the login fails.",
    fix: "Write ${get_secret('AmazonMSK_…', 'SecretString', 'username', 'role ARN')}, and 'password' for the password.",
    source: MSK_PASSWORDS,
    check: (action) =>
        SCRAM_MEMBERS.flatMap(({ property, member }) =>
            action.secretCalls
                .filter((call) => call.property === property)
                .flatMap((call) => judge(action, call, property, member) ?? []),
        ),
    examples: {
        valid: [
            { title: "both keys", stack: withProperties({}) },
            { title: "a user name that is written out", stack: withProperties({ "sasl.scram.username": "plant" }) },
            {
                title: "a plain text secret for brokers of one's own",
                stack: withProperties({
                    "bootstrap.servers": "kafka.plant.example:9096",
                    "sasl.scram.username": "plant",
                    "sasl.scram.password": getSecret("kafka_password", "SecretString"),
                }),
            },
        ],
        invalid: [
            {
                title: "no key for the password",
                stack: withProperties({ "sasl.scram.password": getSecret("AmazonMSK_plant", "SecretString") }),
            },
            {
                title: "no key for the user name",
                stack: withProperties({ "sasl.scram.username": getSecret("AmazonMSK_plant", "SecretString") }),
            },
            {
                title: "the keys of PLAIN",
                stack: withProperties({ "sasl.scram.username": getSecret("AmazonMSK_plant", "SecretString", "user") }),
            },
            {
                title: "the user name twice",
                stack: withProperties({ "sasl.scram.password": SCRAM["sasl.scram.username"] }),
            },
        ],
    },
});

function judge(action: KafkaAction, call: SecretCall, property: ClientProperty, wanted: string): Verdict | undefined {
    if (call.secretType === undefined) return undefined;
    const isFile = literalText(call.secretType) === "SecretBinary";
    // A file where a text is needed is reported once: for the password by its type, for a file with a key by that.
    if (isFile && (property === "sasl.scram.password" || call.key !== undefined)) return undefined;
    const key = literalText(call.key);
    if (call.key !== undefined && (key === undefined || key === wanted)) return undefined;
    const path = propertyPath(property);
    const isMsk = readsMskSecret(action, call);
    if (isMsk === false) return undefined;
    if (isUnknown(isMsk)) return undetermined(path, "the brokers are not known yet");
    const found = key === undefined ? "without a key" : `by the key ${show(key)}`;
    return violation(path, `${property} is read ${found}, not by the key ${wanted}`);
}

/** Whether the secret is one of Amazon MSK: by its name, which has to start so, or by the brokers. */
function readsMskSecret(action: KafkaAction, { secretId }: SecretCall) {
    const id = literalText(secretId);
    if (id !== undefined && /(?:^|:secret:)AmazonMSK_/.test(id)) return true;
    const { brokers } = action;
    return isUnknown(brokers) ? brokers : brokers.some(({ host }) => host !== undefined && isMskHost(host));
}
