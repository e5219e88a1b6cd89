import { defineConstraint } from "../core/constraint";
import { show } from "../core/show";
import { KAFKA_ACTION_REQUIREMENTS } from "../core/source";
import type { Verdict } from "../core/verdict";
import { getSecret } from "../examples/configurations";
import { allow, policy, READING, SECRET_NAME, SECRET_PATTERN, withSecretRole } from "../examples/roles";
import { secretRightsOf } from "../facts/secretRights";
import { secretNameOf } from "../kafka-action/secretName";
import { allOfThem, deniedFor, missing } from "./rights";

const TRUSTSTORE = { "ssl.truststore": getSecret("kafka_truststore", "SecretBinary") };
const OF_PAGE = "arn:aws:secretsmanager:region:123456789012:secret:";

export const secretRoleSecrets = defineConstraint({
    id: "secret-role-secrets",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-SEC-03"],
    level: "mandatory",
    severity: "high",
    what: "The policies of a role cover every secret that templates read with it.",
    why: "A secret that they do not cover stays closed, and no message reaches Kafka.",
    fix: "Add the ARN of the secret, ending in -??????, to the statement that allows reading.",
    source: KAFKA_ACTION_REQUIREMENTS,
    check: (role): readonly Verdict[] => {
        const uncovered = secretRightsOf(role).filter(({ decisions, withoutEnd }) =>
            deniedFor(decisions, "resource").some((action) => !withoutEnd.includes(action)),
        );
        if (uncovered.length === 0) return [];
        const names = uncovered.map(({ secretId }) => show(secretNameOf(secretId)));
        const actions = [...new Set(uncovered.flatMap(({ decisions }) => deniedFor(decisions, "resource")))];
        return [
            missing(
                role,
                `The policies of ${role.name} allow ${allOfThem(actions)} for other secrets than ${allOfThem(names)}`,
                {
                    fix: `Add the ARN of ${allOfThem(names)}, ending in -??????, to the statement that allows reading.`,
                },
            ),
        ];
    },
    examples: {
        valid: [
            {
                title: "a pattern for the secret",
                stack: withSecretRole(policy(allow(READING, { Resource: SECRET_PATTERN }))),
            },
            {
                title: "a pattern for both secrets",
                stack: withSecretRole(
                    policy(
                        allow(READING, {
                            Resource: [SECRET_PATTERN, SECRET_PATTERN.replace(SECRET_NAME, "kafka_truststore")],
                        }),
                    ),
                    [],
                    TRUSTSTORE,
                ),
            },
            {
                title: "the placeholders of the founding page",
                stack: withSecretRole(policy(allow(READING, { Resource: [`${OF_PAGE}${SECRET_NAME}-*`] }))),
            },
        ],
        invalid: [
            {
                title: "one secret of two",
                stack: withSecretRole(policy(allow(READING, { Resource: SECRET_PATTERN })), [], TRUSTSTORE),
            },
            {
                title: "the secret in another Region",
                stack: withSecretRole(
                    policy(allow(READING, { Resource: SECRET_PATTERN.replace("us-east-1", "eu-west-1") })),
                ),
            },
            {
                title: "everything but the secret",
                stack: withSecretRole(
                    policy({
                        Effect: "Allow",
                        Action: READING,
                        NotResource: ["arn:aws:secretsmanager:*:*:secret:Amazon*"],
                    }),
                ),
            },
        ],
    },
});
