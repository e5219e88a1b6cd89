import { defineConstraint } from "../core/constraint";
import { show } from "../core/show";
import { KAFKA_ACTION_REQUIREMENTS } from "../core/source";
import type { Verdict } from "../core/verdict";
import { allow, policy, READING, SECRET_PATTERN, withSecretRole } from "../examples/roles";
import { secretRightsOf } from "../facts/secretRights";
import { secretNameOf } from "../kafka-action/secretName";
import { deniedFor, missing } from "./rights";

const BARE = SECRET_PATTERN.slice(0, -"-??????".length);

export const secretRoleArn = defineConstraint({
    id: "secret-role-arn",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-SEC-02"],
    level: "mandatory",
    severity: "high",
    what: "A policy that names a secret names its whole ARN, with the hyphen and the six characters that Secrets Manager adds.",
    why: "An ARN that ends in the secret's name matches no secret, so that the role may not read it.",
    fix: "End the ARN in -?????? or -*, or write the secret's whole ARN.",
    source: KAFKA_ACTION_REQUIREMENTS,
    check: (role): readonly Verdict[] =>
        secretRightsOf(role)
            .filter(({ decisions, withoutEnd }) =>
                deniedFor(decisions, "resource").some((action) => withoutEnd.includes(action)),
            )
            .map(({ secretId }) => {
                const name = secretNameOf(secretId);
                return missing(
                    role,
                    `A policy of ${role.name} names the secret ${show(name)} without the end of its ARN`,
                    {
                        fix: `Write the ARN as …:secret:${name}-?????? in the policy.`,
                    },
                );
            }),
    examples: {
        valid: [
            {
                title: "six question marks",
                stack: withSecretRole(policy(allow(READING, { Resource: SECRET_PATTERN }))),
            },
            {
                title: "a star after the hyphen",
                stack: withSecretRole(policy(allow(READING, { Resource: `${BARE}-*` }))),
            },
            { title: "a whole ARN", stack: withSecretRole(policy(allow(READING, { Resource: `${BARE}-a1B2c3` }))) },
        ],
        invalid: [{ title: "the name alone", stack: withSecretRole(policy(allow(READING, { Resource: BARE }))) }],
    },
});
