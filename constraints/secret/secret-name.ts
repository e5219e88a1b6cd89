import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { scramUser } from "../examples/scramSecrets";
import type { Secret } from "../facts/secret";
import { CREATE_SECRET } from "./pages";

const LONGEST = 512;
/** What the provider adds to a prefix. */
const SUFFIX = 26;

export const secretName = defineConstraint({
    id: "secret-name",
    subject: "secret",
    joins: true,
    requirements: ["SEC-NAME-02"],
    level: "mandatory",
    severity: "medium",
    what: "A secret's name has 1 to 512 letters, digits and the characters /_+=.@-.",
    why: "Secrets Manager refuses every other name.",
    fix: "Replace the other characters, for example by a hyphen or a slash.",
    source: CREATE_SECRET,
    check: (secret) => [...judge(secret, "name", LONGEST), ...judge(secret, "namePrefix", LONGEST - SUFFIX)],
    examples: {
        valid: [
            { title: "every character that may be", stack: named("AmazonMSK_plant/1+2=3.user@site-a") },
            { title: "512 characters", stack: named(`AmazonMSK_${"a".repeat(502)}`) },
            { title: "a name that is not known yet", stack: named(UNKNOWN) },
        ],
        invalid: [
            { title: "a space", stack: named("AmazonMSK_plant one") },
            { title: "a colon", stack: named("AmazonMSK_plant:one") },
            { title: "513 characters", stack: named(`AmazonMSK_${"a".repeat(503)}`) },
        ],
    },
});

function judge(secret: Secret, property: string, longest: number): Verdict[] {
    const name = secret.value(property);
    if (isUnknown(name)) return [undetermined([property])];
    if (typeof name !== "string") return [];
    if (name.length > longest) return [violation([property], `The name has ${name.length} characters`)];
    const strange = /[^A-Za-z0-9/_+=.@-]/.exec(name)?.[0];
    return strange === undefined ? [] : [violation([property], `The name has ${show(strange)} in it`)];
}

function named(name: unknown) {
    return scramUser({ secret: { name } });
}
