import { member } from "../core/known";
import { inputOf } from "./inputs";
import { documentIn, type PlacedDocument } from "./roleDocuments";
import { secretOf } from "./secrets";
import type { ResourceFacts, Stack } from "./stack";

const POLICIES = new WeakMap<Stack, ReadonlyMap<string, readonly ResourceFacts[]>>();

/** The policies of a secret that are resources of their own. */
export function policyResourcesOf(stack: Stack, secret: ResourceFacts): readonly ResourceFacts[] {
    let found = POLICIES.get(stack);
    if (found === undefined) {
        const groups = new Map<string, ResourceFacts[]>();
        for (const policy of stack.ofKind("secretPolicy")) {
            const id = secretOf(stack, policy, "secretArn")?.id;
            if (id !== undefined) groups.set(id, [...(groups.get(id) ?? []), policy]);
        }
        POLICIES.set(stack, groups);
        found = groups;
    }
    return found.get(secret.id) ?? [];
}

/** The resource policies that the stack gives a secret: in itself, and as resources of their own. */
export function policiesOfSecret(stack: Stack, secret: ResourceFacts): PlacedDocument[] {
    const own = inputOf(secret, "policy");
    const holders = [...(own === undefined ? [] : [secret]), ...policyResourcesOf(stack, secret)];
    return holders.map((on) => documentIn(on, ["policy"], member(on.values, "policy"), "resource"));
}
