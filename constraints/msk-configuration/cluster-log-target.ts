import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { cluster } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { brokerLogsOf, withLogs } from "./brokerLogs";
import { BROKER_LOGS } from "./pages";

const PATH = ["loggingInfo"];

export const clusterLogTarget = defineConstraint({
    id: "cluster-log-target",
    subject: "cluster",
    requirements: ["MSK-LOG-01"],
    level: "mandatory",
    severity: "high",
    what: "Broker logs have at least one destination, and one that is enabled names its log group, stream or bucket.",
    why: "Amazon MSK refuses the cluster otherwise.",
    fix: "Name the logGroup, deliveryStream or bucket, or leave loggingInfo out.",
    source: BROKER_LOGS,
    check: (made) => {
        const logs = brokerLogsOf(made);
        if (isUnknown(logs)) return undetermined(PATH);
        if (logs === undefined) return undefined;
        if (logs.length === 0) return violation([...PATH, "brokerLogs"], "No destination is given");
        return logs.flatMap(({ name, path, enabled, target, place }): Verdict[] => {
            if (enabled === false || enabled === undefined || (place !== undefined && !isUnknown(place))) return [];
            if (isUnknown(enabled) || isUnknown(place)) return place === undefined ? [undetermined(path)] : [];
            return [violation(path, `${name} is enabled without a ${target}`)];
        });
    },
    examples: {
        valid: [
            {
                title: "a log group",
                stack: logging({ cloudwatchLogs: { enabled: true, logGroup: "/aws/vendedlogs/plant" } }),
            },
            { title: "a bucket that is not known yet", stack: logging({ s3: { enabled: true, bucket: UNKNOWN } }) },
            { title: "a destination that is turned off", stack: logging({ firehose: { enabled: false } }) },
            { title: "no logs", stack: stackOf(cluster()) },
        ],
        invalid: [
            { title: "no destination", stack: logging({}) },
            { title: "a log group without a name", stack: logging({ cloudwatchLogs: { enabled: true } }) },
            { title: "a bucket without a name", stack: logging({ s3: { enabled: true, prefix: "plant/" } }) },
        ],
    },
});

function logging(brokerLogs: unknown) {
    return stackOf(cluster(withLogs(brokerLogs)));
}
