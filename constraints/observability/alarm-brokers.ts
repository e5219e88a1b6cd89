import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { listOption } from "../core/options";
import { undetermined, violation } from "../core/verdict";
import { alarm } from "../examples/alarms";
import { cluster } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { isClusterWatched } from "../facts/alarms";
import { MSK_METRICS } from "./pages";

const METRICS = [
    "KafkaDataLogsDiskUsed",
    "UnderReplicatedPartitions",
    "OfflinePartitionsCount",
    "ActiveControllerCount",
];

export const alarmBrokers = defineConstraint({
    id: "alarm-brokers",
    subject: "cluster",
    joins: true,
    requirements: ["ALARM-05", "MSK-STOR-06"],
    level: "advisory",
    severity: "low",
    offByDefault: true,
    what: "Alarms watch the disks, the replicas and the controller of a cluster.",
    why: "A full disk or a lost replica stops the producers, AWS IoT among them, and shows in these metrics first.",
    fix: "Add alarms in the namespace AWS/Kafka with the dimension `Cluster Name`: KafkaDataLogsDiskUsed from 85, UnderReplicatedPartitions and OfflinePartitionsCount above 0, ActiveControllerCount other than 1. `PipelineAlarms` makes them.",
    source: MSK_METRICS,
    options: { metrics: listOption("The metrics of the cluster that are to be watched.", METRICS) },
    check: ({ stack, resource }, { metrics }) => {
        const answers = metrics.map((name) => ({ name, answer: isClusterWatched(stack, resource, [name]) }));
        const missing = answers.filter(({ answer }) => answer === false).map(({ name }) => name);
        if (missing.length > 0)
            return violation([], `No alarm of the stack watches ${missing.join(", ")} of this cluster`);
        return answers.some(({ answer }) => isUnknown(answer))
            ? undetermined([], "what the alarms of the stack watch is not known yet")
            : undefined;
    },
    examples: {
        valid: [
            { title: "an alarm on each metric", stack: stackOf(cluster(), ...METRICS.map(clusterAlarm)) },
            {
                title: "the metrics that the option names",
                stack: stackOf(cluster(), clusterAlarm("CpuUser")),
                options: { metrics: ["CpuUser"] },
            },
        ],
        invalid: [
            { title: "no alarms", stack: stackOf(cluster()) },
            { title: "an alarm on one of them", stack: stackOf(cluster(), clusterAlarm("OfflinePartitionsCount")) },
        ],
    },
});

function clusterAlarm(metricName: string) {
    const values = { namespace: "AWS/Kafka", metricName, dimensions: { "Cluster Name": "plant" } };
    return alarm(values, { id: metricName, name: metricName });
}
