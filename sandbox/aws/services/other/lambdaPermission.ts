import { text } from "../../../provider/value";
import { prefixSuffix } from "../../identifiers";
import { Refusal } from "../../refusal";
import type { ResourceTable } from "../../table";

const TOKEN = "aws:lambda/permission:Permission";

/** https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
export const lambdaPermission: ResourceTable = {
    token: TOKEN,
    required: ["action", "function", "principal"],
    name: { property: "statementId", limit: 100 },
    computed: ["statementId", "statementIdPrefix"],
    replaces: [
        ...["action", "eventSourceToken", "function", "functionUrlAuthType", "invokedViaFunctionUrl", "principal"],
        ...["principalOrgId", "qualifier", "sourceAccount", "sourceArn", "statementId", "statementIdPrefix"],
    ],
    remembers: ["function", "statementId"],
    make: ({ inputs }) => {
        const statementId = text(inputs, "statementId") ?? (text(inputs, "statementIdPrefix") ?? "") + prefixSuffix();
        return { id: statementId, outputs: { statementId } };
    },
    refuse: ({ moment, inputs, account, scope }) => {
        const [statementId, action] = [text(inputs, "statementId"), text(inputs, "action") ?? ""];
        if (!/^lambda:(\*|[a-zA-Z]+)$/.test(action)) {
            return new Refusal(
                "ValidationException",
                `Value '${action}' at 'action' failed to satisfy constraint: (lambda:[*]|lambda:[a-zA-Z]+|[*])`,
            );
        }
        const exists = account
            .all(TOKEN, scope.region)
            .some(({ facts }) => facts.function === inputs.function && facts.statementId === statementId);
        return moment === "create" && statementId && exists
            ? new Refusal(
                  "ResourceConflictException",
                  `The statement id (${statementId}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
              )
            : undefined;
    },
};
