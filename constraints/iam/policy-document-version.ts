import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { allow, EIGHT, NARROW, policy, withInterfaceRole } from "../examples/roles";
import { POLICY_ELEMENTS } from "./pages";

export const policyDocumentVersion = defineConstraint({
    id: "policy-document-version",
    subject: "policyText",
    joins: true,
    requirements: ["IAM-POLDOC-02"],
    level: "advisory",
    severity: "low",
    what: "A policy document names the current version of the language, 2012-10-17.",
    why: "Without it IAM reads the document by the rules of 2008-10-17, which take policy variables such as ${aws:SourceAccount} as plain text.",
    fix: 'Write "Version": "2012-10-17".',
    source: POLICY_ELEMENTS,
    check: (text) => {
        const { document } = text;
        if (document === undefined || document.problems.length > 0) return undefined;
        const { version, versionPath } = document;
        if (isUnknown(version)) return undetermined(text.pathOf(versionPath));
        if (version !== undefined && version !== "2008-10-17") return undefined;
        const found = version === undefined ? "names no Version" : "is of the Version 2008-10-17";
        return violation(
            text.pathOf(versionPath),
            `The policy document of ${text.resource.name ?? text.resource.id} ${found}`,
        );
    },
    examples: {
        valid: [
            { title: "the current version", stack: withInterfaceRole(NARROW) },
            { title: "the current version in an object", stack: withInterfaceRole(JSON.parse(policy(allow(EIGHT)))) },
        ],
        invalid: [
            { title: "no version", stack: withInterfaceRole({ Statement: allow(EIGHT) }) },
            { title: "the old version", stack: withInterfaceRole({ Version: "2008-10-17", Statement: allow(EIGHT) }) },
        ],
    },
});
