import { amount, text } from "../../../provider/value";
import { secretSuffix } from "../../identifiers";
import { malformed } from "../../policyDocument";
import { Refusal } from "../../refusal";
import { arn } from "../../scope";
import type { Attempt, ResourceTable } from "../../table";
import { first, isTaken, nameOf } from "../common";

const TOKEN = "aws:secretsmanager/secret:Secret";
/** Not a resource type: the names of secrets that are scheduled for deletion. */
const SCHEDULED = "scheduled for deletion: aws:secretsmanager/secret:Secret";
const DAY_MS = 86_400_000;

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html */
export const secret: ResourceTable = {
    token: TOKEN,
    required: [],
    name: { property: "name", limit: 512 },
    taggable: true,
    defaults: { forceOverwriteReplicaSecret: false, recoveryWindowInDays: 30 },
    computed: ["arn", "name", "namePrefix", "policy", "replicas"],
    replaces: ["name", "namePrefix"],
    documents: ["policy"],
    sets: ["replicas"],
    remembers: ["name", "arn", "kmsKeyId"],
    make: (attempt) => {
        const name = nameOf(attempt);
        const secretArn = arn(attempt.scope, "secretsmanager", `secret:${name}-${secretSuffix()}`);
        return { id: secretArn, outputs: { name, arn: secretArn, policy: "", replicas: [] } };
    },
    refuse: (attempt) => {
        const name = text(attempt.inputs, "name") ?? "";
        const window = amount(attempt.inputs, "recoveryWindowInDays") ?? 30;
        return first(
            () =>
                /^[\w/+=.@-]*$/.test(name)
                    ? undefined
                    : new Refusal(
                          "ValidationException",
                          "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!",
                      ),
            () =>
                window !== 0 && (window < 7 || window > 30)
                    ? new Refusal(
                          "InvalidParameterException",
                          "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).",
                      )
                    : undefined,
            () =>
                isTaken(attempt, TOKEN, "name")
                    ? new Refusal(
                          "ResourceExistsException",
                          `The operation failed because the secret ${name} already exists.`,
                      )
                    : undefined,
            () => scheduledProblem(attempt, name),
        );
    },
    buried: ({ state, account, scope }) => {
        const window = amount(state, "recoveryWindowInDays") ?? 30;
        const name = text(state, "name") ?? "";
        if (window > 0) {
            const until = Date.now() + window * DAY_MS;
            account.remember({ type: SCHEDULED, region: scope.region, id: name, facts: { until } });
        }
    },
};

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html */
export const secretPolicy: ResourceTable = {
    token: "aws:secretsmanager/secretPolicy:SecretPolicy",
    required: ["policy", "secretArn"],
    defaults: { blockPublicPolicy: false },
    computed: [],
    replaces: ["secretArn"],
    documents: ["policy"],
    make: ({ inputs }) => ({ id: text(inputs, "secretArn") ?? "", outputs: {} }),
    refuse: ({ inputs }) => malformed(inputs.policy, "resource", "MalformedPolicyDocumentException"),
};

function scheduledProblem({ moment, account, scope }: Attempt, name: string): Refusal | undefined {
    const until = account.find(SCHEDULED, name, scope.region)?.facts.until;
    return moment === "create" && typeof until === "number" && until > Date.now()
        ? new Refusal(
              "InvalidRequestException",
              "You can't create this secret because a secret with this name is already scheduled for deletion. " +
                  `(secret ${name}; recoveryWindowInDays 0 deletes without a delay)`,
          )
        : undefined;
}
