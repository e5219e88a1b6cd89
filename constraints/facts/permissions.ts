import { isUnknown, type Known, UNKNOWN } from "../core/known";
import { type Answer, allOf, anyOf } from "./answers";
import { type Context, conditionsHold } from "./conditions";
import type { Patterns, PolicyStatement } from "./policyDocument";
import { type PolicyReference, refersTo } from "./policyReferences";
import { coversResource, type RequestedResource } from "./requestedResource";
import { LONGEST_TEXT, matchesWildcards } from "./wildcards";

/** One call to AWS, as policies are asked about it. */
export interface Request {
    /** `ec2:CreateNetworkInterface`. */
    readonly action: string;
    readonly resource: RequestedResource;
    readonly context: Context;
}

/** What policies say of a request. */
export interface Decision {
    readonly answer: "allowed" | "denied" | "undetermined";
    /**
     * Why it is denied: no statement allows the action at all; those that do are about other resources, or under
     * conditions that do not hold; a statement denies it; the permissions boundary does not allow it.
     */
    readonly because?: "action" | "resource" | "condition" | "deny" | "boundary";
    /** The statement that denies it. */
    readonly by?: PolicyStatement;
}

/** The statements of all policies of one kind that apply; `isComplete` is false where a policy is not known. */
export interface Policies {
    readonly statements: readonly PolicyStatement[];
    readonly isComplete: boolean;
}

/**
 * What IAM answers a role, as the evaluation logic of IAM is documented: an explicit Deny wins, then an Allow, and what
 * nothing allows is denied; a permissions boundary must allow it too. What hangs on something unknown is undetermined.
 */
export function decide(request: Request, policies: Policies, boundary?: Policies): Decision {
    const own = decideBy(request, policies);
    if (boundary === undefined || own.answer === "denied") return own;
    const limit = decideBy(request, boundary);
    if (limit.answer === "allowed") return own;
    return limit.answer === "denied" ? { answer: "denied", because: "boundary" } : limit;
}

/** Whether the statement is about the request, whatever its effect is. */
export function appliesTo(statement: PolicyStatement, { action, resource, context }: Request): Answer {
    return allOf([
        matchesAction(statement.actions, action),
        matchesResource(statement.resources, resource),
        conditionsHold(statement.conditions, context),
    ]);
}

/** Whether the action is one of those that a statement names, wildcards and case aside. */
export function matchesAction(actions: Patterns, action: string): Answer {
    return matches(actions, (pattern) => matchesWildcards(pattern.toLowerCase(), action.toLowerCase()));
}

/** Whether a statement that names resources names this one. */
export function matchesResource(resources: Patterns | undefined, resource: RequestedResource): Answer {
    if (resources === undefined) return true;
    const made = resource === "*" ? [] : (resource.made ?? []);
    return matches(
        resources,
        (pattern) => coversResource(pattern, resource),
        (reference) => refersTo(reference, made),
    );
}

function matches(
    { excluding, values, references }: Patterns,
    covers: (pattern: string) => Answer,
    refers: (reference: PolicyReference | undefined) => Answer = () => UNKNOWN,
): Answer {
    if (isUnknown(values)) return UNKNOWN;
    const found = anyOf(
        values.map((value, index) => (isUnknown(value) ? refers(references?.get(index)) : covers(value))),
    );
    return isUnknown(found) ? UNKNOWN : found !== excluding;
}

function decideBy(request: Request, { statements, isComplete }: Policies): Decision {
    if (typeof request.resource !== "string" && request.resource.resource.length > LONGEST_TEXT) return OPEN;
    const applying = statements.map((statement): Applying => ({ statement, applies: appliesTo(statement, request) }));
    const deny = applying.find(({ statement, applies }) => statement.effect === "Deny" && applies === true);
    if (deny) return { answer: "denied", because: "deny", by: deny.statement };
    const may = (effect: "Allow" | "Deny") => (one: Applying) =>
        one.applies !== false && (one.statement.effect === effect || isUnknown(one.statement.effect));
    const mayBeDenied = !isComplete || applying.some(may("Deny"));
    const isAllowed = applying.some(({ statement, applies }) => statement.effect === "Allow" && applies === true);
    if (isAllowed) return mayBeDenied ? OPEN : { answer: "allowed" };
    if (!isComplete || applying.some(may("Allow"))) return OPEN;
    return { answer: "denied", because: whyNot(request, statements) };
}

interface Applying {
    readonly statement: PolicyStatement;
    readonly applies: Answer;
}

const OPEN: Decision = { answer: "undetermined" };

/** How near the nearest statement comes to allowing it. */
function whyNot({ action, resource }: Request, statements: readonly PolicyStatement[]): Decision["because"] {
    const naming = statements.filter(
        ({ effect, actions }) => effect !== "Deny" && matchesAction(actions, action) !== false,
    );
    if (naming.length === 0) return "action";
    return naming.some(({ resources }) => matchesResource(resources, resource) !== false) ? "condition" : "resource";
}

/** A list of condition keys with their values as a context. */
export function contextOf(entries: Readonly<Record<string, Known<string | readonly string[]>>>): Context {
    return new Map(
        Object.entries(entries).map(([key, value]): [string, Known<readonly string[]>] => [
            key.toLowerCase(),
            isUnknown(value) ? UNKNOWN : typeof value === "string" ? [value] : value,
        ]),
    );
}
