import { isUnknown, member, UNKNOWN } from "../core/known";
import type { Answer } from "./answers";
import { parseArn } from "./arn";
import { accountOf, coversResource, type ResourceName, regionOf } from "./requestedResource";
import type { ResourceFacts, Stack } from "./stack";
import type { TopicRule } from "./topicRule";
import { IOT_SERVICE } from "./trust";
import { matchesWildcards } from "./wildcards";

/** The function of the stack that an error action calls; undefined where the stack makes no such function. */
export function errorFunctionOf(rule: TopicRule): ResourceFacts | undefined {
    const arn = member(member(rule.value("errorAction"), "lambda"), "functionArn");
    if (arn === undefined) return undefined;
    const { stack, resource } = rule;
    const functions = stack.ofKind("lambdaFunction");
    if (typeof arn === "string") return functions.find((one) => names(one, arn));
    const edges = resource.references?.errorAction ?? [];
    const referenced = functions.filter(({ id }) => edges.includes(id));
    return referenced.length === 1 ? referenced[0] : undefined;
}

/** The permissions of the stack on a function; `complete` is false where it is not known whose one of them is. */
export function permissionsOn(stack: Stack, target: ResourceFacts) {
    const permissions: ResourceFacts[] = [];
    let complete = true;
    for (const permission of stack.ofKind("lambdaPermission")) {
        const given = member(permission.values, "function");
        const isEdge = permission.references?.function?.includes(target.id) ?? false;
        if (isEdge || (typeof given === "string" && names(target, given))) permissions.push(permission);
        else if (mayName(permission, given, target)) complete = false;
    }
    return { permissions, complete };
}

/** What is written out may be the name of a function that has none yet; what is not known has an edge where edges are told. */
function mayName({ references }: ResourceFacts, given: unknown, { values }: ResourceFacts): boolean {
    if (isUnknown(given)) return references === undefined;
    const isNamed = [member(values, "name"), member(values, "arn")].some((name) => typeof name === "string");
    return typeof given === "string" && !isNamed && (references?.function ?? []).length === 0;
}

/** Whether a permission lets AWS IoT call a function at all. */
export function isForIot({ values }: ResourceFacts): Answer {
    const principal = member(values, "principal");
    const action = member(values, "action");
    if (isUnknown(principal) || isUnknown(action)) return UNKNOWN;
    if (principal !== IOT_SERVICE && principal !== "*") return false;
    return typeof action === "string" && matchesWildcards(action.toLowerCase(), "lambda:invokefunction");
}

/** Whether its source ARN lets a rule in; none at all lets in every one. */
export function admitsRule({ values }: ResourceFacts, rule: TopicRule): Answer {
    const arn = member(values, "sourceArn") ?? undefined;
    if (arn === undefined || arn === "") return true;
    return typeof arn === "string" ? coversResource(arn, nameOfRule(rule)) : UNKNOWN;
}

/** Whether its source account is the rule's; none at all lets in every one. */
export function admitsAccount({ values }: ResourceFacts, { stack }: TopicRule): Answer {
    const given = member(values, "sourceAccount") ?? undefined;
    if (given === undefined || given === "") return true;
    const own = accountOf(stack.facts.account);
    return typeof given !== "string" || isUnknown(own) || isUnknown(accountOf(given)) ? UNKNOWN : given === own;
}

function nameOfRule(rule: TopicRule): ResourceName {
    const name = rule.value("name");
    const place: Omit<ResourceName, "resource"> = {
        partition: UNKNOWN,
        service: "iot",
        region: regionOf(rule.region),
        account: accountOf(rule.stack.facts.account),
    };
    return typeof name === "string"
        ? { ...place, resource: `rule/${name}` }
        : { ...place, resource: "rule/", isOpen: true };
}

/** By its ARN, qualified or not, or by the name at its end. */
function names({ values }: ResourceFacts, text: string): boolean {
    const arn = member(values, "arn");
    const own = typeof arn === "string" ? arn : undefined;
    if (own !== undefined && (text === own || text.startsWith(`${own}:`))) return true;
    const given = member(values, "name");
    const name = typeof given === "string" ? given : own?.split(":")[6];
    if (typeof name !== "string" || name === "") return false;
    const resource = parseArn(text)?.resource;
    return resource === undefined ? text === name : resource.split(":")[1] === name;
}
