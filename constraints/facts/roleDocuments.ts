import { isUnknown, type Known, member } from "../core/known";
import type { Path } from "../core/path";
import { managedPolicy } from "../data/managedPolicies";
import { givenOrFilledIn } from "./filledIn";
import { inputOf } from "./inputs";
import { type PolicyDocument, type PolicyStatement, readPolicy } from "./policyDocument";
import type { PolicyUse } from "./policyElements";
import { GIVES_RIGHTS, PolicyIndex } from "./policyIndex";
import { referencesIn } from "./policyReferences";
import type { ResourceFacts, Stack } from "./stack";

/** A policy document and where it is written. */
export interface PlacedDocument {
    readonly resource: ResourceFacts;
    /** From the resource to the document. */
    readonly at: Path;
    readonly use: PolicyUse;
    /** Undefined where the property is absent. */
    readonly document: Known<PolicyDocument | undefined>;
}

/** What gives a role its rights, or limits them. */
export interface RoleDocuments {
    /** The documents that are in the stack, and known ones of AWS, which are in no resource. */
    readonly documents: readonly (PlacedDocument | PolicyDocument)[];
    /** False where a policy is outside the stack, or it is not known which one it is. */
    readonly isComplete: boolean;
}

/** The documents of a policy's resource: read once, however many roles have it. */
const READ = new WeakMap<ResourceFacts, Map<string, PlacedDocument>>();

/** A document in a property of a resource. The stack knows of what it is made where that is not known yet. */
export function documentIn(
    resource: ResourceFacts,
    at: Path,
    value: unknown,
    use: PolicyUse,
    stack?: Stack,
): PlacedDocument {
    const key = at.join("/");
    const known = READ.get(resource) ?? new Map<string, PlacedDocument>();
    READ.set(resource, known);
    const read = known.get(key) ?? {
        resource,
        at,
        use,
        document: readPolicy(value, use, stack && referencesIn(stack, resource, at)),
    };
    known.set(key, read);
    return read;
}

/** The statements of a document that are known. */
export function statementsOf({ document }: Pick<PlacedDocument, "document">): readonly PolicyStatement[] {
    return document === undefined || isUnknown(document) || isUnknown(document.statements) ? [] : document.statements;
}

/** A policy that is attached to a role by its ARN, and where that stands. */
export interface AttachedArn {
    readonly on: ResourceFacts;
    readonly path: Path;
    readonly arn: string;
}

/** The ARNs of policies that are attached to a role, where they are known. */
export function attachedArns(stack: Stack, role: ResourceFacts): AttachedArn[] {
    const arns = givenOrFilledIn(role, "managedPolicyArns", "uniqueId");
    const found: { on: ResourceFacts; path: Path; arn: unknown }[] = [];
    const list: readonly unknown[] = Array.isArray(arns) ? arns : [];
    for (const [index, arn] of list.entries()) found.push({ on: role, path: ["managedPolicyArns", index], arn });
    for (const on of attachmentsOf(stack, role)) {
        for (const { path, arn } of arnsIn(on)) found.push({ on, path, arn });
    }
    return found.filter((one): one is AttachedArn => typeof one.arn === "string");
}

const ATTACHMENTS = ["rolePolicyAttachment", "policyAttachment", "rolePolicyAttachmentsExclusive"] as const;

function attachmentsOf(stack: Stack, role: ResourceFacts): ResourceFacts[] {
    return ATTACHMENTS.flatMap((kind) => PolicyIndex.of(stack).of(kind, role));
}

/** The ARNs in an attachment: one, or all that a role may have. A list that is not known is one unknown ARN. */
function arnsIn({ kind, values }: ResourceFacts): { readonly path: Path; readonly arn: unknown }[] {
    if (kind !== "rolePolicyAttachmentsExclusive") return [{ path: ["policyArn"], arn: member(values, "policyArn") }];
    const arns = member(values, "policyArns");
    if (!Array.isArray(arns)) return isUnknown(arns) ? [{ path: ["policyArns"], arn: arns }] : [];
    return arns.map((arn: unknown, index) => ({ path: ["policyArns", index], arn }));
}

/** Who may assume a role. */
export function trustOf(role: ResourceFacts): PlacedDocument {
    return documentIn(role, ["assumeRolePolicy"], member(role.values, "assumeRolePolicy"), "trust");
}

/** Every policy that gives a role rights: written in the role, of its own, or attached. */
export function rightsOf(stack: Stack, role: ResourceFacts): RoleDocuments {
    const index = PolicyIndex.of(stack);
    const inline = inlineOf(stack, role);
    const attached = attachedTo(stack, role);
    const written = [...index.of("rolePolicy", role), ...index.of("policy", role)].map((policy) =>
        documentIn(policy, ["policy"], member(policy.values, "policy"), "identity", stack),
    );
    return {
        documents: [...inline.documents, ...written, ...attached.documents],
        isComplete: inline.isComplete && attached.isComplete && !GIVES_RIGHTS.some((kind) => index.mayHide(kind, role)),
    };
}

/** The policy that limits what a role may be given; undefined where there is none. */
export function boundaryOf(stack: Stack, role: ResourceFacts): RoleDocuments | undefined {
    const arn = inputOf(role, "permissionsBoundary");
    return arn === undefined || arn === ""
        ? undefined
        : collect([policyNamed(stack, role, "permissionsBoundary", arn)]);
}

/** The `inlinePolicies` of a role; an entry without a text is what the provider reports of a role that has none. */
function inlineOf(stack: Stack, role: ResourceFacts): RoleDocuments {
    const inline = givenOrFilledIn(role, "inlinePolicies", "uniqueId");
    if (!Array.isArray(inline)) return { documents: [], isComplete: !isUnknown(inline) };
    const isComplete = !inline.some(isUnknown);
    const documents = inline.flatMap((entry, index): PlacedDocument[] => {
        const policy = member(entry, "policy") ?? undefined;
        if (policy === undefined || policy === "") return [];
        return [documentIn(role, ["inlinePolicies", index, "policy"], policy, "identity", stack)];
    });
    return { documents, isComplete };
}

function attachedTo(stack: Stack, role: ResourceFacts): RoleDocuments {
    const found: (PlacedDocument | PolicyDocument | undefined)[] = [];
    const arns = givenOrFilledIn(role, "managedPolicyArns", "uniqueId");
    if (Array.isArray(arns)) found.push(...policiesNamed(stack, role, "managedPolicyArns", arns));
    else if (isUnknown(arns)) found.push(undefined);
    for (const attachment of attachmentsOf(stack, role)) {
        const named = arnsIn(attachment);
        const property = String(named[0]?.path[0]);
        const given = named.map(({ arn }) => arn);
        found.push(...policiesNamed(stack, attachment, property, given));
    }
    return collect(found);
}

function collect(found: readonly (PlacedDocument | PolicyDocument | undefined)[]): RoleDocuments {
    const documents = found.filter((one) => one !== undefined);
    return { documents, isComplete: documents.length === found.length };
}

/** The policies with these ARNs. Where the property hangs on as many as are not known yet, it is these. */
function policiesNamed(
    stack: Stack,
    from: ResourceFacts,
    property: string,
    arns: readonly unknown[],
): (PlacedDocument | PolicyDocument | undefined)[] {
    const made = policiesBehind(stack, from, property);
    const isTold = arns.filter(isUnknown).length === made.length;
    return arns.map((arn) => {
        const own = isUnknown(arn) && isTold ? made.shift() : undefined;
        return own === undefined ? policyNamed(stack, from, property, arn) : writtenIn(stack, own);
    });
}

function writtenIn(stack: Stack, policy: ResourceFacts): PlacedDocument {
    return documentIn(policy, ["policy"], member(policy.values, "policy"), "identity", stack);
}

/** The policy with an ARN: of the stack, or of AWS; undefined where it is neither, or which one it is is not known. */
function policyNamed(
    stack: Stack,
    from: ResourceFacts,
    property: string,
    arn: unknown,
): PlacedDocument | PolicyDocument | undefined {
    const policy = typeof arn === "string" ? PolicyIndex.of(stack).policy(arn) : onlyPolicy(stack, from, property);
    if (policy) return writtenIn(stack, policy);
    const known = typeof arn === "string" ? managedPolicy(arn) : undefined;
    const read = known && readPolicy(known, "identity");
    return read === undefined || isUnknown(read) ? undefined : read;
}

function onlyPolicy(stack: Stack, from: ResourceFacts, property: string): ResourceFacts | undefined {
    const policies = policiesBehind(stack, from, property);
    return policies.length === 1 ? policies[0] : undefined;
}

function policiesBehind(stack: Stack, from: ResourceFacts, property: string): ResourceFacts[] {
    return [...new Set(from.references?.[property] ?? [])].flatMap((id) => {
        const one = stack.withId(id);
        return one?.kind === "policy" ? [one] : [];
    });
}
