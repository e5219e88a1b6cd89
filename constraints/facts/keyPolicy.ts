import { isUnknown, type Known, member, UNKNOWN } from "../core/known";
import { isPlaceholderAccount } from "../data/placeholders";
import { type Answer, allOf, anyOf } from "./answers";
import { givenOrFilledIn } from "./filledIn";
import { keyIn } from "./keys";
import { appliesTo, type Request } from "./permissions";
import type { PolicyStatement, Principal } from "./policyDocument";
import { nameOfArn, type RequestedResource } from "./requestedResource";
import { documentIn, type PlacedDocument } from "./roleDocuments";
import type { ResourceFacts, Stack } from "./stack";

/** The policy that the stack gives a key; undefined where it has the default one, which lets IAM policies decide. */
export function keyPolicyOf(stack: Stack, key: ResourceFacts): PlacedDocument | undefined {
    const own = stack.ofKind("keyPolicy").find((policy) => keyIn(stack, policy, "keyId")?.id === key.id);
    if (own) return documentIn(own, ["policy"], member(own.values, "policy"), "resource");
    const policy = givenOrFilledIn(key, "policy", "keyId");
    return policy === undefined || policy === "" ? undefined : documentIn(key, ["policy"], policy, "resource");
}

/** The statements of a key policy; unknown where it is, or cannot be read. */
export function keyStatementsOf({ document }: PlacedDocument): Known<readonly PolicyStatement[]> {
    if (document === undefined || isUnknown(document) || document.problems.length > 0) return UNKNOWN;
    return document.statements;
}

/** The ARN by which policies know a key. */
export function keyName(
    stack: Stack,
    key: ResourceFacts,
    partition: Known<string>,
    account: Known<string>,
): RequestedResource {
    const arn = member(key.values, "arn");
    const known = typeof arn === "string" ? nameOfArn(arn) : undefined;
    if (known) return { ...known, made: [key] };
    const region = stack.regionOf(key);
    return {
        partition,
        service: "kms",
        region: region ?? UNKNOWN,
        account,
        resource: "key/",
        isOpen: true,
        made: [key],
    };
}

/** What a key policy says of a request by a role, by itself. */
export interface KeyAnswer {
    readonly denied: Answer;
    /** It lets the role itself use the key. */
    readonly direct: Answer;
    /** It leaves the decision to the IAM policies of the account. */
    readonly delegated: Answer;
}

/** Reads a key policy for a role of an account, by the role's ARN. */
export function answerOfKey(
    statements: Known<readonly PolicyStatement[]>,
    request: Request,
    account: Known<string>,
    isRole: (arn: string) => Answer,
): KeyAnswer {
    if (isUnknown(statements)) return { denied: UNKNOWN, direct: UNKNOWN, delegated: UNKNOWN };
    const says = (effect: "Allow" | "Deny", isMeant: (principal: Principal) => Answer): Answer =>
        anyOf(
            statements.map((statement): Answer => {
                if (statement.effect !== effect && !isUnknown(statement.effect)) return false;
                const answer = allOf([meets(statement, isMeant), appliesTo(statement, request)]);
                return answer === true && isUnknown(statement.effect) ? UNKNOWN : answer;
            }),
        );
    const isItself = (principal: Principal) => isRoleItself(principal, isRole);
    const isAccount = (principal: Principal) => isWholeAccount(principal, account);
    return {
        denied: says("Deny", (principal) => anyOf([isItself(principal), isAccount(principal)])),
        direct: says("Allow", isItself),
        delegated: says("Allow", isAccount),
    };
}

function meets({ principals }: PolicyStatement, isMeant: (principal: Principal) => Answer): Answer {
    if (principals === undefined) return false;
    return isUnknown(principals) ? UNKNOWN : anyOf(principals.map(isMeant));
}

function isRoleItself({ type, value }: Principal, isRole: (arn: string) => Answer): Answer {
    if (value === "*" && (type === "*" || type.toLowerCase() === "aws")) return true;
    if (type.toLowerCase() !== "aws") return false;
    return isUnknown(value) ? UNKNOWN : isRole(value);
}

/** An account stands for all that its IAM policies allow: by its number, or as its root. */
function isWholeAccount({ type, value }: Principal, account: Known<string>): Answer {
    if (type.toLowerCase() !== "aws") return false;
    if (isUnknown(value)) return UNKNOWN;
    const named = /^\d{12}$/.test(value) ? value : /^arn:[a-z-]+:iam::(\d{12}):root$/.exec(value)?.[1];
    if (named === undefined) return false;
    return isUnknown(account) || isPlaceholderAccount(named) ? UNKNOWN : named === account;
}
