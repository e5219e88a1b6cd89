import { isUnknown, member } from "../core/known";
import type { ResourceFacts, Stack } from "./stack";

/**
 * The resources that give a role rights, with the properties that name the role. A policy of CloudFormation may name
 * several roles, and a managed one may too.
 */
export const GIVES_RIGHTS = [
    "rolePolicy",
    "rolePolicyAttachment",
    "policyAttachment",
    "rolePolicyAttachmentsExclusive",
    "policy",
] as const;
const PROPERTIES = ["role", "roles", "roleName"];

type Kind = (typeof GIVES_RIGHTS)[number];

/** The policies and attachments of a stack by the roles that they name, and its policies by their ARNs and names. */
export class PolicyIndex {
    static readonly #indexes = new WeakMap<Stack, PolicyIndex>();
    readonly #byRole = new Map<string, ResourceFacts[]>();
    readonly #open = new Set<Kind>();
    readonly #loose = new Set<Kind>();
    readonly #byText = new Map<string, ResourceFacts>();

    private constructor(stack: Stack) {
        for (const kind of GIVES_RIGHTS) {
            for (const policy of stack.ofKind(kind)) {
                for (const property of PROPERTIES) this.#add(kind, property, policy);
            }
        }
        for (const policy of stack.ofKind("policy")) {
            for (const text of [member(policy.values, "arn"), member(policy.values, "name")]) {
                if (typeof text === "string" && text !== "" && !this.#byText.has(text)) this.#byText.set(text, policy);
            }
        }
    }

    /** That of a stack, made once. */
    static of(stack: Stack): PolicyIndex {
        const known = PolicyIndex.#indexes.get(stack) ?? new PolicyIndex(stack);
        PolicyIndex.#indexes.set(stack, known);
        return known;
    }

    /** The policies or attachments of that kind that are a role's. */
    of(kind: Kind, { id, values }: ResourceFacts): readonly ResourceFacts[] {
        const names = [member(values, "name"), member(values, "id")].filter((name) => typeof name === "string");
        const keys = [edgeKey(kind, id), ...names.map((name) => nameKey(kind, name))];
        return [...new Set(keys.flatMap((key) => this.#byRole.get(key) ?? []))];
    }

    /**
     * True when some of that kind may be the role's: it is not known whose it is, or it names a role where this one has
     * no name that is known.
     */
    mayHide(kind: Kind, { values }: ResourceFacts): boolean {
        const isNamed = [member(values, "name"), member(values, "id")].some((name) => typeof name === "string");
        return this.#open.has(kind) || (!isNamed && this.#loose.has(kind));
    }

    /** A policy by its ARN, else by the name at its end: an ARN is not known before the policy is made. */
    policy(arn: string): ResourceFacts | undefined {
        const own = this.#byText.get(arn);
        if (own !== undefined || !/^arn:[a-z-]+:iam::\d{12}:policy\//.test(arn)) return own;
        return this.#byText.get(arn.slice(arn.lastIndexOf("/") + 1));
    }

    #add(kind: Kind, property: string, policy: ResourceFacts): void {
        const given = member(policy.values, property);
        const list = Array.isArray(given) ? given : [given];
        const edges = policy.references?.[property] ?? [];
        const keys = [
            ...edges.map((id) => edgeKey(kind, id)),
            ...list.flatMap((name) => (typeof name === "string" ? [nameKey(kind, name)] : [])),
        ];
        for (const key of keys) {
            const found = this.#byRole.get(key);
            if (found) found.push(policy);
            else this.#byRole.set(key, [policy]);
        }
        if (edges.length === 0 && list.some((name) => typeof name === "string" && name !== "")) this.#loose.add(kind);
        // Where edges are told, a role of the stack would be among them.
        if (list.some(isUnknown) && policy.references === undefined) this.#open.add(kind);
    }
}

function edgeKey(kind: Kind, id: string): string {
    return `${kind} edge ${id}`;
}

function nameKey(kind: Kind, name: string): string {
    return `${kind} name ${name}`;
}
