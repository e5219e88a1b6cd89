import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { allow, EIGHT, NARROW, policy, trust, withInterfaceRole, withTrust } from "../examples/roles";
import type { PolicyText } from "../facts/policyText";
import { POLICY_ELEMENTS } from "./pages";

const STATEMENT = allow(EIGHT);

export const policyDocumentForm = defineConstraint({
    id: "policy-document-form",
    subject: "policyText",
    joins: true,
    requirements: ["IAM-POLDOC-01"],
    level: "mandatory",
    severity: "high",
    what: "A policy document is a JSON object with at least one statement, and each statement has an Effect and an Action or NotAction.",
    why: "IAM refuses any other document, or the provider does before it.",
    fix: "Write it as the samples of AWS: Version, and a Statement with Effect, Action and Resource, or Principal in a trust policy.",
    source: POLICY_ELEMENTS,
    check: (text): readonly Verdict[] => {
        if (!text.isKnown) return [undetermined(text.pathOf([]), "the policy document is not known yet")];
        const problems = text.document?.problems ?? [];
        return problems.map(({ path, found }) => violation(text.pathOf(path), `The ${titleOf(text)} ${found}`));
    },
    examples: {
        valid: [
            { title: "a document as text", stack: withInterfaceRole(NARROW) },
            { title: "a document as an object", stack: withInterfaceRole(JSON.parse(NARROW)) },
            {
                title: "a single statement with single texts",
                stack: withInterfaceRole({ Version: "2012-10-17", Statement: allow("ec2:*") }),
            },
            {
                title: "parts that are not known yet",
                stack: withInterfaceRole({ Version: "2012-10-17", Statement: [{ ...STATEMENT, Resource: [UNKNOWN] }] }),
            },
        ],
        invalid: [
            { title: "no JSON", stack: withInterfaceRole(NARROW.slice(0, -1)) },
            { title: "JSON in JSON", stack: withInterfaceRole(JSON.stringify(NARROW)) },
            { title: "a list", stack: withInterfaceRole(JSON.stringify([STATEMENT])) },
            { title: "no statement", stack: withInterfaceRole({ Version: "2012-10-17", Statement: [] }) },
            { title: "no Effect", stack: withInterfaceRole(policy(STATEMENT, { Action: "ec2:*", Resource: "*" })) },
            { title: "no Action", stack: withInterfaceRole(policy({ Effect: "Allow", Resource: "*" })) },
            { title: "an Effect in lower case", stack: withInterfaceRole(policy({ ...STATEMENT, Effect: "allow" })) },
            { title: "an Action without its service", stack: withInterfaceRole(policy(allow("DescribeSubnets"))) },
            {
                title: "one element twice",
                stack: withInterfaceRole(
                    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ec2:*","Action":"*","Resource":"*"}]}',
                ),
            },
            {
                title: "a version that there is not",
                stack: withInterfaceRole({ Version: "2012-10-18", Statement: STATEMENT }),
            },
            {
                title: "a Principal in a role's policy",
                stack: withInterfaceRole(policy({ ...STATEMENT, Principal: "*" })),
            },
            { title: "a trust policy with a Resource", stack: withTrust(trust({ Resource: "*" })) },
            { title: "a trust policy without a Principal", stack: withTrust(trust({ Principal: undefined })) },
        ],
    },
});

function titleOf({ placed: { use, resource }, resource: { name, id } }: PolicyText): string {
    return `${use === "trust" ? "trust policy" : "policy document"} of ${name ?? resource.name ?? id}`;
}
