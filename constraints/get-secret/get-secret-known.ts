import { matchesGlob } from "../core/configuration";
import { defineConstraint } from "../core/constraint";
import { member, UNKNOWN } from "../core/known";
import { listOption } from "../core/options";
import { nearest, show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { secret, withSecrets } from "../examples/secrets";
import { literalText } from "../facts/secretCall";
import { secretRead } from "../facts/secrets";
import { callsIn, GET_SECRET } from "./calls";

export const getSecretKnown = defineConstraint({
    id: "get-secret-known",
    subject: "kafkaAction",
    joins: true,
    requirements: ["GS-USE-02"],
    level: "advisory",
    severity: "medium",
    what: "In a stack that makes secrets, get_secret reads one of them, or one that the option `known` lists.",
    why: "A misspelt name is found out only when the rule runs: it is looked up in the rule's own account and Region.",
    fix: "Correct the name, or list it in the option `known` of get-secret-known.",
    source: GET_SECRET,
    options: { known: listOption("Secrets that are made elsewhere: * globs over the id as written.", []) },
    check: (action, { known }) => {
        const secrets = action.stack.ofKind("secret");
        if (secrets.length === 0) return undefined;
        const names = secrets.map(({ values }) => member(values, "name"));
        return callsIn(action).flatMap(({ path, secretId }): Verdict[] => {
            const id = literalText(secretId);
            if (id === undefined || secretRead(action, id) || known.some((glob) => matchesGlob(glob, id))) return [];
            if (names.some((name) => typeof name !== "string")) {
                return [undetermined(path, "the names of the stack's secrets are not known yet")];
            }
            const meant = nearest(id, names as string[]);
            return [
                violation(
                    path,
                    `The stack makes no secret ${show(id)}`,
                    meant === undefined ? {} : { fix: `Did you mean ${show(meant)}?` },
                ),
            ];
        });
    },
    examples: {
        valid: [
            { title: "a secret of the stack", stack: withSecrets([secret("AmazonMSK_plant")]) },
            { title: "a name that is not known yet", stack: withSecrets([secret(UNKNOWN)]) },
            { title: "no secret in the stack", stack: withSecrets([]) },
            {
                title: "a secret of another stack",
                stack: withSecrets([secret("another")]),
                options: { known: ["AmazonMSK_*"] },
            },
        ],
        invalid: [
            { title: "a misspelt name", stack: withSecrets([secret("AmazonMSK_plan")]) },
            {
                title: "a secret of that name in another Region",
                stack: withSecrets([secret("AmazonMSK_plant", "secret", { region: "eu-west-1" })]),
            },
        ],
    },
});
