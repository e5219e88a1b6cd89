import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { cluster } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { brokerLogsOf, withLogs } from "./brokerLogs";
import { BROKER_LOGS } from "./pages";

export const clusterLogs = defineConstraint({
    id: "cluster-logs",
    subject: "cluster",
    requirements: ["MSK-LOG-02"],
    level: "advisory",
    severity: "medium",
    offByDefault: true,
    what: "A cluster writes its broker logs somewhere.",
    why: "On the side of Kafka, they alone show that a login or an access list has refused AWS IoT.",
    fix: "Turn on loggingInfo.brokerLogs.cloudwatchLogs, firehose or s3.",
    source: BROKER_LOGS,
    check: (made) => {
        const logs = brokerLogsOf(made);
        const path = made.pathOf("loggingInfo", "brokerLogs");
        if (isUnknown(logs)) return undetermined(path);
        const enabled = (logs ?? []).map((log) => log.enabled);
        if (enabled.includes(true)) return undefined;
        return enabled.some(isUnknown) ? undetermined(path) : violation(path, "No broker logs are turned on");
    },
    examples: {
        valid: [
            {
                title: "a log group",
                stack: stackOf(cluster(withLogs({ cloudwatchLogs: { enabled: true, logGroup: "plant" } }))),
            },
            { title: "logs that are not known yet", stack: stackOf(cluster(withLogs({ s3: { enabled: UNKNOWN } }))) },
        ],
        invalid: [
            { title: "no logs", stack: stackOf(cluster()) },
            { title: "logs that are turned off", stack: stackOf(cluster(withLogs({ s3: { enabled: false } }))) },
        ],
    },
});
