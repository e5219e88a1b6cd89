import { type Properties, text } from "../../../provider/value";
import { iamId, prefixSuffix } from "../../identifiers";
import { malformed } from "../../policyDocument";
import { Refusal } from "../../refusal";
import { globalArn } from "../../scope";
import type { ResourceTable } from "../../table";
import { first, isTaken, lengthRefusal, nameOf, patternRefusal } from "../common";

const NAME = /^[\w+=,.@-]+$/;
const INLINE_LIMIT = 10_240;
const MANAGED_LIMIT = 6_144;

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html */
export const rolePolicy: ResourceTable = {
    token: "aws:iam/rolePolicy:RolePolicy",
    required: ["policy", "role"],
    name: { property: "name", limit: 128 },
    regional: false,
    computed: ["name", "namePrefix"],
    replaces: ["name", "namePrefix", "role"],
    documents: ["policy"],
    remembers: ["role", "name", "policy"],
    make: (attempt) => {
        const name = nameOf(attempt);
        return { id: `${text(attempt.inputs, "role")}:${name}`, outputs: { name } };
    },
    refuse: ({ inputs }) => {
        const name = text(inputs, "name");
        return first(
            () => (name && !NAME.test(name) ? patternRefusal("ValidationError", name, "policyName", NAME) : undefined),
            () => (name && name.length > 128 ? lengthRefusal("ValidationError", name, "policyName", 128) : undefined),
            () => roleNameProblem(inputs),
            () => malformed(inputs.policy, "identity"),
            () =>
                withoutBlanks(text(inputs, "policy")) > INLINE_LIMIT
                    ? new Refusal(
                          "LimitExceeded",
                          `Maximum policy size of ${INLINE_LIMIT} bytes exceeded for role ${text(inputs, "role")}`,
                      )
                    : undefined,
        );
    },
};

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
export const policy: ResourceTable = {
    token: "aws:iam/policy:Policy",
    required: ["policy"],
    name: { property: "name", limit: 128 },
    taggable: true,
    regional: false,
    defaults: { path: "/" },
    computed: ["arn", "policyId", "attachmentCount", "name", "namePrefix"],
    replaces: ["name", "namePrefix", "path", "description"],
    documents: ["policy"],
    remembers: ["arn", "name", "policy"],
    make: (attempt) => {
        const name = nameOf(attempt);
        const arn = globalArn(attempt.scope, "iam", `policy${text(attempt.inputs, "path") ?? "/"}${name}`);
        return { id: arn, outputs: { name, arn, policyId: iamId("ANPA"), attachmentCount: 0 } };
    },
    refuse: (attempt) =>
        first(
            () => malformed(attempt.inputs.policy, "identity"),
            () =>
                withoutBlanks(text(attempt.inputs, "policy")) > MANAGED_LIMIT
                    ? new Refusal("LimitExceeded", `Cannot exceed quota for PolicySize: ${MANAGED_LIMIT}`)
                    : undefined,
            () =>
                isTaken(attempt, "aws:iam/policy:Policy", "name")
                    ? new Refusal(
                          "EntityAlreadyExists",
                          `A policy called ${text(attempt.inputs, "name")} already exists. Duplicate names are not allowed.`,
                      )
                    : undefined,
        ),
    holds: ({ id, account }) =>
        account.all("aws:iam/rolePolicyAttachment:RolePolicyAttachment").some(({ facts }) => facts.policyArn === id)
            ? new Refusal("DeleteConflict", "Cannot delete a policy attached to entities.")
            : undefined,
};

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html */
export const rolePolicyAttachment: ResourceTable = {
    token: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    required: ["policyArn", "role"],
    regional: false,
    computed: [],
    replaces: ["policyArn", "role"],
    remembers: ["role", "policyArn"],
    make: ({ inputs }) => ({ id: `${text(inputs, "role")}-${prefixSuffix()}`, outputs: {} }),
    refuse: ({ inputs }) => {
        const arn = text(inputs, "policyArn") ?? "";
        return first(
            () => roleNameProblem(inputs),
            () =>
                /^arn:[\w-]+:iam::(\d{12}|aws):policy\/.+/.test(arn)
                    ? undefined
                    : new Refusal("InvalidInput", `ARN ${arn} is not valid.`),
        );
    },
};

/** A role is meant by its name; an ARN is no name. */
function roleNameProblem(inputs: Properties): Refusal | undefined {
    const role = text(inputs, "role") ?? "";
    return NAME.test(role)
        ? undefined
        : new Refusal("ValidationError", `The specified value for roleName, ${role}, is invalid.`);
}

/** IAM does not count white space. */
function withoutBlanks(document: string | undefined): number {
    return (document ?? "").replace(/\s/g, "").length;
}
