import { ENFORCEMENT_LEVELS, OTHER_NAMES } from "./checkConfiguration";
import type { Constraint } from "./constraint";

/** JSON schema of a configuration, by which editors complete the names of constraints and their options. */
export function configurationSchema(catalogue: readonly Constraint[]): Record<string, unknown> {
    const onlyLevel = {
        anyOf: [{ $ref: "#/definitions/level" }, objectOf({ enforcementLevel: { $ref: "#/definitions/level" } })],
    };
    return {
        $schema: "http://json-schema.org/draft-07/schema#",
        title: "Configuration of the policy packs, of iot-kafka check and of iot-kafka explain",
        type: "object",
        additionalProperties: false,
        properties: {
            ...Object.fromEntries(OTHER_NAMES.map((name) => [name, onlyLevel])),
            ...Object.fromEntries(catalogue.map((constraint) => [constraint.id, settingSchema(constraint)])),
        },
        definitions: {
            level: { enum: ENFORCEMENT_LEVELS },
            exclude: {
                type: "array",
                description: "Resources that are not judged: * patterns over the URN or the resource's name.",
                items: { type: "string", minLength: 1 },
            },
            suppress: {
                type: "array",
                description: "Violations that are accepted for a time. One past its UTC date is itself a finding.",
                items: {
                    ...objectOf({
                        match: { type: "string", minLength: 1 },
                        reason: { type: "string", pattern: "\\S" },
                        until: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
                    }),
                    required: ["match", "reason"],
                },
            },
        },
    };
}

function settingSchema({ what, options }: Constraint): Record<string, unknown> {
    const own = objectOf({
        enforcementLevel: { $ref: "#/definitions/level" },
        exclude: { $ref: "#/definitions/exclude" },
        suppress: { $ref: "#/definitions/suppress" },
        ...options,
    });
    return { description: what, anyOf: [{ $ref: "#/definitions/level" }, own] };
}

function objectOf(properties: Record<string, unknown>): Record<string, unknown> {
    return { type: "object", additionalProperties: false, properties };
}
