import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { getSecret, KERBEROS, withProperties } from "../examples/configurations";
import { scramUser } from "../examples/scramSecrets";
import { sendsToMsk } from "../facts/clusters";
import { hasScramPrefix, prefixProblem } from "../secret/scramPrefix";
import { propertyPath } from "./enumerated";
import { MSK_PASSWORDS } from "./pages";
import { unassociatedSecret } from "./unassociatedSecret";

const PATH = propertyPath("sasl.scram.password");

export const scramSecretPrefix = defineConstraint({
    id: "scram-secret-prefix",
    subject: "kafkaAction",
    joins: true,
    requirements: ["SEC-NAME-01"],
    level: "mandatory",
    severity: "high",
    what: "The secret that a SASL/SCRAM password for Amazon MSK is read from has a name that starts with AmazonMSK_.",
    why: "Amazon MSK associates no other secret with a cluster, and knows the users of associated secrets only.",
    fix: "Read the password from the secret that is associated with the cluster: AmazonMSK_ and a name.",
    source: MSK_PASSWORDS,
    check: (action): Verdict | undefined => {
        if (action.mechanism !== "SCRAM-SHA-512") return undefined;
        const name = unassociatedSecret(action);
        if (name === undefined || hasScramPrefix(name)) return undefined;
        const isMsk = sendsToMsk(action);
        if (isUnknown(isMsk)) return undetermined(PATH, "the brokers are not known yet");
        return isMsk ? violation(PATH, `The name of the secret, ${show(name)}, ${prefixProblem(name)}`) : undefined;
    },
    examples: {
        valid: [
            { title: "a secret of Amazon MSK", stack: withProperties({}) },
            {
                title: "a secret for brokers of one's own",
                stack: withProperties({
                    "bootstrap.servers": "kafka.plant.example:9096",
                    "sasl.scram.password": getSecret("kafka_password", "SecretString"),
                }),
            },
            { title: "another way to log in", stack: withProperties({}, KERBEROS) },
            { title: "a secret of the stack that is associated", stack: scramUser() },
        ],
        invalid: [
            { title: "no prefix", stack: withSecret("plant_kafka") },
            { title: "small letters", stack: withSecret("amazonmsk_plant") },
            {
                title: "the ARN of a secret without it",
                stack: withSecret("arn:aws:secretsmanager:us-east-1:209876543210:secret:plant-AbCdEf"),
            },
        ],
    },
});

function withSecret(secretId: string) {
    return withProperties({
        "sasl.scram.username": getSecret(secretId, "SecretString", "username"),
        "sasl.scram.password": getSecret(secretId, "SecretString", "password"),
    });
}
