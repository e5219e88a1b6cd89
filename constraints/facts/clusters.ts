import { isUnknown, type Known, member, UNKNOWN } from "../core/known";
import { type BrokerEntry, brokerKey, isMskHost, parseBrokers } from "./brokers";
import type { KafkaAction } from "./kafkaAction";
import { advertisedListeners, serverPropertiesOf } from "./serverProperties";
import type { ResourceFacts, Stack } from "./stack";

/** The outputs of a cluster that list brokers, with the protocol of the Kafka action that each of them serves. */
export const BOOTSTRAP_OUTPUTS: Readonly<Record<string, "SSL" | "SASL_SSL" | "none">> = {
    bootstrapBrokers: "none",
    bootstrapBrokersIpv6: "none",
    bootstrapBrokersPublicSaslIam: "none",
    bootstrapBrokersPublicSaslScram: "none",
    bootstrapBrokersPublicTls: "none",
    bootstrapBrokersSaslIam: "none",
    bootstrapBrokersSaslIamIpv6: "none",
    bootstrapBrokersSaslScram: "SASL_SSL",
    bootstrapBrokersSaslScramIpv6: "none",
    bootstrapBrokersTls: "SSL",
    bootstrapBrokersTlsIpv6: "none",
    bootstrapBrokersVpcConnectivitySaslIam: "none",
    bootstrapBrokersVpcConnectivitySaslScram: "none",
    bootstrapBrokersVpcConnectivityTls: "none",
    zookeeperConnectString: "none",
    zookeeperConnectStringTls: "none",
};

/**
 * The MSK cluster of the stack that an action sends to: by its brokers where they are known, else by the edge of the
 * action. Undefined when the stack does not tell.
 */
export function findCluster(action: KafkaAction): ResourceFacts | undefined {
    const clusters = action.stack.ofKind("cluster");
    if (clusters.length === 0) return undefined;
    const { brokers } = action;
    if (!isUnknown(brokers)) {
        const named = clusters.filter((cluster) => hasBrokerOf(action.stack, cluster, brokers));
        if (named.length > 0) return named.length === 1 ? named[0] : undefined;
        if (!brokers.some(({ host }) => host !== undefined && isMskHost(host))) return undefined;
    }
    const edges = action.references;
    const referenced = clusters.filter(({ id }) => edges.includes(id));
    return referenced.length === 1 ? referenced[0] : undefined;
}

/** The brokers that an output of a cluster lists, by their keys; none where it is not known. */
export function brokersInOutput(cluster: ResourceFacts, output: string): ReadonlySet<string | undefined> {
    const list = member(cluster.values, output);
    return new Set(typeof list === "string" && list !== "" ? parseBrokers(list).map(brokerKey) : []);
}

function hasBrokerOf(stack: Stack, cluster: ResourceFacts, brokers: readonly BrokerEntry[]): boolean {
    const name = member(cluster.values, "clusterName");
    const label = typeof name === "string" ? name.toLowerCase() : undefined;
    const outputs = Object.keys(BOOTSTRAP_OUTPUTS).map((output) => brokersInOutput(cluster, output));
    const setting = brokerSetting(stack, cluster, "custom.advertised.listeners");
    const listeners = typeof setting === "string" ? advertisedListeners(setting) : [];
    return brokers.some((broker) => {
        const { host } = broker;
        if (host === undefined) return false;
        if (label !== undefined && isMskHost(host) && host.split(".")[1]?.toLowerCase() === label) return true;
        const key = brokerKey(broker);
        if (key !== undefined && outputs.some((output) => output.has(key))) return true;
        return listeners.some((listener) => listener.isHost(host));
    });
}

/**
 * A server property that the configuration of a cluster sets: undefined where it sets none, or there is no
 * configuration; unknown where the configuration is not in the stack.
 */
export function brokerSetting(stack: Stack, cluster: ResourceFacts, name: string): Known<string | undefined> {
    const info = member(cluster.values, "configurationInfo") ?? undefined;
    if (info === undefined) return undefined;
    const arn = isUnknown(info) ? UNKNOWN : member(info, "arn");
    const configuration = stack.joined(cluster, "configurationInfo", arn, "configuration", "arn");
    if (configuration === undefined) return UNKNOWN;
    const properties = serverPropertiesOf(member(configuration.values, "serverProperties"));
    return isUnknown(properties) ? UNKNOWN : properties.get(name);
}

/** The number of Availability Zones of a cluster: one subnet lies in each. */
export function zonesOf(cluster: ResourceFacts): Known<number | undefined> {
    const nodes = member(cluster.values, "brokerNodeGroupInfo");
    const subnets = isUnknown(nodes) ? UNKNOWN : member(nodes, "clientSubnets");
    if (isUnknown(subnets)) return UNKNOWN;
    return Array.isArray(subnets) ? subnets.length : undefined;
}

/** How a finding names a cluster. */
export function clusterName(cluster: ResourceFacts): string {
    const name = member(cluster.values, "clusterName");
    return typeof name === "string" ? name : (cluster.name ?? cluster.id);
}

/** Whether the brokers of an action are those of Amazon MSK: by their names, or as an output of a cluster. */
export function sendsToMsk(action: KafkaAction): Known<boolean> {
    if (action.cluster !== undefined) return true;
    const { brokers } = action;
    return isUnknown(brokers) ? UNKNOWN : brokers.some(({ host }) => host !== undefined && isMskHost(host));
}
