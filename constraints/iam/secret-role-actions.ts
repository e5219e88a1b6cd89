import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { KAFKA_ACTION_REQUIREMENTS } from "../core/source";
import { undetermined, type Verdict } from "../core/verdict";
import { allow, policy, READING, SECRET_PATTERN, withSecretPolicies, withSecretRole } from "../examples/roles";
import type { IotRole } from "../facts/iotRole";
import { isOpen, type SecretRight, secretRightsOf } from "../facts/secretRights";
import { secretNameOf } from "../kafka-action/secretName";
import { allOfThem, at, deniedFor, leftOpen, missing, open } from "./rights";

const ON_SECRET = { Resource: SECRET_PATTERN };

export const secretRoleActions = defineConstraint({
    id: "secret-role-actions",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-SEC-01"],
    level: "mandatory",
    severity: "high",
    what: "The role in get_secret may do secretsmanager:GetSecretValue and secretsmanager:DescribeSecret.",
    why: "get_secret does both; without one of them the secret stays closed, and no message reaches Kafka.",
    fix: "Allow both actions on the secret in a policy of the role.",
    source: KAFKA_ACTION_REQUIREMENTS,
    check: (role): readonly Verdict[] => {
        const rights = secretRightsOf(role);
        const verdicts: Verdict[] = [...judgeDenied(role, rights), ...judgeMissing(role, rights)];
        const questions = new Set(rights.flatMap(({ decisions }) => leftOpen(decisions)));
        if (isOpen(role)) verdicts.push(undetermined([], "which secrets it reads is not known yet"));
        return [...verdicts, ...open(role, [...questions])];
    },
    examples: {
        valid: [
            { title: "both actions on the secret", stack: withSecretRole(policy(allow(READING, ON_SECRET))) },
            {
                title: "wildcards in any case",
                stack: withSecretRole(policy(allow(["secretsmanager:get*", "SecretsManager:Describe*"], ON_SECRET))),
            },
            { title: "a policy that is not known yet", stack: withSecretRole(UNKNOWN) },
        ],
        invalid: [
            {
                title: "no DescribeSecret",
                stack: withSecretRole(policy(allow("secretsmanager:GetSecretValue", ON_SECRET))),
            },
            { title: "rights of another service", stack: withSecretRole(policy(allow("ssm:GetParameter"))) },
            { title: "no policy", stack: withSecretPolicies([]) },
            {
                title: "a Deny",
                stack: withSecretRole(
                    policy(allow(READING, ON_SECRET), { ...allow("secretsmanager:Get*"), Effect: "Deny" }),
                ),
            },
            {
                title: "an address that AWS IoT does not have",
                stack: withSecretRole(
                    policy(allow(READING, { ...ON_SECRET, Condition: { Bool: { "aws:SecureTransport": "false" } } })),
                ),
            },
        ],
    },
});

function judgeMissing(role: IotRole, rights: readonly SecretRight[]): Verdict[] {
    const lacking = rights.filter(
        ({ decisions }) => deniedFor(decisions, "action", "condition", "boundary").length > 0,
    );
    if (lacking.length === 0) return [];
    const actions = new Set(
        lacking.flatMap(({ decisions }) => deniedFor(decisions, "action", "condition", "boundary")),
    );
    const names = lacking.map(({ secretId }) => show(secretNameOf(secretId)));
    const what = allOfThem([...actions]);
    return [
        missing(
            role,
            `The policies of ${role.name} do not allow ${what} for ${allOfThem(names)}, which get_secret reads with it`,
            {
                fix: `Allow ${what} for ${allOfThem(names)} in a policy of ${role.name}.`,
            },
        ),
    ];
}

function judgeDenied(role: IotRole, rights: readonly SecretRight[]): Verdict[] {
    const statements = new Set(
        rights.flatMap(({ decisions }) => [...decisions.values()].flatMap(({ by }) => by ?? [])),
    );
    return [...statements].map((statement) => {
        const denied = rights.flatMap(({ decisions }) => [...decisions].filter(([, { by }]) => by === statement));
        const actions = [...new Set(denied.map(([action]) => action))];
        return at(role.placeOf(statement), `A statement denies ${role.name} ${allOfThem(actions)}`, {
            fix: "Take these actions out of the Deny.",
        });
    });
}
