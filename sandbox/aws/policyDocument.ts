import { isObject, type Properties, type Value } from "../provider/value";
import { Refusal } from "./refusal";

/** Where a document is used decides which elements it may and must have. */
export type PolicyUse = "identity" | "trust" | "resource";

/** The statements of a document; undefined when it is not a policy at all. */
export function statementsOf(document: string): readonly Properties[] | undefined {
    try {
        const policy = JSON.parse(document) as Value;
        return isObject(policy) ? list(policy.Statement).filter(isObject) : undefined;
    } catch {
        return undefined;
    }
}

/** A policy element, which may be one value or a list, as a list. */
export function list(value: Value | undefined): readonly Value[] {
    if (value === undefined || value === null) {
        return [];
    }
    return Array.isArray(value) ? value : [value];
}

/** The strings of a policy element. */
export function strings(value: Value | undefined): readonly string[] {
    return list(value).filter((item): item is string => typeof item === "string");
}

/** What IAM, or a service's own parser, says about a malformed document. */
export function malformed(
    document: Value | undefined,
    use: PolicyUse,
    code = "MalformedPolicyDocument",
): Refusal | undefined {
    const statements = typeof document === "string" ? statementsOf(document) : undefined;
    if (typeof document !== "string" || statements === undefined) {
        return new Refusal(code, "Syntax errors in policy.");
    }
    const version = (JSON.parse(document) as Properties).Version;
    if (use === "identity" && version !== "2012-10-17" && version !== "2008-10-17" && version !== undefined) {
        return new Refusal(code, "Policy document must be version 2012-10-17 or greater.");
    }
    if (statements.length === 0) {
        return new Refusal(code, "Syntax errors in policy.");
    }
    const problem = statements
        .map((statement) => statementProblem(statement, use))
        .find((found) => found !== undefined);
    return problem === undefined ? undefined : new Refusal(code, problem);
}

function statementProblem(statement: Properties, use: PolicyUse): string | undefined {
    if (statement.Effect !== "Allow" && statement.Effect !== "Deny") {
        return "Syntax errors in policy.";
    }
    const actions = [...strings(statement.Action), ...strings(statement.NotAction)];
    if (actions.length === 0) {
        return "Policy statement must contain actions.";
    }
    if (actions.some((action) => action !== "*" && !/^[A-Za-z0-9-]+:[A-Za-z0-9*?]+$/.test(action))) {
        return "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
    }
    return use === "identity" ? identityProblem(statement) : principalProblem(statement, use);
}

function identityProblem(statement: Properties): string | undefined {
    if (statement.Principal !== undefined || statement.NotPrincipal !== undefined) {
        return "Policy document should not specify a principal.";
    }
    const resources = [...strings(statement.Resource), ...strings(statement.NotResource)];
    if (resources.length === 0) {
        return "Policy statement must contain resources.";
    }
    const odd = resources.find((resource) => resource !== "*" && !/^arn:[^:]*:[^:]*:[^:]*:[^:]*:.+/s.test(resource));
    return odd === undefined ? undefined : `Resource ${odd} must be in ARN format or "*".`;
}

function principalProblem(statement: Properties, use: PolicyUse): string | undefined {
    if (statement.Principal === undefined && statement.NotPrincipal === undefined) {
        return use === "trust"
            ? "AssumeRole policy may only specify STS AssumeRole actions."
            : "Missing required field Principal";
    }
    if (use === "trust" && (statement.Resource !== undefined || statement.NotResource !== undefined)) {
        return "Has prohibited field Resource";
    }
    if (use === "trust" && strings(statement.Action).some((action) => !/^sts:/i.test(action))) {
        return "AssumeRole policy may only specify STS AssumeRole actions.";
    }
    const services = isObject(statement.Principal) ? strings(statement.Principal.Service) : [];
    const odd = services.find((service) => !/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(service));
    return odd === undefined ? undefined : `Invalid principal in policy: "SERVICE":"${odd}"`;
}
