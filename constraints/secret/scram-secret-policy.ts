import { defineConstraint } from "../core/constraint";
import { isUnknown, type Known, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { scramUser } from "../examples/scramSecrets";
import { type Answer, allOf, anyOf } from "../facts/answers";
import { matchesAction } from "../facts/permissions";
import { type PolicyStatement, readPolicy } from "../facts/policyDocument";
import { SCRAM_ASSOCIATION } from "./pages";
import { policiesOf, policyFor, READABLE } from "./secretPolicies";

const PATH = ["policy"];
const SERVICES = ["kafka.amazonaws.com", "kafka.amazonaws.com.cn"];

export const scramSecretPolicy = defineConstraint({
    id: "scram-secret-policy",
    subject: "scramSecret",
    joins: true,
    requirements: ["SEC-POL-02"],
    level: "mandatory",
    severity: "high",
    what: "A resource policy of a secret for Amazon MSK lets kafka.amazonaws.com read it.",
    why: "It takes the place of the one that Amazon MSK attaches on association; without the right to read, brokers lose the user.",
    fix: 'Add a statement that allows secretsmanager:GetSecretValue to { Service: "kafka.amazonaws.com" }, or leave the policy to Amazon MSK.',
    source: SCRAM_ASSOCIATION,
    check: (secret) =>
        policiesOf(secret).flatMap(({ value, on }): Verdict[] => {
            const document = readPolicy(value, "resource");
            if (document === undefined) return [];
            const statements = isUnknown(document) ? UNKNOWN : document.statements;
            if (isUnknown(statements))
                return [undetermined(PATH, "the policy is not known, or cannot be read", { on })];
            const denied = anyOf(
                statements.map((statement) => allOf([effectIs(statement, "Deny"), isAbout(statement)])),
            );
            if (denied === true)
                return [violation(PATH, "The policy denies kafka.amazonaws.com to read the secret", { on })];
            const allowed = anyOf(
                statements.map((statement) => allOf([effectIs(statement, "Allow"), isAbout(statement)])),
            );
            if (allowed === false)
                return [violation(PATH, "No statement of the policy lets kafka.amazonaws.com read the secret", { on })];
            return isUnknown(allowed) || isUnknown(denied)
                ? [undetermined(PATH, "whether the policy lets Amazon MSK read hangs on what is not known", { on })]
                : [];
        }),
    examples: {
        valid: [
            { title: "the policy of Amazon MSK", stack: scramUser({ more: [policyFor("secret", READABLE)] }) },
            { title: "the same in the secret", stack: scramUser({ secret: { policy: READABLE } }) },
            { title: "no policy", stack: scramUser() },
            { title: "a policy that is not known yet", stack: scramUser({ more: [policyFor("secret", UNKNOWN)] }) },
        ],
        invalid: [
            {
                title: "a policy for a role alone",
                stack: withStatement({ Principal: { AWS: "arn:aws:iam::209876543210:role/plant" } }),
            },
            { title: "another action", stack: withStatement({ Action: "secretsmanager:DescribeSecret" }) },
            { title: "a denial for everyone", stack: withStatement({ Effect: "Deny", Principal: "*" }) },
            {
                title: "a service by another name",
                stack: withStatement({ Principal: { Service: "msk.amazonaws.com" } }),
            },
        ],
    },
});

function effectIs({ effect }: PolicyStatement, wanted: "Allow" | "Deny"): Answer {
    return isUnknown(effect) ? UNKNOWN : effect === wanted;
}

/** Whether a statement is about Amazon MSK reading the secret. Under conditions it is not to be told. */
function isAbout(statement: PolicyStatement): Answer {
    const { conditions } = statement;
    const isFree: Answer = !isUnknown(conditions) && conditions.length === 0 ? true : UNKNOWN;
    return allOf([
        isForService(statement.principals),
        matchesAction(statement.actions, "secretsmanager:GetSecretValue"),
        isFree,
    ]);
}

function isForService(principals: PolicyStatement["principals"]): Answer {
    if (isUnknown(principals)) return UNKNOWN;
    return anyOf(
        (principals ?? []).map(({ type, value }): Known<boolean> => {
            if (isUnknown(value)) return type === "Service" ? UNKNOWN : false;
            if (value === "*") return true;
            return type === "Service" && SERVICES.includes(value);
        }),
    );
}

function withStatement(changes: Record<string, unknown>) {
    const document = JSON.parse(READABLE) as { Version: string; Statement: object[] };
    const policy = JSON.stringify({ ...document, Statement: [{ ...document.Statement[0], ...changes }] });
    return scramUser({ more: [policyFor("secret", policy)] });
}
