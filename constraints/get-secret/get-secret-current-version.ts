import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { secret, secretVersion, withSecrets } from "../examples/secrets";
import { literalText } from "../facts/secretCall";
import { isCurrent, secretRead, versionsOf } from "../facts/secrets";
import { callsIn, GET_SECRET } from "./calls";

const VALUE = { secretString: JSON.stringify({ username: "plant", password: "not-a-real-one" }) };

export const getSecretCurrentVersion = defineConstraint({
    id: "get-secret-current-version",
    subject: "kafkaAction",
    joins: true,
    requirements: ["GS-SEM-04"],
    level: "mandatory",
    severity: "high",
    what: "A secret that get_secret reads has a version labelled AWSCURRENT.",
    why: "The function reads no other version.",
    fix: "Leave `versionStages` out, or put AWSCURRENT into it.",
    source: GET_SECRET,
    check: (action) =>
        callsIn(action).flatMap(({ path, secretId }): Verdict[] => {
            const id = literalText(secretId);
            const made = id === undefined ? undefined : secretRead(action, id);
            const current = made ? versionsOf(action.stack, made).map(isCurrent) : [];
            if (current.length === 0 || current.includes(true)) return [];
            if (current.some(isUnknown)) return [undetermined(path, "the labels of the version are not known yet")];
            return [violation(path, `No version of ${show(id)} in the stack is labelled AWSCURRENT`)];
        }),
    examples: {
        valid: [
            { title: "no labels", stack: withVersion({}) },
            { title: "AWSCURRENT among others", stack: withVersion({ versionStages: ["blue", "AWSCURRENT"] }) },
            { title: "labels that are not known yet", stack: withVersion({ versionStages: UNKNOWN }) },
            { title: "a secret whose value is set elsewhere", stack: withSecrets([secret("AmazonMSK_plant")]) },
        ],
        invalid: [{ title: "other labels only", stack: withVersion({ versionStages: ["AWSPENDING"] }) }],
    },
});

function withVersion(values: Record<string, unknown>) {
    return withSecrets([secret("AmazonMSK_plant"), secretVersion({ ...VALUE, ...values })]);
}
