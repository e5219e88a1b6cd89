import { defineConstraint } from "../core/constraint";
import { isUnknown, type Known, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Violation, violation } from "../core/verdict";
import { scramUser } from "../examples/scramSecrets";
import { isAutoNamed } from "../facts/autoName";
import type { Secret } from "../facts/secret";
import { MSK_PASSWORDS } from "./pages";
import { hasScramPrefix, prefixProblem } from "./scramPrefix";

export const scramSecretName = defineConstraint({
    id: "scram-secret-name",
    subject: "scramSecret",
    joins: true,
    requirements: ["SEC-NAME-01", "SEC-NAME-04"],
    level: "mandatory",
    severity: "high",
    what: "The name of a secret for Amazon MSK starts with AmazonMSK_.",
    why: "Amazon MSK refuses to associate every other secret (InvalidSecretArn).",
    fix: "Give the secret a `name` such as AmazonMSK_plant, or the `namePrefix` AmazonMSK_.",
    source: MSK_PASSWORDS,
    check: (secret) => {
        const problem = judge(secret);
        if (isUnknown(problem)) return undetermined(["name"], "the name is not known yet");
        return problem;
    },
    examples: {
        valid: [
            { title: "the prefix", stack: scramUser() },
            { title: "a name prefix", stack: scramUser({ secret: { name: undefined, namePrefix: "AmazonMSK_" } }) },
            { title: "a name that is not known yet", stack: scramUser({ secret: { name: UNKNOWN } }) },
        ],
        invalid: [
            { title: "no prefix", stack: scramUser({ secret: { name: "plant/kafka" } }) },
            { title: "a hyphen for the underscore", stack: scramUser({ secret: { name: "AmazonMSK-plant" } }) },
            { title: "small letters", stack: scramUser({ secret: { name: "amazonmsk_plant" } }) },
            { title: "the prefix in a folder", stack: scramUser({ secret: { name: "plant/AmazonMSK_user" } }) },
            { title: "the prefix alone", stack: scramUser({ secret: { name: "AmazonMSK_" } }) },
            { title: "a name that Pulumi has made", stack: scramUser({ secret: { name: "secret-1a2b3c4" } }) },
            { title: "no name at all", stack: scramUser({ secret: { name: undefined } }) },
            { title: "another name prefix", stack: scramUser({ secret: { name: undefined, namePrefix: "plant-" } }) },
        ],
    },
});

function judge(secret: Secret): Known<Violation | undefined> {
    const { name, resource } = secret;
    if (isUnknown(name)) return UNKNOWN;
    if (name !== undefined) {
        if (hasScramPrefix(name)) return undefined;
        if (isAutoNamed(resource)) {
            const found = `The secret is given no name, so that Pulumi has named it ${show(name)} after ${show(resource.name)}`;
            return violation(["name"], found, { requirements: ["SEC-NAME-04"] });
        }
        return violation(["name"], `The name ${show(name)} ${prefixProblem(name)}`, { requirements: ["SEC-NAME-01"] });
    }
    const prefix = secret.value("namePrefix");
    if (isUnknown(prefix)) return UNKNOWN;
    if (typeof prefix === "string") {
        if (prefix.startsWith("AmazonMSK_")) return undefined;
        const found = `The name prefix ${show(prefix)} ${prefixProblem(prefix)}`;
        return violation(["namePrefix"], found, { requirements: ["SEC-NAME-01"] });
    }
    // A program that calls it AmazonMSK_… may leave the name to Pulumi.
    if (resource.name?.startsWith("AmazonMSK_")) return undefined;
    return violation([], "The secret is given no name, so that one is made up for it", {
        requirements: ["SEC-NAME-04"],
    });
}
