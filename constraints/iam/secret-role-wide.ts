import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { KAFKA_ACTION_REQUIREMENTS } from "../core/source";
import type { Verdict } from "../core/verdict";
import { allow, policy, READING, rights, SECRET_PATTERN, withSecretPolicies, withSecretRole } from "../examples/roles";
import type { IotRole } from "../facts/iotRole";
import { matchesAction } from "../facts/permissions";
import { statementsOf } from "../facts/roleDocuments";
import { SECRET_ACTIONS } from "../facts/secretRights";
import { at } from "./rights";

const MANAGED = /^arn:[a-z-]+:iam::aws:policy\/(AdministratorAccess|PowerUserAccess|SecretsManagerReadWrite)$/;

export const secretRoleWide = defineConstraint({
    id: "secret-role-wide",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-SEC-04"],
    level: "advisory",
    severity: "medium",
    what: "The role in get_secret may read the secrets of its rules, not every secret of the account.",
    why: 'With Resource "*" whoever may change a rule can read every secret of the account by a template.',
    fix: "Name the secrets by their ARNs, each ending in -??????.",
    source: KAFKA_ACTION_REQUIREMENTS,
    check: (role): readonly Verdict[] =>
        role.uses.secrets.length === 0 ? [] : [...wideStatements(role), ...wideAttachments(role)],
    examples: {
        valid: [
            { title: "one secret", stack: withSecretRole(policy(allow(READING, { Resource: SECRET_PATTERN }))) },
            {
                title: "everything of another service",
                stack: withSecretRole(policy(allow(READING, { Resource: SECRET_PATTERN }), allow("ec2:Describe*"))),
            },
        ],
        invalid: [
            { title: "every secret", stack: withSecretRole(policy(allow(READING))) },
            { title: "all of Secrets Manager", stack: withSecretRole(policy(allow("secretsmanager:*"))) },
            {
                title: "AWS's SecretsManagerReadWrite",
                stack: withSecretPolicies([
                    {
                        ...rights("iot-kafka-secrets", undefined),
                        kind: "rolePolicyAttachment",
                        values: {
                            role: "iot-kafka-secrets",
                            policyArn: "arn:aws:iam::aws:policy/SecretsManagerReadWrite",
                        },
                    },
                ]),
            },
        ],
    },
});

function wideStatements(role: IotRole): Verdict[] {
    return role.documents.flatMap((document) =>
        statementsOf(document).flatMap(({ effect, actions, resources, path }): Verdict[] => {
            if (effect !== "Allow" || resources === undefined || isUnknown(resources.values)) return [];
            const reads = SECRET_ACTIONS.some((action) => matchesAction(actions, action) === true);
            const isWide = resources.values.some((one) => typeof one === "string" && /^\*+$/.test(one));
            if (!reads || !isWide || resources.excluding) return [];
            const place = { on: document.resource, path: [...document.at, ...path] };
            return [at(place, `${role.name}, the role of get_secret, may read secrets on Resource "*"`)];
        }),
    );
}

function wideAttachments(role: IotRole): Verdict[] {
    return role.managedPolicies.flatMap(({ on, path, arn }): Verdict[] => {
        const name = MANAGED.exec(arn)?.[1];
        return name === undefined ? [] : [at({ on, path }, `${role.name}, the role of get_secret, has AWS's ${name}`)];
    });
}
