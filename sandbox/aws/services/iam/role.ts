import { amount, text } from "../../../provider/value";
import { iamId } from "../../identifiers";
import { malformed } from "../../policyDocument";
import { Refusal } from "../../refusal";
import { globalArn } from "../../scope";
import type { ResourceTable } from "../../table";
import { first, isTaken, lengthRefusal, nameOf, patternRefusal } from "../common";

const NAME = /^[\w+=,.@-]+$/;

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const role: ResourceTable = {
    token: "aws:iam/role:Role",
    required: ["assumeRolePolicy"],
    name: { property: "name", limit: 64 },
    taggable: true,
    regional: false,
    defaults: { path: "/", maxSessionDuration: 3600, forceDetachPolicies: false },
    computed: ["arn", "createDate", "uniqueId", "name", "namePrefix", "inlinePolicies", "managedPolicyArns"],
    replaces: ["name", "namePrefix", "path"],
    documents: ["assumeRolePolicy", "inlinePolicies.policy"],
    sets: ["managedPolicyArns", "inlinePolicies"],
    remembers: ["name", "arn", "assumeRolePolicy", "inlinePolicies", "managedPolicyArns", "forceDetachPolicies"],
    make: (attempt) => {
        const name = nameOf(attempt);
        const arn = globalArn(attempt.scope, "iam", `role${text(attempt.inputs, "path") ?? "/"}${name}`);
        const outputs = { name, arn, uniqueId: iamId("AROA"), createDate: new Date().toISOString() };
        return { id: name, outputs: { ...outputs, inlinePolicies: [], managedPolicyArns: [] } };
    },
    refuse: (attempt) => {
        const name = text(attempt.inputs, "name") ?? "";
        const session = amount(attempt.inputs, "maxSessionDuration") ?? 3600;
        return first(
            () => (name && !NAME.test(name) ? patternRefusal("ValidationError", name, "roleName", NAME) : undefined),
            () => (name.length > 64 ? lengthRefusal("ValidationError", name, "roleName", 64) : undefined),
            () =>
                session < 3600 || session > 43200
                    ? new Refusal("ValidationError", "MaxSessionDuration must be between 3600 and 43200 seconds.")
                    : undefined,
            () => malformed(attempt.inputs.assumeRolePolicy, "trust"),
            () =>
                isTaken(attempt, "aws:iam/role:Role", "name")
                    ? new Refusal("EntityAlreadyExists", `Role with name ${name} already exists.`)
                    : undefined,
        );
    },
    holds: ({ id, account }) => {
        const inline = account.all("aws:iam/rolePolicy:RolePolicy").some(({ facts }) => facts.role === id);
        if (inline) {
            return new Refusal("DeleteConflict", "Cannot delete entity, must delete policies first.");
        }
        const attached = account
            .all("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
            .some(({ facts }) => facts.role === id);
        return attached
            ? new Refusal("DeleteConflict", "Cannot delete entity, must detach all policies first.")
            : undefined;
    },
};
