import { isUnknown, member } from "../core/known";
import type { Path } from "../core/path";
import { keyIn } from "./keys";
import { kafkaActionsOf, ruleOf } from "./rules";
import type { ResourceFacts, Stack } from "./stack";

/** A customer managed key of the stack that encrypts a cluster, or the log group of an error action. */
export class EncryptionKey {
    readonly at: Path = [];

    constructor(
        readonly stack: Stack,
        readonly resource: ResourceFacts,
        readonly clusters: readonly ResourceFacts[],
        readonly logGroups: readonly ResourceFacts[],
    ) {}

    /** How a finding names it. */
    get name(): string {
        return this.resource.name ?? this.resource.id;
    }
}

const KEYS = new WeakMap<Stack, ReadonlyMap<string, EncryptionKey>>();

/** A key that encrypts something of the pipeline; undefined for every other. */
export function encryptionKeyOf(stack: Stack, key: ResourceFacts): EncryptionKey | undefined {
    let keys = KEYS.get(stack);
    if (keys === undefined) {
        keys = findKeys(stack);
        KEYS.set(stack, keys);
    }
    return keys.get(key.id);
}

function findKeys(stack: Stack): ReadonlyMap<string, EncryptionKey> {
    const clusters = byKey(stack.ofKind("cluster"), (cluster) => keyOfCluster(stack, cluster));
    const groups = byKey(errorLogGroups(stack), (group) => keyIn(stack, group, "kmsKeyId"));
    return new Map(
        stack
            .ofKind("key")
            .filter(({ id }) => clusters.has(id) || groups.has(id))
            .map((key) => [
                key.id,
                new EncryptionKey(stack, key, clusters.get(key.id) ?? [], groups.get(key.id) ?? []),
            ]),
    );
}

function byKey(
    resources: readonly ResourceFacts[],
    keyOf: (resource: ResourceFacts) => ResourceFacts | undefined,
): ReadonlyMap<string, readonly ResourceFacts[]> {
    const found = new Map<string, ResourceFacts[]>();
    for (const resource of resources) {
        const key = keyOf(resource);
        if (key) found.set(key.id, [...(found.get(key.id) ?? []), resource]);
    }
    return found;
}

function keyOfCluster(stack: Stack, cluster: ResourceFacts): ResourceFacts | undefined {
    const arn = member(member(cluster.values, "encryptionInfo"), "encryptionAtRestKmsKeyArn");
    return arn === undefined || arn === "" ? undefined : stack.joined(cluster, "encryptionInfo", arn, "key", "arn");
}

/** The log groups of the stack to which error actions of Kafka rules write. */
function errorLogGroups(stack: Stack): ResourceFacts[] {
    if (stack.ofKind("logGroup").length === 0 || stack.ofKind("key").length === 0) return [];
    const names = new Set<unknown>();
    const edges = new Set<string>();
    for (const resource of new Set(kafkaActionsOf(stack).map((action) => action.resource))) {
        const logs = member(ruleOf(stack, resource).value("errorAction"), "cloudwatchLogs");
        const name = member(logs, "logGroupName");
        if (typeof name === "string") names.add(name);
        else if (isUnknown(name)) for (const id of resource.references?.errorAction ?? []) edges.add(id);
    }
    return stack
        .ofKind("logGroup")
        .filter(({ id, values }) => edges.has(id) || names.has(member(values, "name") ?? ""));
}
