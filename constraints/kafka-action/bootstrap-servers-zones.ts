import { defineConstraint } from "../core/constraint";
import { isUnknown, type Known } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { besides, cluster } from "../examples/clusters";
import { brokerKey, isMskHost } from "../facts/brokers";
import { clusterName, zonesOf } from "../facts/clusters";
import type { KafkaAction } from "../facts/kafkaAction";
import { BROKERS } from "./brokerPorts";
import { MSK_BEST_PRACTICES } from "./pages";

export const bootstrapServersZones = defineConstraint({
    id: "bootstrap-servers-zones",
    subject: "kafkaAction",
    joins: true,
    requirements: ["KAFKA-BOOT-06"],
    level: "advisory",
    severity: "medium",
    what: "bootstrap.servers names a broker of each Availability Zone of an Amazon MSK cluster.",
    why: "While the only broker that it names restarts, AWS IoT finds none of the others.",
    fix: "Name one broker of each zone: the bootstrap output of the cluster does.",
    source: MSK_BEST_PRACTICES,
    check: (action) => {
        const { brokers } = action;
        if (isUnknown(brokers)) return undetermined(BROKERS);
        if (brokers.length === 0 || brokers.some(({ problem }) => problem !== undefined)) return undefined;
        const count = new Set(brokers.map(brokerKey)).size;
        const made = action.cluster;
        const zones = wantedBrokers(action);
        if (zones === undefined || (typeof zones === "number" && count >= zones)) return undefined;
        if (isUnknown(zones)) return undetermined(BROKERS, "the zones of the cluster are not known yet");
        return violation(
            BROKERS,
            made
                ? `${clusterName(made)} has ${zones} zones, and the list ${brokersIn(count)}`
                : `The list has ${brokersIn(count)}`,
        );
    },
    examples: {
        valid: [
            { title: "three brokers of three zones", stack: besides([cluster()], { properties: withBrokers(3) }) },
            { title: "two brokers of a cluster of another stack", stack: besides([], { properties: withBrokers(2) }) },
            {
                title: "one name for brokers of another kind",
                stack: besides([cluster()], { properties: { "bootstrap.servers": "kafka.plant.example:9096" } }),
            },
        ],
        invalid: [
            { title: "two brokers of three zones", stack: besides([cluster()], { properties: withBrokers(2) }) },
            { title: "one broker of a cluster of another stack", stack: besides([], { properties: withBrokers(1) }) },
        ],
    },
});

/** How many brokers there should be; undefined where that cannot be told of such brokers. */
function wantedBrokers(action: KafkaAction): Known<number | undefined> {
    const made = action.cluster;
    if (made) return zonesOf(made);
    const { brokers } = action;
    return !isUnknown(brokers) && brokers.some(({ host }) => host !== undefined && isMskHost(host)) ? 2 : undefined;
}

function brokersIn(count: number): string {
    return count === 1 ? "one broker" : `${count} brokers`;
}

function withBrokers(count: number) {
    const hosts = Array.from(
        { length: count },
        (_, index) => `b-${index + 1}.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096`,
    );
    return { "bootstrap.servers": hosts.join(",") };
}
