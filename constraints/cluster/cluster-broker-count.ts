import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { DEVELOPMENT, withCluster } from "../examples/provisioned";
import { MSK_CREATE_CLUSTER } from "./pages";

const PATH = ["numberOfBrokerNodes"];

export const clusterBrokerCount = defineConstraint({
    id: "cluster-broker-count",
    subject: "cluster",
    requirements: ["MSK-COUNT-01"],
    level: "mandatory",
    severity: "high",
    what: "The number of brokers is a multiple of the number of client subnets.",
    why: "Amazon MSK puts the same number of brokers into each subnet, and refuses any other number.",
    fix: "Make the number of brokers 1, 2, 3 … times that of the client subnets.",
    source: MSK_CREATE_CLUSTER,
    check: (cluster) => {
        const given = cluster.value(...PATH);
        const { brokers, zones } = cluster;
        if (given === undefined) return undefined;
        if (isUnknown(brokers)) return undetermined(PATH);
        if (brokers === undefined || !Number.isInteger(brokers) || brokers < 1)
            return violation(PATH, `numberOfBrokerNodes is ${show(given)}, not a whole number above 0`);
        if (isUnknown(zones)) return undetermined(PATH, "the number of client subnets is not known yet");
        if (zones === undefined || zones === 0 || brokers % zones === 0) return undefined;
        const next = Math.ceil(brokers / zones) * zones;
        return violation(PATH, `There are ${brokers} brokers for ${zones} client subnets`, {
            fix: `Write ${next}, which is ${next / zones} for each subnet.`,
        });
    },
    examples: {
        valid: [
            { title: "three brokers in three subnets", stack: withCluster() },
            { title: "six brokers in three subnets", stack: withBrokers(6) },
            { title: "two brokers for development", stack: withCluster(DEVELOPMENT) },
            { title: "a number that is not known yet", stack: withBrokers(UNKNOWN) },
        ],
        invalid: [
            { title: "four brokers in three subnets", stack: withBrokers(4) },
            { title: "fewer brokers than subnets", stack: withBrokers(2) },
            { title: "no broker", stack: withBrokers(0) },
            { title: "a number and a half", stack: withBrokers(1.5) },
        ],
    },
});

function withBrokers(numberOfBrokerNodes: unknown) {
    return withCluster({ numberOfBrokerNodes });
}
