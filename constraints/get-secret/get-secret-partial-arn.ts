import { defineConstraint } from "../core/constraint";
import { show } from "../core/show";
import { page } from "../core/source";
import { violation } from "../core/verdict";
import { getSecret, withProperties } from "../examples/configurations";
import { literalText } from "../facts/secretCall";
import { callsIn } from "./calls";

const SECRET = "arn:aws:secretsmanager:us-east-1:209876543210:secret:AmazonMSK_plant";

export const getSecretPartialArn = defineConstraint({
    id: "get-secret-partial-arn",
    subject: "kafkaAction",
    requirements: ["GS-USE-04"],
    level: "advisory",
    severity: "medium",
    what: "The ARN of a secret is complete, with the hyphen and six characters at its end.",
    why: "A partial ARN may find another secret whose name goes on with a hyphen and six characters.",
    fix: "Write the complete ARN or, in the rule's own account and Region, the name.",
    source: page(
        "GetSecretValue",
        "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html",
    ),
    check: (action) =>
        callsIn(action).flatMap(({ path, secretId }) => {
            const id = literalText(secretId);
            if (id === undefined || !id.startsWith("arn:") || /-[A-Za-z0-9]{6}$/.test(id)) return [];
            return violation(path, `The secret's ARN is ${show(id)}`);
        }),
    examples: {
        valid: [
            { title: "a complete ARN", stack: withUser(`${SECRET}-a1b2c3`) },
            { title: "a name", stack: withUser("AmazonMSK_plant") },
        ],
        invalid: [{ title: "an ARN without its last characters", stack: withUser(SECRET) }],
    },
});

function withUser(secretId: string) {
    return withProperties({ "sasl.scram.username": getSecret(secretId, "SecretString", "username") });
}
