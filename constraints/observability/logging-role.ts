import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { watching } from "../examples/alarms";
import { loggingOptions } from "../examples/logging";
import { allow, policy, trust } from "../examples/roles";
import { type Answer, allOf, anyOf } from "../facts/answers";
import { IotRole } from "../facts/iotRole";
import { iotRoleOf } from "../facts/iotRoles";
import { IOT_LOG_GROUP } from "../facts/logs";
import { contextOf, matchesAction } from "../facts/permissions";
import { roleIn } from "../facts/roles";
import type { ResourceFacts } from "../facts/stack";
import { namesIot, trustStatementsOf } from "../facts/trust";
import { LOGGING } from "./pages";

/** What AWS IoT does with the role. */
const ACTIONS = [
    "logs:CreateLogGroup",
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "logs:PutMetricFilter",
    "logs:PutRetentionPolicy",
];

const GROUP = {
    partition: UNKNOWN,
    service: "logs",
    region: UNKNOWN,
    account: UNKNOWN,
    resource: `log-group:${IOT_LOG_GROUP}`,
    isOpen: true,
} as const;

export const loggingRole = defineConstraint({
    id: "logging-role",
    subject: "loggingOptions",
    joins: true,
    requirements: ["LOG-07"],
    level: "mandatory",
    severity: "medium",
    what: "The role of account-wide logging trusts iot.amazonaws.com and may write to CloudWatch Logs.",
    why: "AWS IoT writes no log without it, and why a message was not sent stands in the log alone.",
    fix: `Let iot.amazonaws.com assume the role, and allow it ${ACTIONS.join(", ")}.`,
    source: LOGGING,
    check: ({ stack, resource }): Verdict[] => {
        const made = roleIn(stack, resource, "roleArn", resource.values.roleArn);
        if (made === undefined) return [];
        const role = new IotRole(stack, made, { destinations: [], secrets: [], unknownReads: [], errors: [] });
        // Whom a role trusts that AWS IoT also assumes for a rule or a destination is said once.
        return [...(iotRoleOf(stack, made) ? [] : judgeTrust(role)), ...judgeRights(role)];
    },
    examples: {
        valid: [
            { title: "trust and all five actions", stack: withRole(trust(), policy(allow(ACTIONS))) },
            { title: "wildcards", stack: withRole(trust(), policy(allow("logs:*"))) },
            { title: "a policy that is not known yet", stack: withRole(trust(), UNKNOWN) },
            { title: "a role of another stack", stack: watching(loggingOptions()) },
        ],
        invalid: [
            {
                title: "trust in another service",
                stack: withRole(trust({ Principal: { Service: "lambda.amazonaws.com" } }), policy(allow(ACTIONS))),
            },
            { title: "three of the actions", stack: withRole(trust(), policy(allow(ACTIONS.slice(0, 3)))) },
        ],
    },
});

function judgeTrust(role: IotRole): Verdict[] {
    const path = ["assumeRolePolicy"];
    const on = role.resource;
    const statements = trustStatementsOf(role);
    if (statements === undefined) return [];
    if (isUnknown(statements)) return [undetermined(path, "who may assume the role is not known yet", { on })];
    const answers = statements.map(
        (one): Answer =>
            one.effect === "Deny" ? false : allOf([namesIot(one), matchesAction(one.actions, "sts:AssumeRole")]),
    );
    const trusts = anyOf(answers);
    if (trusts === false)
        return [violation(path, `${role.name}, which AWS IoT writes logs with, does not trust it`, { on })];
    return isUnknown(trusts) ? [undetermined(path, "who may assume the role is not known yet", { on })] : [];
}

function judgeRights(role: IotRole): Verdict[] {
    const decisions = ACTIONS.map((action) => ({
        action,
        answer: role.decide({ action, resource: GROUP, context: contextOf({}) }).answer,
    }));
    const { on, path } = role.placeOfRights;
    const denied = decisions.filter(({ answer }) => answer === "denied").map(({ action }) => action);
    if (denied.length > 0) {
        const found = `${role.name}, which AWS IoT writes logs with, may not do ${denied.join(", ")}`;
        return [violation(path, found, { on })];
    }
    return decisions.some(({ answer }) => answer === "undetermined")
        ? [undetermined(path, "what the role may do is not known yet", { on })]
        : [];
}

function withRole(assumeRolePolicy: unknown, document: unknown) {
    const { values } = loggingOptions();
    const made: ResourceFacts = {
        kind: "role",
        id: "logs-role",
        name: "logs-role",
        values: { arn: values.roleArn, name: "iot-logs", assumeRolePolicy },
    };
    const rights: ResourceFacts = {
        kind: "rolePolicy",
        id: "logs-policy",
        name: "logs-policy",
        values: { role: "iot-logs", policy: document },
        references: { role: ["logs-role"] },
    };
    return watching(loggingOptions(), made, rights);
}
