import { defineConstraint } from "../core/constraint";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { isPlaceholderAccount } from "../data/placeholders";
import { withProperties } from "../examples/configurations";
import { literalText } from "../facts/secretCall";
import { callsIn, GET_SECRET, ROLE } from "./calls";

const ARN = /^arn:[^:]+:secretsmanager:[^:]+:(\d+):secret:.+$/s;
const NAME = /^[A-Za-z0-9/_+=.@-]{1,512}$/;

export const getSecretId = defineConstraint({
    id: "get-secret-id",
    subject: "kafkaAction",
    requirements: ["GS-ARGS-02"],
    level: "mandatory",
    severity: "high",
    what: "The first argument of get_secret is a secret's ARN or its name.",
    why: "Secrets Manager finds no secret by it, and the connection to Kafka fails.",
    fix: "Write the ARN, or the name: 1 to 512 letters, digits and characters of /_+=.@-.",
    source: GET_SECRET,
    check: (action) =>
        callsIn(action).flatMap(({ path, secretId }): Verdict[] => {
            const id = literalText(secretId);
            if (id === undefined) return [];
            const account = ARN.exec(id)?.[1];
            if (account?.length === 12 || NAME.test(id)) return [];
            if (account !== undefined && isPlaceholderAccount(account)) {
                return [undetermined(path, "the account is a placeholder of the AWS pages")];
            }
            return [violation(path, `The secret is ${show(id)}`)];
        }),
    examples: {
        valid: [
            { title: "a name", stack: withUser("plant/kafka_user@2") },
            {
                title: "an ARN",
                stack: withUser("arn:aws:secretsmanager:us-east-1:209876543210:secret:AmazonMSK_plant-a1b2c3"),
            },
        ],
        invalid: [
            { title: "a name with a space", stack: withUser("my secret") },
            { title: "an empty text", stack: withUser("") },
            { title: "the ARN of something else", stack: withUser("arn:aws:kms:us-east-1:209876543210:key/1234") },
            { title: "513 characters", stack: withUser("a".repeat(513)) },
        ],
    },
});

function withUser(secretId: string) {
    return withProperties({
        "sasl.scram.username": `\${get_secret('${secretId}', 'SecretString', 'username', '${ROLE}')}`,
    });
}
