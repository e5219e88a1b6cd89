import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { trust, withErrorTrust, withTrust } from "../examples/roles";
import { anyOf } from "../facts/answers";
import type { IotRole } from "../facts/iotRole";
import { matchesAction } from "../facts/permissions";
import type { PolicyStatement } from "../facts/policyDocument";
import { IOT_SERVICE, letsIotIn, namesIot, trustStatementsOf } from "../facts/trust";
import { lookAlikeIn } from "./lookAlikes";
import { ROLE_FOR_RULES } from "./pages";
import { TRUST } from "./trustQuestion";

export const roleTrustPrincipal = defineConstraint({
    id: "role-trust-principal",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-TRUST-01", "IAM-TRUST-03", "IAM-ERR-01"],
    level: "mandatory",
    severity: "high",
    what: `A role that AWS IoT assumes trusts the service ${IOT_SERVICE}, in every partition.`,
    why: "AWS IoT may assume no other role: the destination is refused or goes to ERROR, secrets stay closed, errors are lost.",
    fix: `Write "Principal": { "Service": "${IOT_SERVICE}" } in the role's assumeRolePolicy.`,
    source: ROLE_FOR_RULES,
    check: (role) => {
        const statements = trustStatementsOf(role);
        if (statements === undefined) return undefined;
        if (isUnknown(statements)) return undetermined(TRUST, "who may assume the role is not known yet");
        const denying = statements.find(deniesIot);
        if (denying) {
            return violation([...TRUST, ...denying.path], `The trust policy of ${role.name} denies ${IOT_SERVICE}`, {
                requirements: rowsOf(role, "IAM-TRUST-01"),
            });
        }
        const answer = anyOf(statements.map(letsIotIn));
        if (answer === true) return undefined;
        if (isUnknown(answer)) return undetermined(TRUST, "some of those who may assume the role are not known yet");
        const other = lookAlikeIn(statements);
        return other === undefined
            ? violation(TRUST, `${role.name}, ${purposeOf(role)}, does not trust ${IOT_SERVICE}`, {
                  requirements: rowsOf(role, "IAM-TRUST-01"),
              })
            : violation(
                  [...TRUST, ...other.path],
                  `${role.name}, ${purposeOf(role)}, trusts ${other.principal}, ${other.meaning}, but not ${IOT_SERVICE}`,
                  { requirements: rowsOf(role, "IAM-TRUST-01", "IAM-TRUST-03") },
              );
    },
    examples: {
        valid: [
            { title: "AWS IoT", stack: withTrust(trust()) },
            { title: "AWS IoT beside another service", stack: withTrust(trustIn("lambda.amazonaws.com", IOT_SERVICE)) },
            { title: "trust that is not known yet", stack: withTrust(UNKNOWN) },
            {
                title: "a role whose trust is not in the stack",
                stack: withTrust(undefined),
            },
        ],
        invalid: [
            { title: "the credential provider of AWS IoT", stack: withTrust(trustIn("credentials.iot.amazonaws.com")) },
            { title: "Amazon MSK", stack: withTrust(trustIn("kafka.amazonaws.com")) },
            { title: "EC2", stack: withTrust(trustIn("ec2.amazonaws.com")) },
            { title: "AWS IoT Events", stack: withTrust(trustIn("iotevents.amazonaws.com")) },
            { title: "the name that other services have in China", stack: withTrust(trustIn(`${IOT_SERVICE}.cn`)) },
            { title: "an account", stack: withTrust(trust({ Principal: { AWS: "209876543210" } })) },
            {
                title: "another service for an error action",
                stack: withErrorTrust(trustIn("sqs.amazonaws.com")),
            },
        ],
    },
});

function deniesIot(statement: PolicyStatement): boolean {
    const { effect, actions, conditions } = statement;
    if (effect !== "Deny" || namesIot(statement) !== true || isUnknown(conditions)) return false;
    return conditions.length === 0 && matchesAction(actions, "sts:AssumeRole") === true;
}

function rowsOf({ uses }: IotRole, ...rows: string[]): string[] {
    return uses.errors.length > 0 ? [...rows, "IAM-ERR-01"] : rows;
}

function purposeOf({ uses }: IotRole): string {
    if (uses.destinations.length > 0) return "the role of a destination";
    return uses.errors.length > 0 ? "the role of an error action" : "the role of get_secret";
}

function trustIn(...services: string[]): string {
    return trust({ Principal: { Service: services } });
}
