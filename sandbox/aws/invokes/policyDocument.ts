import { isObject, type Properties, parts, text, texts, type Value } from "../../provider/value";
import { list } from "../policyDocument";
import { Refusal } from "../refusal";

/** `aws.iam.getPolicyDocument`: the document as the provider renders it. */
export function policyDocument(inputs: Properties): Properties {
    const sources = [text(inputs, "sourceJson"), ...texts(inputs, "sourcePolicyDocuments")];
    const overrides = [text(inputs, "overrideJson"), ...texts(inputs, "overridePolicyDocuments")];
    const own = parts(inputs, "statements").map((statement) => rendered(statement, text(inputs, "version")));
    const statements = overrides.reduce(
        (before, override) => overridden(before, statementsIn(override)),
        [...sources.flatMap(statementsIn), ...own],
    );
    refuseDuplicates(statements);
    const document = {
        Version: text(inputs, "version") ?? "2012-10-17",
        ...(text(inputs, "policyId") && { Id: text(inputs, "policyId") }),
        ...(statements.length > 0 && { Statement: statements }),
    };
    return {
        ...inputs,
        id: String(checksum(JSON.stringify(document))),
        json: JSON.stringify(document, null, 2),
        minifiedJson: JSON.stringify(document),
    };
}

/** Members in the provider's order; a list of one is written as its only member. */
function rendered(statement: Properties, version: string | undefined): Properties {
    const escaped = (name: string) =>
        single(sortedDown(texts(statement, name)).map((value) => withVariables(value, version)));
    const members: Properties = {
        Sid: text(statement, "sid"),
        Effect: text(statement, "effect") ?? "Allow",
        Action: single(sortedDown(texts(statement, "actions"))),
        NotAction: single(sortedDown(texts(statement, "notActions"))),
        Resource: escaped("resources"),
        NotResource: escaped("notResources"),
        Principal: principals(parts(statement, "principals"), version),
        NotPrincipal: principals(parts(statement, "notPrincipals"), version),
        Condition: conditions(parts(statement, "conditions"), version),
    };
    return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== ""));
}

/** `&{…}` in a program stands for IAM's `${…}`, which Terraform would take for itself. */
function withVariables(value: string, version: string | undefined): string {
    return version === "2008-10-17" ? value : value.replaceAll("&{", "${");
}

/** The provider sorts sets from Z to A. */
function sortedDown(values: readonly string[]): readonly string[] {
    return [...values].sort().reverse();
}

function single(values: readonly string[]): Value | undefined {
    return values.length === 1 ? values[0] : values.length === 0 ? undefined : values;
}

function principals(given: readonly Properties[], version: string | undefined): Value | undefined {
    if (given.length === 0) {
        return undefined;
    }
    if (given.some((one) => one.type === "*")) {
        return "*";
    }
    const kinds = [...new Set(given.map((one) => text(one, "type") ?? ""))];
    return Object.fromEntries(
        kinds.map((kind) => {
            const identifiers = given.filter(({ type }) => type === kind).flatMap((one) => texts(one, "identifiers"));
            return [kind, single(sortedDown(identifiers.map((value) => withVariables(value, version))))];
        }),
    );
}

function conditions(given: readonly Properties[], version: string | undefined): Value | undefined {
    const tests: Record<string, Record<string, Value>> = {};
    for (const one of given) {
        const [test, variable] = [text(one, "test") ?? "", text(one, "variable") ?? ""];
        const values = texts(one, "values").map((value) => withVariables(value, version));
        const before = list(tests[test]?.[variable]).filter((value) => typeof value === "string");
        tests[test] = { ...tests[test], [variable]: single([...before, ...values]) ?? [] };
    }
    return given.length > 0 ? tests : undefined;
}

function statementsIn(document: string | undefined): readonly Properties[] {
    if (!document) {
        return [];
    }
    try {
        return list((JSON.parse(document) as Properties).Statement).filter(isObject);
    } catch {
        throw new Refusal("MalformedPolicyDocument", "a source or override document is not JSON");
    }
}

/** A statement with the same Sid replaces the earlier one; others are added. */
function overridden(before: readonly Properties[], override: readonly Properties[]): Properties[] {
    const replaced = before.map((one) => override.find(({ Sid }) => Sid !== undefined && Sid === one.Sid) ?? one);
    const added = override.filter(({ Sid }) => Sid === undefined || !before.some((one) => one.Sid === Sid));
    return [...replaced, ...added];
}

function refuseDuplicates(statements: readonly Properties[]): void {
    const sids = statements.map(({ Sid }) => Sid).filter((sid) => sid !== undefined && sid !== "");
    const twice = sids.find((sid, index) => sids.indexOf(sid) !== index);
    if (twice !== undefined) {
        throw new Refusal("DuplicateStatement", `duplicate Sid (${String(twice)}): a Sid must be unique in a document`);
    }
}

/** The provider's id is a CRC-32 of the document. */
function checksum(value: string): number {
    let crc = 0xffffffff;
    for (const byte of Buffer.from(value)) {
        crc ^= byte;
        for (let bit = 0; bit < 8; bit += 1) {
            crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
        }
    }
    return (crc ^ 0xffffffff) >>> 0;
}
