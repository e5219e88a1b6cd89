import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch";
import type { Input } from "@pulumi/pulumi";
import { type Alarm, MINUTE, settingsOf, wanted } from "./alarms";
import { withPreset } from "./inputs";
import type { PipelineAlarmsArgs, WatchedCluster } from "./pipelineAlarmsArgs";

/** Namespace and dimensions of https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details.html. */
export const MSK = "AWS/Kafka";

const DISK_PERCENT = 85;
const CPU_PERCENT = 60;
const PERIOD = 5 * MINUTE;
/** How many metrics CloudWatch takes in one alarm. */
const MOST_METRICS = 10;

/** What Amazon MSK publishes of a cluster and its brokers, at whatever monitoring level. */
export function alarmsOfBrokers(args: PipelineAlarmsArgs): Alarm[] {
    const { cluster } = args;
    if (cluster === undefined) return [];
    const isExpress = cluster.brokerKind === "express";
    const brokers = Array.from({ length: cluster.brokers }, (_, index) => index + 1);
    const [disk, cpu] = [settingsOf(args.diskUsed), settingsOf(args.cpu)];
    const cpuPercent = cpu && withPreset(cpu.percent as Input<number> | undefined, CPU_PERCENT);
    return wanted(
        isExpress || disk === undefined
            ? undefined
            : brokers.map((broker) => ({
                  name: `disk-${broker}`,
                  inputs: {
                      alarmDescription: `The disk of broker ${broker} fills up; a full one stops the broker`,
                      ...metricOf(cluster, "KafkaDataLogsDiskUsed", broker),
                      evaluationPeriods: 1,
                      threshold: withPreset(disk.percent as Input<number> | undefined, DISK_PERCENT),
                      comparisonOperator: "GreaterThanOrEqualToThreshold",
                      treatMissingData: "missing",
                  },
              })),
        cpuPercent === undefined ? undefined : brokers.map((broker) => cpuAlarm(cluster, broker, cpuPercent)),
        isExpress || args.underReplicatedPartitions === "none"
            ? undefined
            : brokers.map((broker) =>
                  above0(
                      `under-replicated-${broker}`,
                      metricOf(cluster, "UnderReplicatedPartitions", broker),
                      3,
                      `Partitions on broker ${broker} have fewer copies than they should have`,
                  ),
              ),
        isExpress || args.offlinePartitions === "none"
            ? undefined
            : above0(
                  "offline-partitions",
                  metricOf(cluster, "OfflinePartitionsCount"),
                  1,
                  "Partitions have no leader: nobody can write to them",
              ),
        args.noController === "none"
            ? undefined
            : {
                  name: "no-controller",
                  inputs: {
                      alarmDescription: "The cluster has no active controller",
                      ...metricOf(cluster, "ActiveControllerCount"),
                      evaluationPeriods: 1,
                      threshold: 1,
                      comparisonOperator: "LessThanThreshold",
                      treatMissingData: "missing",
                  },
              },
        args.connections === "none" || brokers.length > MOST_METRICS ? undefined : connections(cluster, brokers),
    );
}

/** Dimensions of a cluster's metric, or of one of its brokers'. */
export function dimensionsOf({ name }: WatchedCluster, broker?: number): Record<string, Input<string>> {
    return { "Cluster Name": name, ...(broker === undefined ? {} : { "Broker ID": String(broker) }) };
}

function metricOf(cluster: WatchedCluster, metricName: string, broker?: number) {
    const dimensions = dimensionsOf(cluster, broker);
    return { namespace: MSK, metricName, dimensions, statistic: "Maximum", period: PERIOD };
}

function above0(name: string, metric: MetricAlarmArgs, evaluationPeriods: number, alarmDescription: string): Alarm {
    return {
        name,
        inputs: {
            alarmDescription,
            ...metric,
            evaluationPeriods,
            threshold: 0,
            comparisonOperator: "GreaterThanThreshold",
            treatMissingData: "missing",
        },
    };
}

/** The two that AWS adds up: a broker needs the rest when another one fails (MSK-HA-04). */
function cpuAlarm(cluster: WatchedCluster, broker: number, threshold: Input<number>): Alarm {
    const dimensions = dimensionsOf(cluster, broker);
    const part = (id: string, metricName: string) => ({
        id,
        metric: { namespace: MSK, metricName, dimensions, stat: "Average", period: PERIOD },
    });
    return {
        name: `cpu-${broker}`,
        inputs: {
            alarmDescription: `The processors of broker ${broker} are busy: it could not stand in for another one`,
            metricQueries: [
                part("user", "CpuUser"),
                part("system", "CpuSystem"),
                { id: "cpu", expression: "user + system", label: "CpuUser + CpuSystem", returnData: true },
            ],
            evaluationPeriods: 3,
            threshold,
            comparisonOperator: "GreaterThanThreshold",
            treatMissingData: "missing",
        },
    };
}

/** AWS IoT is connected to the brokers that lead the topic's partitions, which need not be all. */
function connections(cluster: WatchedCluster, brokers: readonly number[]): Alarm {
    const clientAuthentication = withPreset(cluster.clientAuthentication, "SASL_SCRAM");
    const ids = brokers.map((broker) => `b${broker}`);
    return {
        name: "connections",
        inputs: {
            alarmDescription: "No client is logged in to the cluster as AWS IoT does",
            metricQueries: [
                ...brokers.map((broker) => ({
                    id: `b${broker}`,
                    metric: {
                        namespace: MSK,
                        metricName: "ClientConnectionCount",
                        dimensions: { ...dimensionsOf(cluster, broker), "Client Authentication": clientAuthentication },
                        stat: "Maximum",
                        period: PERIOD,
                    },
                })),
                { id: "connected", expression: `MAX([${ids.join(", ")}])`, label: "connected", returnData: true },
            ],
            evaluationPeriods: 3,
            threshold: 1,
            comparisonOperator: "LessThanThreshold",
            treatMissingData: "missing",
        },
    };
}
