import { isRecord, isUnknown, type Known, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { repeatedNames } from "./jsonKeys";
import { type DocumentProblem, element, listed, type PolicyUse } from "./policyElements";
import { statementProblems } from "./policyProblems";
import type { PolicyReference, ReferencesAt } from "./policyReferences";

/** The entries of an element that takes one text or a list of them; each may be unknown, or all. */
export interface Patterns {
    /** True for NotAction and NotResource: everything but these. */
    readonly excluding: boolean;
    readonly values: Known<readonly Known<string>[]>;
    /** For some of the values that are not known, by their places among them: what they are. */
    readonly references?: ReadonlyMap<number, PolicyReference>;
}

/** One of those whom a statement is about. */
export interface Principal {
    /** `Service`, `AWS`, `Federated`, `CanonicalUser`; `*` for everyone. */
    readonly type: string;
    readonly value: Known<string>;
    /** From the document inwards; empty in a document that is text. */
    readonly path: Path;
}

/** One condition of a statement: a key that an operator compares with some values. */
export interface Condition {
    readonly operator: string;
    readonly key: string;
    readonly values: Known<readonly Known<string>[]>;
    readonly path: Path;
}

/** A statement of a policy document. One that is malformed is unknown in all its parts. */
export interface PolicyStatement {
    readonly effect: Known<"Allow" | "Deny">;
    readonly actions: Patterns;
    /** Undefined where it names none, as in a trust policy. */
    readonly resources: Patterns | undefined;
    /** Undefined where it names none, as in the policy of a role; unknown also for everyone but some. */
    readonly principals: Known<readonly Principal[]> | undefined;
    readonly conditions: Known<readonly Condition[]>;
    readonly path: Path;
}

/** A policy document, read once. */
export interface PolicyDocument {
    /** Its language version; undefined where it names none. */
    readonly version: unknown;
    readonly versionPath: Path;
    readonly statements: Known<readonly PolicyStatement[]>;
    readonly problems: readonly DocumentProblem[];
}

/**
 * Reads a policy document: JSON text, or an object whose leaves may be unknown. Undefined where there is none. What is
 * malformed is a problem of the document and says nothing about rights. `referencesAt` tells what resources are, where
 * they are outputs that are not known yet.
 */
export function readPolicy(
    value: unknown,
    use: PolicyUse,
    referencesAt: ReferencesAt = () => undefined,
): Known<PolicyDocument | undefined> {
    if (isUnknown(value)) return UNKNOWN;
    if (value === undefined || value === null) return undefined;
    if (typeof value !== "string") return fromObject(value, use, (path) => path, [], referencesAt);
    let parsed: unknown;
    try {
        parsed = JSON.parse(value);
    } catch (error) {
        return malformed(`is no valid JSON${placeOf(error)}`);
    }
    if (typeof parsed === "string") return malformed("is JSON in JSON: a quoted text where an object belongs");
    const twice = [...new Set(repeatedNames(value))].filter((name) => ELEMENTS.has(name));
    const problems = twice.map((name) => ({ path: [], found: `has ${name} twice in one object` }));
    return fromObject(
        parsed,
        use,
        () => [],
        problems,
        () => undefined,
    );
}

const ELEMENTS = new Set(
    ["Version", "Id", "Statement", "Sid", "Effect", "Principal", "NotPrincipal", "Condition"].concat(
        ["Action", "NotAction", "Resource", "NotResource"],
        ["AWS", "Service", "Federated", "StringEquals", "StringLike", "ArnLike", "ArnEquals", "Bool", "Null"],
    ),
);

function fromObject(
    document: unknown,
    use: PolicyUse,
    at: (path: Path) => Path,
    repeated: readonly DocumentProblem[],
    referencesAt: ReferencesAt,
): PolicyDocument {
    if (!isRecord(document)) return malformed("is no JSON object");
    const version = element(document, "Version");
    const { name, value } = element(document, "Statement");
    const base = { version: version.value, versionPath: version.value === undefined ? [] : at([version.name]) };
    const list = listed(value);
    if (isUnknown(list)) return { ...base, statements: UNKNOWN, problems: repeated };
    if (list.length === 0) {
        const found = value === undefined ? "has no Statement" : "has an empty list of statements";
        return { ...base, statements: UNKNOWN, problems: [...repeated, { path: at([]), found }] };
    }
    const statements: PolicyStatement[] = [];
    const problems = [...repeated, ...versionProblems(version.value, base.versionPath)];
    for (const [index, statement] of list.entries()) {
        const path: Path = Array.isArray(value) ? [name, index] : [name];
        const wrong = statementProblems(statement, use).map(({ path: inner, found }) => ({
            path: at([...path, ...inner]),
            found: list.length > 1 ? `${found} in statement ${index + 1}` : found,
        }));
        problems.push(...wrong);
        const isWhole = wrong.length === 0 && isRecord(statement);
        const read = isWhole ? readStatement(statement, path, at) : { ...ANYTHING, path: at(path) };
        statements.push(isWhole ? withReferences(read, statement, path, referencesAt) : read);
    }
    return { ...base, statements, problems };
}

const VERSIONS: readonly unknown[] = ["2012-10-17", "2008-10-17"];

function versionProblems(version: unknown, path: Path): DocumentProblem[] {
    if (typeof version !== "string" || VERSIONS.includes(version)) return [];
    return [{ path, found: "has a Version other than 2012-10-17 and 2008-10-17" }];
}

const ANYTHING: Omit<PolicyStatement, "path"> = {
    effect: UNKNOWN,
    actions: { excluding: false, values: UNKNOWN },
    resources: { excluding: false, values: UNKNOWN },
    principals: UNKNOWN,
    conditions: UNKNOWN,
};

function readStatement(statement: object, path: Path, at: (path: Path) => Path): PolicyStatement {
    const effect = element(statement, "Effect").value;
    return {
        effect: effect === "Allow" || effect === "Deny" ? effect : UNKNOWN,
        actions: patternsOf(statement, "Action") ?? ANYTHING.actions,
        resources: patternsOf(statement, "Resource"),
        principals: principalsOf(statement, path, at),
        conditions: conditionsOf(element(statement, "Condition"), path, at),
        path: at(path),
    };
}

function patternsOf(statement: unknown, name: string): Patterns | undefined {
    for (const [excluding, given] of [
        [false, name],
        [true, `Not${name}`],
    ] as const) {
        const { value } = element(statement, given);
        if (value !== undefined) return { excluding, values: textsOf(value) };
    }
    return undefined;
}

/** With what the resources of a statement are, where they are outputs. */
function withReferences(
    read: PolicyStatement,
    statement: object,
    path: Path,
    referencesAt: ReferencesAt,
): PolicyStatement {
    const { resources } = read;
    if (resources === undefined) return read;
    const { name, value } = element(statement, resources.excluding ? "NotResource" : "Resource");
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const references = new Map<number, PolicyReference>();
    for (const [index, one] of list.entries()) {
        if (!isUnknown(one)) continue;
        const found = referencesAt(Array.isArray(value) ? [...path, name, index] : [...path, name]);
        if (found) references.set(index, found);
    }
    if (references.size === 0) return read;
    // What is one output is one entry, or a list of what that output is.
    const values: readonly Known<string>[] = isUnknown(resources.values) ? [UNKNOWN] : resources.values;
    return { ...read, resources: { ...resources, values, references } };
}

/** The texts of an element; what is none, or was broken on its way into the document, is not known. */
function textsOf(value: unknown): Known<readonly Known<string>[]> {
    const list = listed(value);
    return isUnknown(list) ? UNKNOWN : list.map(textOf);
}

function textOf(value: unknown): Known<string> {
    if (typeof value === "boolean" || typeof value === "number") return String(value);
    if (typeof value !== "string") return UNKNOWN;
    return value.includes("Calling [toString]") || value.includes("[object Object]") ? UNKNOWN : value;
}

function principalsOf(
    statement: unknown,
    path: Path,
    at: (path: Path) => Path,
): Known<readonly Principal[]> | undefined {
    if (element(statement, "NotPrincipal").value !== undefined) return UNKNOWN;
    const { name, value } = element(statement, "Principal");
    if (value === undefined) return undefined;
    if (isUnknown(value)) return UNKNOWN;
    if (value === "*") return [{ type: "*", value: "*", path: at([...path, name]) }];
    if (!isRecord(value)) return UNKNOWN;
    const found: Principal[] = [];
    for (const [type, given] of Object.entries(value)) {
        const list = listed(given ?? undefined);
        const inner: Path = [...path, name, type];
        if (isUnknown(list)) found.push({ type, value: UNKNOWN, path: at(inner) });
        else for (const one of list) found.push({ type, value: textOf(one), path: at(inner) });
    }
    return found;
}

function conditionsOf(
    { name, value }: { readonly name: string; readonly value: unknown },
    path: Path,
    at: (path: Path) => Path,
): Known<readonly Condition[]> {
    if (value === undefined) return [];
    if (!isRecord(value)) return UNKNOWN;
    const found: Condition[] = [];
    for (const [operator, keys] of Object.entries(value)) {
        if (!isRecord(keys)) return UNKNOWN;
        for (const [key, values] of Object.entries(keys)) {
            found.push({ operator, key, values: textsOf(values), path: at([...path, name, operator, key]) });
        }
    }
    return found;
}

function malformed(found: string): PolicyDocument {
    return { version: undefined, versionPath: [], statements: UNKNOWN, problems: [{ path: [], found }] };
}

/** The place alone: what the engine says of the error shows what stands there. */
function placeOf(error: unknown): string {
    const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
    return position === undefined ? "" : ` at character ${Number(position) + 1}`;
}
