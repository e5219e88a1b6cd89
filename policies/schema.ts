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
        description: "Violations that are accepted for a time. One past its UTC date is itself a violation.",
        items: {
            type: "object",
            required: ["match", "reason"],
            additionalProperties: false,
            properties: {
                match: {
                    type: "string",
                    minLength: 1,
                    description: "A * pattern over the URN or the resource's name.",
                },
                reason: { type: "string", minLength: 1, description: "Why the violation is accepted." },
                until: {
                    type: "string",
                    pattern: "^\\d{4}-\\d{2}-\\d{2}$",
                    description: "The last day, as 2027-01-31.",
                },
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
