import type { PolicyComplianceFramework } from "@pulumi/policy";

/**
 * Frameworks of compliance, where a policy finds everything that a control of theirs is about: one that finds less would
 * make a stack look compliant that is not.
 */
export const FRAMEWORKS: Readonly<Record<string, PolicyComplianceFramework>> = {
    "cluster-encryption": {
        name: "AWS Foundational Security Best Practices",
        version: "1.0.0",
        reference: "MSK.1, MSK.6",
        specification:
            "MSK clusters should be encrypted in transit among broker nodes, and should disable unauthenticated access.",
    },
};
