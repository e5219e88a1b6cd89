import { isRecord, isUnknown } from "../core/known";
import { type DocumentProblem, element, listed, type PolicyUse } from "./policyElements";

/** Why IAM refuses a statement. What stands in it is never shown: only the names of elements are. */
export function statementProblems(statement: unknown, use: PolicyUse): DocumentProblem[] {
    if (isUnknown(statement)) return [];
    if (!isRecord(statement)) return [{ path: [], found: "has no JSON object" }];
    return [
        ...effectProblems(statement),
        ...actionProblems(statement, use),
        ...(use === "trust" ? forbidden(statement, "Resource", "a trust policy") : resourceProblems(statement)),
        ...(use === "identity"
            ? forbidden(statement, "Principal", "the policy of a role")
            : principalProblems(statement)),
    ];
}

function effectProblems(statement: unknown): DocumentProblem[] {
    const { name, value } = element(statement, "Effect");
    if (isUnknown(value) || value === "Allow" || value === "Deny") return [];
    return value === undefined
        ? [{ path: [], found: "has no Effect" }]
        : [{ path: [name], found: "has an Effect that is neither Allow nor Deny" }];
}

function actionProblems(statement: unknown, use: PolicyUse): DocumentProblem[] {
    const wrong = oneOfTwo(statement, "Action");
    if (wrong.length > 0) return wrong;
    const given = [element(statement, "Action"), element(statement, "NotAction")].find(
        (one) => one.value !== undefined,
    )!;
    const list = listed(given.value);
    if (isUnknown(list)) return [];
    const odd = list.some((action) => typeof action === "string" && action !== "*" && !hasService(action));
    if (odd) return [{ path: [given.name], found: `has an ${given.name} without the service before it, such as ec2:` }];
    const foreign =
        use === "trust" && list.every((action) => typeof action === "string" && !/^(?:\*|sts:)/i.test(action));
    return foreign ? [{ path: [given.name], found: `has an ${given.name} that is none of STS` }] : [];
}

/** `service:Name`, either of which may have wildcards. */
function hasService(action: string): boolean {
    const colon = action.indexOf(":");
    return colon > 0 && colon < action.length - 1;
}

function resourceProblems(statement: unknown): DocumentProblem[] {
    return oneOfTwo(statement, "Resource");
}

function principalProblems(statement: unknown): DocumentProblem[] {
    const given = [element(statement, "Principal"), element(statement, "NotPrincipal")].filter(isGiven);
    if (given.length === 0) return [{ path: [], found: "has no Principal" }];
    if (given.length === 2) return [{ path: [], found: "has both Principal and NotPrincipal" }];
    const { name, value } = given[0]!;
    if (isUnknown(value) || value === "*") return [];
    const isFilled = isRecord(value) && Object.keys(value).length > 0;
    return isFilled ? [] : [{ path: [name], found: `has a ${name} that is neither * nor an object by kind` }];
}

/** Exactly one of an element and its opposite, with at least one text. */
function oneOfTwo(statement: unknown, name: string): DocumentProblem[] {
    const given = [element(statement, name), element(statement, `Not${name}`)].filter(isGiven);
    if (given.length === 0) return [{ path: [], found: `has neither ${name} nor Not${name}` }];
    if (given.length === 2) return [{ path: [], found: `has both ${name} and Not${name}` }];
    const list = listed(given[0]!.value);
    if (isUnknown(list)) return [];
    const path = [given[0]!.name];
    if (list.length === 0) return [{ path, found: `has an empty ${path[0]}` }];
    const isText = list.every((one) => isUnknown(one) || typeof one === "string");
    return isText ? [] : [{ path, found: `has something that is no text in its ${path[0]}` }];
}

function forbidden(statement: unknown, name: string, where: string): DocumentProblem[] {
    return [element(statement, name), element(statement, `Not${name}`)]
        .filter(isGiven)
        .map((one) => ({ path: [one.name], found: `has ${one.name}, which ${where} does not take` }));
}

function isGiven({ value }: { readonly value: unknown }): boolean {
    return value !== undefined;
}
