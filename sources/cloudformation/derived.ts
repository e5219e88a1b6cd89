import { isRecord, isUnknown, member, UNKNOWN } from "../../constraints/core/known";
import type { Path } from "../../constraints/core/path";
import type { Draft } from "./readTemplate";

/**
 * The resources that Pulumi has of their own where CloudFormation has a property: the value of a secret, and the roles
 * that a policy is attached to.
 */
export function derivedFrom(draft: Draft, properties: unknown): Draft[] {
    switch (draft.type) {
        case "AWS::SecretsManager::Secret":
            return versionOf(draft, properties);
        case "AWS::Route53::RecordSetGroup":
            return furtherRecords(draft);
        case "AWS::IAM::Policy":
            return furtherRoles(draft);
        case "AWS::IAM::ManagedPolicy":
            return attachmentsOf(draft);
        default:
            return [];
    }
}

function versionOf(draft: Draft, properties: unknown): Draft[] {
    const { conversion, id } = draft;
    const place = (name: string) => new Map<string, Path>([["secretString", [name]]]);
    const own = draft.values.secretString;
    const generated = draft.values.generateSecretString;
    delete draft.values.secretString;
    delete draft.values.generateSecretString;
    if (own === undefined && generated === undefined) return [];
    const name = own === undefined ? "GenerateSecretString" : "SecretString";
    const secretString = own ?? generatedText(member(properties, "GenerateSecretString"), generated);
    const values = { secretId: UNKNOWN, secretString };
    conversion.origins.note(values, [], place(name));
    const inner = draft.references[own === undefined ? "generateSecretString" : "secretString"];
    // What Secrets Manager generates hangs on the secret itself: it is no literal.
    const made = inner ?? (own === undefined ? [id] : undefined);
    const references = { secretId: [id], ...(made === undefined ? {} : { secretString: made }) };
    return [{ ...draft, kind: "secretVersion", id: `${id}/${name}`, values, references, dependencies: [id] }];
}

/**
 * The text that Secrets Manager will make, with a password of the right length of letters in the place of the one that
 * nobody knows yet: its names, and the value of each name but that, are what will be there.
 */
function generatedText(source: unknown, generated: unknown): unknown {
    if (!isRecord(source) || !isRecord(generated)) return UNKNOWN;
    const { secretStringTemplate: template, generateStringKey: key, passwordLength = 32 } = generated;
    const length = Number(passwordLength);
    if (!Number.isInteger(length) || length < 1 || length > 4096) return UNKNOWN;
    const password = "a".repeat(length);
    if (template === undefined && key === undefined) return password;
    if (typeof template !== "string" || typeof key !== "string") return UNKNOWN;
    try {
        const made: unknown = JSON.parse(template);
        return isRecord(made) ? JSON.stringify({ ...made, [key]: password }) : UNKNOWN;
    } catch {
        return UNKNOWN;
    }
}

/** A group of records in one zone: one resource for each, the first under the group's own name. */
function furtherRecords(draft: Draft): Draft[] {
    const { recordSets, ...shared } = draft.values;
    const { origins } = draft.conversion;
    const records = Array.isArray(recordSets) ? recordSets.filter(isRecord) : [];
    const edges = draft.references.recordSets ?? [];
    for (const name of Object.keys(draft.values)) delete draft.values[name];
    delete draft.references.recordSets;
    const whole = records.map((record) => ({ ...shared, ...record }));
    const references = { ...draft.references, ...(edges.length > 0 ? { records: edges } : {}) };
    const placeOf = (index: number) =>
        new Map(Object.keys(records[index]!).map((name): [string, Path] => [name, recordPlace(draft, index, name)]));
    Object.assign(draft.values, whole[0] ?? { ...shared, name: UNKNOWN });
    Object.assign(draft.references, references);
    if (whole.length > 0) origins.note(draft.values, [], placeOf(0));
    return whole.slice(1).map((values, index) => {
        origins.note(values, [], placeOf(index + 1));
        return { ...draft, id: `${draft.id}/RecordSets[${index + 1}]`, values, references };
    });
}

function recordPlace({ conversion }: Draft, index: number, name: string): Path {
    return ["RecordSets", index, conversion.dialect.spelling.toSource(name)];
}

/** An inline policy may be that of several roles: one resource for each, the first under the policy's own name. */
function furtherRoles(draft: Draft): Draft[] {
    const { roles } = draft.values;
    const edges = draft.references.roles ?? [];
    const list = Array.isArray(roles) ? roles : [];
    delete draft.values.roles;
    delete draft.references.roles;
    if (list.length === 0) {
        if (isUnknown(roles)) draft.values.role = UNKNOWN;
        return [];
    }
    const given = roleEntries(draft, list, edges);
    Object.assign(draft.values, given[0]?.values);
    Object.assign(draft.references, given[0]?.references);
    return given.slice(1).map(({ values, references }, index) => {
        const whole = { ...draft.values, ...values };
        draft.conversion.origins.note(whole, [], new Map([["role", ["Roles", index + 1]]]));
        return {
            ...draft,
            id: `${draft.id}/Roles[${index + 1}]`,
            values: whole,
            references: { ...draft.references, ...references },
        };
    });
}

/** A managed policy that names its roles is a policy and its attachments. */
function attachmentsOf(draft: Draft): Draft[] {
    const { roles } = draft.values;
    const edges = draft.references.roles ?? [];
    delete draft.values.roles;
    delete draft.references.roles;
    if (!Array.isArray(roles)) return [];
    return roleEntries(draft, roles, edges).map(({ values, references }, index) => {
        const whole = { ...values, policyArn: UNKNOWN };
        draft.conversion.origins.note(whole, [], new Map([["role", ["Roles", index]]]));
        return {
            ...draft,
            kind: "rolePolicyAttachment" as const,
            id: `${draft.id}/Roles[${index}]`,
            values: whole,
            references: { ...references, policyArn: [draft.id] },
            dependencies: [draft.id, ...edges],
        };
    });
}

/** The roles of a list with the edge of each: as many edges as unknown names are in the order of the list. */
function roleEntries(draft: Draft, roles: readonly unknown[], edges: readonly string[]) {
    const open = roles.filter(isUnknown).length;
    const told = open === edges.length ? [...edges] : undefined;
    draft.conversion.origins.note(draft.values, [], new Map([["role", roles.length > 0 ? ["Roles", 0] : ["Roles"]]]));
    return roles.map((role) => {
        const edge = isUnknown(role) && told ? told.shift() : undefined;
        const references: Draft["references"] =
            told === undefined ? { role: edges } : edge === undefined ? {} : { role: [edge] };
        return { values: { role }, references };
    });
}
