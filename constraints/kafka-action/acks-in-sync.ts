import { defineConstraint } from "../core/constraint";
import { isUnknown, type Known, member, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { besides, cluster, configured, topic } from "../examples/clusters";
import { brokerSetting, zonesOf } from "../facts/clusters";
import type { KafkaAction } from "../facts/kafkaAction";
import { literalTopic, topicSetting, topicsNamed } from "../facts/topics";
import { propertyPath } from "./enumerated";
import { MSK_BEST_PRACTICES } from "./pages";

const PATH = propertyPath("acks");

export const acksInSync = defineConstraint({
    id: "acks-in-sync",
    subject: "kafkaAction",
    joins: true,
    requirements: ["KAFKA-ACKS-04"],
    level: "advisory",
    severity: "medium",
    what: "With acks all, fewer replicas must be in sync than there are.",
    why: "Where min.insync.replicas equals the replication factor, each restart of a broker stops all writes, a rolling update too.",
    fix: "Set min.insync.replicas to at most the replication factor minus one, for example 2 of 3.",
    source: MSK_BEST_PRACTICES,
    check: (action) => {
        const acks = action.property("acks");
        if (isUnknown(acks)) return undetermined(PATH);
        if (acks !== "all" && acks !== "-1") return undefined;
        const inSync = numberOf(inSyncReplicas(action));
        const replicas = numberOf(replicationFactor(action));
        if (inSync === undefined || replicas === undefined) return undefined;
        if (isUnknown(inSync) || isUnknown(replicas))
            return undetermined(PATH, "the replicas of the topic are not known yet");
        return inSync < replicas
            ? undefined
            : violation(PATH, `acks is all, and min.insync.replicas ${inSync} of ${replicas} replicas`);
    },
    examples: {
        valid: [
            { title: "two of three replicas", stack: withTopic({ configs: '{"min.insync.replicas":"2"}' }) },
            { title: "the default of three zones", stack: besides([cluster()], { properties: { acks: "all" } }) },
            { title: "acks of 1", stack: besides(configured("min.insync.replicas=3"), { properties: { acks: "1" } }) },
        ],
        invalid: [
            { title: "three of three replicas", stack: withTopic({ configs: '{"min.insync.replicas":"3"}' }) },
            { title: "one replica", stack: withTopic({ replicationFactor: 1 }) },
            {
                title: "a setting of the brokers",
                stack: besides(configured("min.insync.replicas=3"), { properties: { acks: "-1" } }),
            },
        ],
    },
});

/** The setting of the topic, else of the brokers, else its default: 2 with three zones, 1 with two. */
function inSyncReplicas(action: KafkaAction): unknown {
    const made = action.cluster;
    const own = topicOf(action);
    const setting = own && topicSetting(own, "min.insync.replicas");
    return (
        setting ?? (made && (brokerSetting(action.stack, made, "min.insync.replicas") ?? byZones(zonesOf(made), 2, 1)))
    );
}

function replicationFactor(action: KafkaAction): unknown {
    const made = action.cluster;
    const own = topicOf(action);
    if (own) return member(own.values, "replicationFactor");
    return made && (brokerSetting(action.stack, made, "default.replication.factor") ?? byZones(zonesOf(made), 3, 2));
}

function topicOf(action: KafkaAction) {
    const name = literalTopic(action);
    const topics = typeof name === "string" ? topicsNamed(action, name) : [];
    return topics.length === 1 ? topics[0] : undefined;
}

function byZones(zones: Known<number | undefined>, ofThree: number, ofTwo: number): Known<number | undefined> {
    if (isUnknown(zones) || zones === undefined) return zones;
    return zones >= 3 ? ofThree : ofTwo;
}

function numberOf(value: unknown): Known<number | undefined> {
    if (isUnknown(value)) return UNKNOWN;
    const number = typeof value === "string" ? Number(value) : value;
    return typeof number === "number" && Number.isInteger(number) ? number : undefined;
}

function withTopic(values: Record<string, unknown>) {
    return besides([cluster(), topic("telemetry", values)], { properties: { acks: "all" } });
}
