import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Violation, violation } from "../core/verdict";
import { association, SECRET_ARN } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { listed } from "../examples/scramSecrets";
import { parseArn } from "../facts/arn";
import { secretNameOf } from "../kafka-action/secretName";
import { MSK_PASSWORDS } from "./pages";
import { hasScramPrefix, prefixProblem } from "./scramPrefix";

export const scramAssociationArn = defineConstraint({
    id: "scram-association-arn",
    subject: "scramAssociation",
    requirements: ["SEC-NAME-01"],
    level: "mandatory",
    severity: "high",
    what: "An association names each secret by its ARN, and each of these secrets has a name that starts with AmazonMSK_.",
    why: "Amazon MSK refuses to associate every other secret (InvalidSecretArn).",
    fix: "Give `secret.arn` of a secret whose name starts with AmazonMSK_.",
    source: MSK_PASSWORDS,
    check: ({ arns, knownArns, property }) => {
        const wrong = knownArns.flatMap(({ arn, path }): Violation[] => {
            const problem = problemOf(arn);
            return problem === undefined ? [] : [violation(path, problem)];
        });
        const isOpen = isUnknown(arns) || arns.some(isUnknown);
        return isOpen ? [...wrong, undetermined([property], "an ARN is not known yet")] : wrong;
    },
    examples: {
        valid: [
            { title: "an ARN", stack: stackOf(association()) },
            { title: "a list of ARNs", stack: stackOf(listed([SECRET_ARN])) },
            { title: "ARNs that are not known yet", stack: stackOf(listed([UNKNOWN, SECRET_ARN])) },
        ],
        invalid: [
            { title: "a secret without the prefix", stack: single(SECRET_ARN.replace("AmazonMSK_", "")) },
            { title: "a name", stack: single("AmazonMSK_plant") },
            { title: "the id of a version", stack: single(`${SECRET_ARN}|7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e`) },
            { title: "the ARN of a key", stack: single("arn:aws:kms:us-east-1:209876543210:key/7b1f3c52") },
            {
                title: "one of a list",
                stack: stackOf(listed([SECRET_ARN, SECRET_ARN.replace("AmazonMSK_plant", "plant")])),
            },
        ],
    },
});

function problemOf(text: string): string | undefined {
    const [arn = "", ...more] = text.split("|");
    const parsed = parseArn(arn);
    if (parsed === undefined) {
        // Whoever puts a secret's value here must not read it in a message.
        return hasScramPrefix(text) && /^[\w/+=.@-]{1,512}$/.test(text)
            ? `${show(text)} is the name of a secret, and not its ARN`
            : "A text that is no ARN is given";
    }
    if (parsed.service !== "secretsmanager")
        return `An ARN of ${show(parsed.service)} is given, and not one of a secret`;
    if (more.length > 0)
        return "The id of a version is given, an ARN with a bar behind it: `secretVersion.arn` has the ARN alone";
    const name = secretNameOf(arn);
    return hasScramPrefix(name) ? undefined : `The name of the secret, ${show(name)}, ${prefixProblem(name)}`;
}

function single(secretArn: string) {
    return stackOf(association({ secretArn }));
}
