import { isUnknown, type Known, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import type { Cluster } from "../facts/cluster";

/** Where broker logs may go, with the input that names the place. */
const DESTINATIONS: Readonly<Record<string, string>> = {
    cloudwatchLogs: "logGroup",
    firehose: "deliveryStream",
    s3: "bucket",
};

const LOGS = ["loggingInfo", "brokerLogs"];

/** A block of broker logs that is written down. */
export interface BrokerLog {
    readonly name: string;
    readonly path: Path;
    readonly enabled: unknown;
    /** The input that names the place, and what stands there. */
    readonly target: string;
    readonly place: unknown;
}

/** The blocks of a cluster's broker logs; unknown where they are, undefined where there are no broker logs at all. */
export function brokerLogsOf(cluster: Cluster): Known<readonly BrokerLog[] | undefined> {
    const logs = cluster.value(...LOGS);
    if (isUnknown(logs)) return UNKNOWN;
    if (logs === undefined) return undefined;
    return Object.entries(DESTINATIONS).flatMap(([name, target]): BrokerLog[] => {
        const path = [...LOGS, name];
        if (cluster.value(...path) === undefined) return [];
        const [enabled, place] = [cluster.value(...path, "enabled"), cluster.value(...path, target)];
        return [{ name, path, enabled, target, place }];
    });
}

/** A cluster's inputs with these broker logs. */
export function withLogs(brokerLogs: unknown): Record<string, unknown> {
    return { loggingInfo: { brokerLogs } };
}
