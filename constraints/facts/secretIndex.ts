import { member } from "../core/known";
import type { ResourceFacts, Stack } from "./stack";

/** The secrets of a stack and their versions, by the texts that name them: a rule may read one of a thousand. */
export interface SecretIndex {
    readonly byName: ReadonlyMap<string, readonly ResourceFacts[]>;
    /** By ARN, which is their id too. */
    readonly byArn: ReadonlyMap<string, readonly ResourceFacts[]>;
    /** Versions by their `secretId` where it is a text, and by the resource that it hangs on where it is none. */
    readonly versionsByText: ReadonlyMap<string, readonly ResourceFacts[]>;
    readonly versionsByEdge: ReadonlyMap<string, readonly ResourceFacts[]>;
}

const INDICES = new WeakMap<Stack, SecretIndex>();

/** The index of a stack, made once. */
export function secretIndexOf(stack: Stack): SecretIndex {
    let index = INDICES.get(stack);
    if (index === undefined) {
        const secrets = stack.ofKind("secret");
        const versions = stack.ofKind("secretVersion");
        const isNamed = ({ values }: ResourceFacts) => typeof member(values, "secretId") === "string";
        index = {
            byName: grouped(secrets, ({ values }) => [member(values, "name")]),
            byArn: grouped(secrets, ({ values }) => [...new Set([member(values, "arn"), member(values, "id")])]),
            versionsByText: grouped(versions, ({ values }) => [member(values, "secretId")]),
            versionsByEdge: grouped(versions, (version) =>
                isNamed(version) ? [] : (version.references?.secretId ?? []),
            ),
        };
        INDICES.set(stack, index);
    }
    return index;
}

function grouped(
    resources: readonly ResourceFacts[],
    keysOf: (resource: ResourceFacts) => readonly unknown[],
): ReadonlyMap<string, readonly ResourceFacts[]> {
    const groups = new Map<string, ResourceFacts[]>();
    for (const resource of resources) {
        for (const key of keysOf(resource)) {
            if (typeof key !== "string") continue;
            const group = groups.get(key);
            if (group) group.push(resource);
            else groups.set(key, [resource]);
        }
    }
    return groups;
}
