import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { alarm } from "../examples/alarms";
import { cluster } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { isClusterWatched } from "../facts/alarms";
import { MSK_METRICS } from "./pages";

export const alarmConnections = defineConstraint({
    id: "alarm-connections",
    subject: "cluster",
    joins: true,
    requirements: ["ALARM-06"],
    level: "advisory",
    severity: "low",
    offByDefault: true,
    what: "An alarm watches the number of clients that are connected to a cluster.",
    why: "ClientConnectionCount with the dimension `Client Authentication` shows whether AWS IoT is connected at all.",
    fix: "Add an alarm on ClientConnectionCount below 1 in the namespace AWS/Kafka, by the authentication that the rule uses. `PipelineAlarms` makes one.",
    source: MSK_METRICS,
    check: ({ stack, resource }) => {
        const answer = isClusterWatched(stack, resource, ["ClientConnectionCount"]);
        if (answer === true) return undefined;
        if (isUnknown(answer)) return undetermined([], "what the alarms of the stack watch is not known yet");
        return violation([], "No alarm of the stack watches ClientConnectionCount of this cluster");
    },
    examples: {
        valid: [
            {
                title: "an alarm on the connections with SASL/SCRAM",
                stack: stackOf(
                    cluster(),
                    alarm({
                        namespace: "AWS/Kafka",
                        metricName: "ClientConnectionCount",
                        dimensions: { "Cluster Name": "plant", "Client Authentication": "SASL_SCRAM" },
                    }),
                ),
            },
        ],
        invalid: [
            { title: "no alarm", stack: stackOf(cluster()) },
            { title: "a cluster beside a rule's alarm", stack: stackOf(cluster(), alarm()) },
        ],
    },
});
