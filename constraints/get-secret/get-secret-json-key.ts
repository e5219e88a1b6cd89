import { defineConstraint } from "../core/constraint";
import { isRecord, isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { PLAIN } from "../examples/configurations";
import { secret, secretVersion, withSecrets } from "../examples/secrets";
import type { KafkaAction } from "../facts/kafkaAction";
import { literalText, type SecretCall } from "../facts/secretCall";
import { isCurrent, secretRead, secretStringOf, versionsOf } from "../facts/secrets";
import { secretUseOf } from "../facts/secretUse";
import type { ResourceFacts } from "../facts/stack";
import { SCRAM_MEMBERS } from "../secret/scramMembers";
import { hasScramPrefix } from "../secret/scramPrefix";
import { callsIn, GET_SECRET } from "./calls";

const JSON_TEXT = JSON.stringify({ username: "plant", password: "not-a-real-one" });

export const getSecretJsonKey = defineConstraint({
    id: "get-secret-json-key",
    subject: "kafkaAction",
    joins: true,
    requirements: ["GS-SEM-02"],
    level: "mandatory",
    severity: "high",
    what: "A key of get_secret is a member of the JSON object that the secret holds.",
    why: "The function fails when the rule runs: the secret is no JSON object, or has no such member.",
    fix: "Name a member of the secret, or store it as a JSON object with that member.",
    source: GET_SECRET,
    check: (action) => callsIn(action).flatMap((call) => judge(action, call)),
    examples: {
        valid: [
            { title: "a member of the object", stack: withVersion(JSON_TEXT) },
            { title: "a secret that is not known yet", stack: withVersion(UNKNOWN) },
            { title: "a secret of another stack", stack: withSecrets([secret("another")]) },
        ],
        invalid: [
            {
                title: "a member that is not there",
                stack: withSecrets(
                    [secret("kafka_api_key"), secretVersion({ secretString: JSON.stringify({ key: "plant" }) })],
                    {},
                    PLAIN,
                ),
            },
            { title: "a text that is no JSON", stack: withVersion("not-a-real-one") },
            { title: "a JSON list", stack: withVersion("[]") },
        ],
    },
});

function judge(action: KafkaAction, call: SecretCall): Verdict[] {
    const { path, secretId, secretType, key } = call;
    const [id, wanted] = [literalText(secretId), literalText(key)];
    if (id === undefined || wanted === undefined || wanted === "" || literalText(secretType) !== "SecretString")
        return [];
    const made = secretRead(action, id);
    if (made === undefined || isSaidElsewhere(action, call, made, wanted)) return [];
    return versionsOf(action.stack, made).flatMap((version): Verdict[] => {
        if (isCurrent(version) === false) return [];
        const text = secretStringOf(version.values);
        if (isUnknown(text)) return [undetermined(path, "the secret is not known yet")];
        if (typeof text !== "string") return [];
        const problem = problemOf(text, wanted);
        return problem === undefined ? [] : [violation(path, `The secret ${version.name ?? version.id} ${problem}`)];
    });
}

/**
 * Of a secret of Amazon MSK scram-secret-key says that the key is wrong, and scram-secret-shape, where the secret is
 * associated with a cluster, that it lacks the right one: a mistake is reported once.
 */
function isSaidElsewhere(action: KafkaAction, { property }: SecretCall, made: ResourceFacts, key: string): boolean {
    const line = SCRAM_MEMBERS.find((one) => one.property === property);
    if (line === undefined) return false;
    if (line.member === key) return (secretUseOf(action.stack, made)?.associations.length ?? 0) > 0;
    return typeof made.values.name === "string" && hasScramPrefix(made.values.name);
}

/** Why the text has no such member; it says nothing of what is in it. */
function problemOf(text: string, key: string): string | undefined {
    try {
        const object: unknown = JSON.parse(text);
        if (!isRecord(object)) return "is no JSON object";
        return Object.hasOwn(object, key) ? undefined : `has no member ${show(key)}`;
    } catch {
        return "is no JSON object";
    }
}

function withVersion(secretString: unknown) {
    return withSecrets([secret("AmazonMSK_plant"), secretVersion({ secretString })]);
}
