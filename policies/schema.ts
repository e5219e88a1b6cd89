import type { PolicyConfigSchema } from "@pulumi/policy";
import type { Constraint } from "../constraints/core/constraint";

/** Exceptions that every constraint takes in its configuration, beside its own options. */
const EXCEPTIONS: PolicyConfigSchema["properties"] = {
    exclude: {
        type: "array",
        description: "Resources that are not judged: * patterns over the URN or the resource's name.",
        items: { type: "string" },
        default: [],
    },
    suppress: {
        type: "array",
        description:
            "Violations that are accepted: those of resources that match (a * pattern over the URN or the name), for a" +
            " reason, until the end of a UTC day such as 2027-01-31. Past it the suppression is itself a violation.",
        // Sent once for each policy at the start of every preview, so there are no more words in it than needed.
        items: {
            type: "object",
            required: ["match", "reason"],
            additionalProperties: false,
            properties: {
                match: { type: "string", minLength: 1 },
                reason: { type: "string", minLength: 1 },
                until: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
            },
        },
        default: [],
    },
};

/** What may be configured for a constraint. Pulumi itself adds `enforcementLevel`; everything has a default. */
export function configSchemaOf(constraint: Constraint): PolicyConfigSchema {
    return {
        properties: { ...structuredClone(constraint.options), ...EXCEPTIONS } as PolicyConfigSchema["properties"],
    };
}
