import { defineConstraint } from "../core/constraint";
import { isUnknown, type Known, member } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { besides, besidesCluster, configured } from "../examples/clusters";
import { brokerSetting, clusterName } from "../facts/clusters";
import type { KafkaAction } from "../facts/kafkaAction";
import { type AdvertisedListener, advertisedListeners } from "../facts/serverProperties";
import { BROKERS, HIGHEST_PORT, LOWEST_PORT } from "./brokerPorts";
import { MSK_CUSTOM_DOMAINS } from "./pages";

/** The listener that clients of each protocol are led to. */
const LISTENERS: Readonly<Record<string, string>> = { SSL: "CLIENT_SECURE", SASL_SSL: "CLIENT_SASL_SCRAM" };

export const bootstrapServersCustomListener = defineConstraint({
    id: "bootstrap-servers-custom-listener",
    subject: "kafkaAction",
    joins: true,
    requirements: ["KAFKA-BOOT-12"],
    level: "mandatory",
    severity: "high",
    what: `A cluster with custom domain names advertises its brokers at ports from ${LOWEST_PORT} to ${HIGHEST_PORT}.`,
    why: "After the first connection AWS IoT goes where the brokers say they are: the base port plus the broker's id.",
    fix: `Let custom.advertised.listeners count from base port ${LOWEST_PORT}: ${LOWEST_PORT}+{broker_id}.`,
    source: MSK_CUSTOM_DOMAINS,
    check: (action) => {
        const made = action.cluster;
        if (made === undefined || hasUnreachablePort(action)) return undefined;
        const listeners = brokerSetting(action.stack, made, "custom.advertised.listeners");
        if (isUnknown(listeners)) return undetermined(BROKERS, "the configuration of the cluster is not known yet");
        const count = member(made.values, "numberOfBrokerNodes");
        const judged = advertisedListeners(listeners ?? "").map((listener) =>
            judge(action, listener, count, clusterName(made)),
        );
        return judged.flatMap((verdict) => verdict ?? []);
    },
    examples: {
        valid: [
            { title: "ports from 9001", stack: besidesCluster(configured(withBase(9000))) },
            {
                title: "ports of a listener that the rule does not use",
                stack: besidesCluster(configured(withBase(19000, "CLIENT_IAM"))),
            },
            { title: "no custom domain names", stack: besidesCluster(configured("num.partitions=3")) },
        ],
        invalid: [
            { title: "ports from 19001", stack: besidesCluster(configured(withBase(19000))) },
            { title: "a port beyond the last", stack: besidesCluster(configured(withBase(9099))) },
            {
                title: "ports from 19001, found by the name of a broker",
                stack: besides(configured(withBase(19000)), {
                    properties: { "bootstrap.servers": "b-1.plant.example:9096" },
                }),
            },
        ],
    },
});

function judge(
    action: KafkaAction,
    listener: AdvertisedListener,
    count: unknown,
    cluster: string,
): Verdict | undefined {
    const { protocol } = action;
    const wanted = typeof protocol === "string" && Object.hasOwn(LISTENERS, protocol) ? LISTENERS[protocol] : undefined;
    if (isUnknown(protocol) ? !Object.values(LISTENERS).includes(listener.name) : listener.name !== wanted)
        return undefined;
    const first = listener.basePort + 1;
    const last = lastPort(listener, count);
    const isWrong = first < LOWEST_PORT || first > HIGHEST_PORT || (typeof last === "number" && last > HIGHEST_PORT);
    if (!isWrong && !isUnknown(last)) return undefined;
    if (!isWrong || isUnknown(protocol))
        return undetermined(BROKERS, "the protocol or the number of brokers is not known yet");
    const ports = typeof last === "number" && last > first ? `${first} to ${last}` : `${first} and on`;
    return violation(BROKERS, `${cluster} advertises its brokers at the ports ${ports}`);
}

function lastPort({ basePort }: AdvertisedListener, count: unknown): Known<number | undefined> {
    if (isUnknown(count)) return count;
    return typeof count === "number" ? basePort + count : undefined;
}

/** Such a port in the list itself is reported once, by a constraint about ports. */
function hasUnreachablePort({ brokers }: KafkaAction): boolean {
    return (
        !isUnknown(brokers) &&
        brokers.some(({ port }) => port !== undefined && (port < LOWEST_PORT || port > HIGHEST_PORT))
    );
}

function withBase(port: number, name = "CLIENT_SASL_SCRAM"): string {
    return `custom.advertised.listeners=${name}://b-{broker_id}.plant.example:${port}+{broker_id}`;
}
