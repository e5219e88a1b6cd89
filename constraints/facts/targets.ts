import { isUnknown, type Known, UNKNOWN } from "../core/known";
import { destinationOf } from "./actionDestination";
import { parseBlock } from "./blocks";
import { type BrokerEntry, isMskHost } from "./brokers";
import { brokerSetting } from "./clusters";
import { Destination } from "./destination";
import type { KafkaAction } from "./kafkaAction";
import { ANYWHERE, type Endpoint } from "./permits";
import { kafkaActionsOf } from "./rules";
import type { ResourceFacts, Stack } from "./stack";

/** Brokers that actions reach through a destination. */
export interface Target {
    /** The first action that sends there. */
    readonly action: KafkaAction;
    /** The cluster of the stack that they belong to. */
    readonly cluster?: ResourceFacts;
    /** Their name or address, where no cluster of the stack is meant. */
    readonly host?: string;
    readonly port: Known<number>;
}

/** The ports of Amazon MSK inside a VPC. The others in the range are those of custom listeners. */
const MSK_PORTS = [9092, 9094, 9096, 9098];
/** The ports of brokers to which AWS IoT opens connections. */
export const LOWEST_PORT = 9000;
export const HIGHEST_PORT = 9100;

const actionsByDestination = new WeakMap<Stack, ReadonlyMap<string, readonly KafkaAction[]>>();

/** The Kafka actions of the stack that use a destination. */
export function actionsOf({ stack, resource }: Destination): readonly KafkaAction[] {
    const actions = actionsByDestination.get(stack) ?? groupByDestination(stack);
    actionsByDestination.set(stack, actions);
    return actions.get(resource.id) ?? [];
}

function groupByDestination(stack: Stack): ReadonlyMap<string, readonly KafkaAction[]> {
    const found = new Map<string, KafkaAction[]>();
    if (stack.ofKind("destination").length === 0) return found;
    for (const action of kafkaActionsOf(stack)) {
        const made = destinationOf(action);
        if (made === undefined) continue;
        const list = found.get(made.id);
        if (list) list.push(action);
        else found.set(made.id, [action]);
    }
    return found;
}

/**
 * The brokers that the actions of the stack reach through a destination, each once. A port that no listener of theirs
 * has, or that AWS IoT does not open, is a mistake of its own and left out.
 */
export function targetsOf(destination: Destination): readonly Target[] {
    const found = new Map<string, Target>();
    for (const action of actionsOf(destination)) {
        for (const target of targetsOfAction(action)) {
            const key = `${target.cluster?.id ?? ""} ${target.host ?? ""} ${String(target.port)}`;
            if (!found.has(key)) found.set(key, target);
        }
    }
    return [...found.values()];
}

/** The port of Amazon MSK for the way in which an action logs in; undefined for those that it does not offer. */
function usualPort({ protocol, mechanism }: KafkaAction): number | undefined {
    if (protocol === "SSL") return 9094;
    return mechanism === "SCRAM-SHA-512" ? 9096 : undefined;
}

function targetsOfAction(action: KafkaAction): Target[] {
    const { brokers, cluster } = action;
    const usual = usualPort(action);
    if (isUnknown(brokers)) {
        if (cluster === undefined) return [{ action, port: UNKNOWN }];
        const isUsual = brokerSetting(action.stack, cluster, "custom.advertised.listeners") === undefined;
        return [{ action, cluster, port: isUsual && usual !== undefined ? usual : UNKNOWN }];
    }
    return brokers.flatMap(({ host, port, problem }: BrokerEntry): Target[] => {
        if (problem !== undefined || host === undefined || port === undefined) return [];
        if (port < LOWEST_PORT || port > HIGHEST_PORT) return [];
        const isMsk = cluster !== undefined || isMskHost(host);
        if (isMsk && MSK_PORTS.includes(port) && port !== usual) return [];
        return [cluster === undefined ? { action, host, port } : { action, cluster, port }];
    });
}

/** The end that a target is, where it is no cluster of the stack: an address, else anywhere. */
export function endOf({ host }: Target): Endpoint | typeof ANYWHERE {
    const block = parseBlock(host);
    return block ? { groups: { names: [], complete: false }, block } : ANYWHERE;
}

const destinationsByCluster = new WeakMap<Stack, ReadonlyMap<string, readonly Destination[]>>();

/** The destinations of the stack through which actions send to a cluster. */
export function destinationsOf(stack: Stack, cluster: ResourceFacts): readonly Destination[] {
    const destinations = destinationsByCluster.get(stack) ?? groupByCluster(stack);
    destinationsByCluster.set(stack, destinations);
    return destinations.get(cluster.id) ?? [];
}

function groupByCluster(stack: Stack): ReadonlyMap<string, readonly Destination[]> {
    const found = new Map<string, Destination[]>();
    for (const resource of stack.ofKind("destination")) {
        const destination = new Destination(stack, resource);
        for (const id of new Set(actionsOf(destination).map(({ cluster }) => cluster?.id))) {
            if (id === undefined) continue;
            const list = found.get(id);
            if (list) list.push(destination);
            else found.set(id, [destination]);
        }
    }
    return found;
}
