import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { isPlaceholderRegion } from "../data/placeholders";
import { getSecret, withProperties } from "../examples/configurations";
import { literalText } from "../facts/secretCall";
import { callsIn, GET_SECRET } from "./calls";

export const getSecretRegion = defineConstraint({
    id: "get-secret-region",
    subject: "kafkaAction",
    requirements: ["SEC-REGION-02"],
    level: "mandatory",
    severity: "high",
    what: "A secret that get_secret names by its ARN is in the rule's Region.",
    why: "AWS IoT reads secrets of its own Region only.",
    fix: "Replicate the secret to the rule's Region and name the replica.",
    source: GET_SECRET,
    check: (action) =>
        callsIn(action).flatMap(({ path, secretId }): Verdict[] => {
            const { region } = action;
            const wanted = /^arn:[^:]+:secretsmanager:([^:]+):/.exec(literalText(secretId) ?? "")?.[1];
            if (wanted === undefined || region === undefined || wanted === region) return [];
            if (isUnknown(region)) return [undetermined(path, "the rule's Region is not known yet")];
            if (isPlaceholderRegion(wanted))
                return [undetermined(path, "the Region is a placeholder of the AWS pages")];
            return [violation(path, `The secret is in ${wanted}, the rule in ${region}`)];
        }),
    examples: {
        valid: [
            { title: "the rule's Region", stack: withUser("us-east-1") },
            { title: "a name", stack: withProperties({}) },
            { title: "a placeholder", stack: withUser("region") },
        ],
        invalid: [{ title: "another Region", stack: withUser("eu-west-1") }],
    },
});

function withUser(region: string) {
    const arn = `arn:aws:secretsmanager:${region}:209876543210:secret:AmazonMSK_plant-a1b2c3`;
    return withProperties({ "sasl.scram.username": getSecret(arn, "SecretString", "username") });
}
