import { isObject, type Properties, text } from "../provider/value";
import type { Account, Remembered } from "./account";
import { statementsOf, strings } from "./policyDocument";

const ROLE = "aws:iam/role:Role";
const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const POLICY = "aws:iam/policy:Policy";

/** The role with this ARN, if the account remembers it. */
export function roleOf(account: Account, roleArn: string): Remembered | undefined {
    return account.all(ROLE).find((role) => role.facts.arn === roleArn);
}

/** Whether a service may assume the role. */
export function trusts(role: Remembered, service: string): boolean {
    const statements = statementsOf(text(role.facts, "assumeRolePolicy") ?? "") ?? [];
    return statements.some(
        ({ Effect, Principal, Action }) =>
            Effect === "Allow" &&
            isObject(Principal) &&
            strings(Principal.Service).includes(service) &&
            strings(Action).some((pattern) => covers(pattern, "sts:AssumeRole")),
    );
}

/**
 * The actions that none of the role's policies allows. Resources and conditions are not weighed: a stand-in cannot know
 * what a call would be about. A role with a policy that the account does not know is taken to be allowed everything.
 */
export function lacks(account: Account, role: Remembered, actions: readonly string[]): readonly string[] {
    const documents = documentsOf(account, role);
    if (documents === undefined) {
        return [];
    }
    const statements = documents.flatMap((document) => statementsOf(document) ?? []);
    return actions.filter((action) => !allowed(statements, action));
}

function allowed(statements: readonly Properties[], action: string): boolean {
    const concerned = statements.filter((statement) => strings(statement.Action).some((one) => covers(one, action)));
    const forbidden = concerned.some(
        ({ Effect, Condition, Resource }) =>
            Effect === "Deny" && Condition === undefined && strings(Resource).includes("*"),
    );
    return !forbidden && concerned.some(({ Effect }) => Effect === "Allow");
}

/** Inline policies and attached ones; undefined when one of them is not known. */
function documentsOf(account: Account, role: Remembered): readonly string[] | undefined {
    const inline = account
        .all(ROLE_POLICY)
        .filter(({ facts }) => facts.role === role.id)
        .map(({ facts }) => text(facts, "policy") ?? "");
    const own = (Array.isArray(role.facts.inlinePolicies) ? role.facts.inlinePolicies : [])
        .filter(isObject)
        .map((one) => text(one, "policy") ?? "");
    const attached = attachedTo(account, role).map((arn) => account.find(POLICY, arn)?.facts.policy);
    if (!attached.every((document) => typeof document === "string")) {
        return undefined;
    }
    return [...inline, ...own, ...attached];
}

function attachedTo(account: Account, role: Remembered): readonly string[] {
    const separate = account.all(ATTACHMENT).filter(({ facts }) => facts.role === role.id);
    return [...separate.map(({ facts }) => text(facts, "policyArn") ?? ""), ...strings(role.facts.managedPolicyArns)];
}

/** Whether an action pattern, in any case and with `*` and `?`, covers an action. */
export function covers(pattern: string, action: string): boolean {
    const escaped = pattern
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replaceAll("*", ".*")
        .replaceAll("?", ".");
    return new RegExp(`^${escaped}$`, "i").test(action);
}
