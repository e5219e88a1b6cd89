import { amount, isObject, type Properties, text } from "../../../provider/value";
import { uuid } from "../../identifiers";
import { covers } from "../../permissions";
import { malformed, statementsOf, strings } from "../../policyDocument";
import { Refusal } from "../../refusal";
import { arn, globalArn, type Scope } from "../../scope";
import type { ResourceTable } from "../../table";
import { first } from "../common";

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html */
export const key: ResourceTable = {
    token: "aws:kms/key:Key",
    required: [],
    taggable: true,
    defaults: {
        bypassPolicyLockoutSafetyCheck: false,
        customerMasterKeySpec: "SYMMETRIC_DEFAULT",
        enableKeyRotation: false,
        isEnabled: true,
        keyUsage: "ENCRYPT_DECRYPT",
    },
    computed: ["arn", "keyId", "policy", "description", "multiRegion", "rotationPeriodInDays"],
    replaces: ["customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion", "xksKeyId"],
    documents: ["policy"],
    remembers: [
        "arn",
        "keyId",
        "policy",
        "customerMasterKeySpec",
        "keyUsage",
        "isEnabled",
        "multiRegion",
        "description",
    ],
    make: ({ scope, inputs }) => {
        const keyId = (inputs.multiRegion === true ? "mrk-" : "") + uuid();
        const rotation = inputs.enableKeyRotation === true ? { rotationPeriodInDays: 365 } : {};
        return {
            id: keyId,
            outputs: {
                keyId,
                arn: arn(scope, "kms", `key/${keyId}`),
                multiRegion: false,
                policy: ownersPolicy(scope),
                ...rotation,
            },
        };
    },
    refuse: ({ inputs, scope }) => {
        const window = amount(inputs, "deletionWindowInDays") ?? 30;
        return first(
            () =>
                window < 7 || window > 30
                    ? new Refusal("ValidationException", "PendingWindowInDays must be between 7 and 30")
                    : undefined,
            () => keyPolicyProblem(inputs, scope),
        );
    },
};

/** A key's policy as a resource of its own: https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html */
export const keyPolicy: ResourceTable = {
    token: "aws:kms/keyPolicy:KeyPolicy",
    required: ["keyId", "policy"],
    defaults: { bypassPolicyLockoutSafetyCheck: false },
    computed: [],
    replaces: ["keyId"],
    documents: ["policy"],
    make: ({ inputs }) => ({ id: text(inputs, "keyId") ?? "", outputs: {} }),
    refuse: ({ inputs, scope }) => keyPolicyProblem(inputs, scope),
};

function keyPolicyProblem(inputs: Properties, scope: Scope): Refusal | undefined {
    const policy = text(inputs, "policy");
    if (!policy) {
        return undefined;
    }
    const code = "MalformedPolicyDocumentException";
    const locked = () => inputs.bypassPolicyLockoutSafetyCheck !== true && locksOut(policy, scope);
    return (
        malformed(policy, "resource", code) ??
        (locked()
            ? new Refusal(code, "The new key policy will not allow you to update the key policy in the future.")
            : undefined)
    );
}

/** The key policy that KMS writes when none is given. */
function ownersPolicy(scope: Scope): string {
    return JSON.stringify({
        Version: "2012-10-17",
        Id: "key-default-1",
        Statement: [
            {
                Sid: "Enable IAM User Permissions",
                Effect: "Allow",
                Principal: { AWS: globalArn(scope, "iam", "root") },
                Action: "kms:*",
                Resource: "*",
            },
        ],
    });
}

/** Whether nobody of the account may change the policy afterwards. */
function locksOut(policy: string, scope: Scope): boolean {
    return !(statementsOf(policy) ?? []).some(
        (statement) =>
            statement.Effect === "Allow" &&
            strings(statement.Action).some((pattern) => covers(pattern, "kms:PutKeyPolicy")) &&
            principals(statement).some(
                (one) => one === "*" || one === scope.account || one.includes(`:${scope.account}:`),
            ),
    );
}

function principals({ Principal }: Properties): readonly string[] {
    return isObject(Principal) ? strings(Principal.AWS) : strings(Principal);
}
