import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { scramUser } from "../examples/scramSecrets";
import { storedValue } from "../facts/secret";
import type { StackFacts } from "../facts/stack";
import { PULUMI_SECRETS } from "./pages";

export const secretGenerated = defineConstraint({
    id: "secret-generated",
    subject: "secret",
    joins: true,
    requirements: ["SEC-PLAIN-01"],
    level: "advisory",
    severity: "medium",
    offByDefault: true,
    what: "The text of a secret comes from another resource, such as a random password, and not from the program.",
    why: "What is written in a program is in its history, and in the state where it is not marked as a secret.",
    fix: "Generate it with `random.RandomPassword`, or read it with `config.requireSecret` and suppress this with that as the reason.",
    source: PULUMI_SECRETS,
    check: ({ versions }) =>
        versions.flatMap((version): Verdict[] => {
            const { text, textPath } = storedValue(version);
            if (typeof text !== "string" && !isUnknown(text)) return [];
            const { references } = version;
            if (references === undefined)
                return [undetermined(textPath, "where the text comes from is not known", { on: version })];
            const edges = references[String(textPath[0])] ?? [];
            if (edges.length > 0 || isUnknown(text)) return [];
            return [violation(textPath, "The text comes from no other resource", { on: version })];
        }),
    examples: {
        valid: [
            { title: "a text that another resource makes", stack: from(["cluster"]) },
            { title: "a text that is not known yet", stack: scramUser({ version: { secretString: UNKNOWN } }) },
        ],
        invalid: [{ title: "a text of the program", stack: from([]) }],
    },
});

function from(secretString: readonly string[]): StackFacts {
    const { resources, ...rest } = scramUser();
    return {
        ...rest,
        resources: resources.map((one) =>
            one.kind === "secretVersion" ? { ...one, references: { ...one.references, secretString } } : one,
        ),
    };
}
