import { defineConstraint } from "../core/constraint";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { placeholdersIn } from "../data/placeholders";
import { getSecret, withProperties } from "../examples/configurations";
import type { KafkaAction } from "../facts/kafkaAction";
import { literalText } from "../facts/secretCall";
import { propertyPath } from "./enumerated";
import { MSK_PASSWORDS } from "./pages";
import { secretNameOf } from "./secretName";

const PATH = propertyPath("sasl.scram.password");

export const scramSecretSame = defineConstraint({
    id: "scram-secret-same",
    subject: "kafkaAction",
    requirements: ["KAFKA-SCRAM-05"],
    level: "advisory",
    severity: "medium",
    what: "The user name and the password of SASL/SCRAM are read from one secret.",
    why: "A secret of Amazon MSK holds both; from two of them they fit together only by accident, and not after a rotation.",
    fix: "Read both from the same secret, by the keys username and password.",
    source: MSK_PASSWORDS,
    check: (action) => {
        const [user, password] = [secretOf(action, "sasl.scram.username"), secretOf(action, "sasl.scram.password")];
        if (user === undefined || password === undefined || secretNameOf(user) === secretNameOf(password))
            return undefined;
        if (placeholdersIn(`${user} ${password}`).length > 0)
            return undetermined(PATH, "a secret is a placeholder of the AWS pages");
        return violation(PATH, `The password is read from ${show(password)}, the user name from ${show(user)}`);
    },
    examples: {
        valid: [
            { title: "one secret", stack: withProperties({}) },
            { title: "a user name that is written out", stack: withProperties({ "sasl.scram.username": "plant" }) },
            {
                title: "one secret, by its name and by its ARN",
                stack: withProperties({
                    "sasl.scram.username": getSecret(
                        "arn:aws:secretsmanager:us-east-1:209876543210:secret:AmazonMSK_plant-AbCdEf",
                        "SecretString",
                        "username",
                    ),
                }),
            },
        ],
        invalid: [
            {
                title: "two secrets",
                stack: withProperties({
                    "sasl.scram.username": getSecret("AmazonMSK_other", "SecretString", "username"),
                }),
            },
        ],
    },
});

/** The id of the secret that a property reads; undefined where it reads none, several, or a computed one. */
function secretOf(action: KafkaAction, property: string): string | undefined {
    const [call, ...more] = action.secretCalls.filter((one) => one.property === property);
    return call === undefined || more.length > 0 ? undefined : literalText(call.secretId);
}
