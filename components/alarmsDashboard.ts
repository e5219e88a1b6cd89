import { Dashboard } from "@pulumi/aws/cloudwatch";
import { all, type ComponentResource, type Output } from "@pulumi/pulumi";
import type { NamedIn } from "../constraints/components/names";
import { dashboardNameOf } from "../constraints/components/pipelineAlarmsNames";
import { MSK } from "./alarmsOfBrokers";
import { ACTION_TYPES, IOT, KAFKA, THROTTLED } from "./alarmsOfRule";
import type { PipelineAlarmsArgs } from "./pipelineAlarmsArgs";
import type { Place } from "./place";

/** A dashboard of everything that is watched, alarmed or not; undefined where it is refused. */
export function createDashboard(
    component: ComponentResource,
    named: NamedIn,
    place: Place,
    args: PipelineAlarmsArgs,
    alarmArns: Output<readonly string[]>,
): Dashboard | undefined {
    if (args.dashboard === "none") return undefined;
    const { ruleName, cluster, region } = args;
    const known = all([place.region, ruleName, cluster?.name, alarmArns]);
    const dashboardBody = known.apply(([inRegion, rule, clusterName, arns]) =>
        JSON.stringify({
            widgets: arranged([
                ...(arns.length === 0 ? [] : [{ type: "alarm", properties: { title: "Alarms", alarms: arns } }]),
                ...ruleGraphs(rule, args).map((one) => graph(inRegion, one)),
                ...(clusterName === undefined ? [] : brokerGraphs(clusterName, args)).map((one) =>
                    graph(inRegion, one),
                ),
            ]),
        }),
    );
    const dashboardName = dashboardNameOf(named);
    return new Dashboard(`${named.name}-dashboard`, { dashboardName, dashboardBody, region }, { parent: component });
}

interface Graph {
    readonly title: string;
    readonly stat: "Sum" | "Maximum";
    /** Each a namespace, a name, and dimensions by turns. */
    readonly metrics: readonly (readonly string[])[];
}

function ruleGraphs(ruleName: string, { errorAction = "logs" }: PipelineAlarmsArgs): Graph[] {
    const ofRule = (name: string) => [IOT, name, "RuleName", ruleName];
    const ofAction = (name: string, type: string) => [...ofRule(name), "ActionType", type];
    const errors =
        errorAction === "none"
            ? []
            : ["ErrorActionSuccess", "ErrorActionFailure"].map((name) => ofAction(name, ACTION_TYPES[errorAction]));
    return [
        {
            title: "Messages to Kafka",
            stat: "Sum",
            metrics: [ofRule("TopicMatch"), ofAction("Success", KAFKA), ofAction("Failure", KAFKA)],
        },
        {
            title: "Messages that went elsewhere, or nowhere",
            stat: "Sum",
            metrics: [...errors, ofRule("ParseError"), ...THROTTLED.map(ofRule)],
        },
    ];
}

function brokerGraphs(clusterName: string, { cluster }: PipelineAlarmsArgs): Graph[] {
    const brokers = Array.from({ length: cluster!.brokers }, (_, index) => String(index + 1));
    const ofCluster = (name: string) => [MSK, name, "Cluster Name", clusterName];
    const ofBrokers = (name: string) => brokers.map((broker) => [...ofCluster(name), "Broker ID", broker]);
    const isExpress = cluster!.brokerKind === "express";
    return [
        ...(isExpress
            ? []
            : [
                  { title: "Brokers' disks", stat: "Maximum" as const, metrics: ofBrokers("KafkaDataLogsDiskUsed") },
                  {
                      title: "Partitions without a leader, or without copies",
                      stat: "Maximum" as const,
                      metrics: [ofCluster("OfflinePartitionsCount"), ...ofBrokers("UnderReplicatedPartitions")],
                  },
              ]),
        {
            title: "Brokers' processors",
            stat: "Maximum",
            metrics: [...ofBrokers("CpuUser"), ...ofBrokers("CpuSystem")],
        },
    ];
}

function graph(region: string, { title, stat, metrics }: Graph) {
    return { type: "metric", properties: { title, view: "timeSeries", region, stat, period: 300, metrics } };
}

const WIDTH = 12;
const HEIGHT = 6;

/** Two in a row of 24 columns. */
function arranged(widgets: readonly object[]): object[] {
    return widgets.map((widget, index) => ({
        x: (index % 2) * WIDTH,
        y: Math.floor(index / 2) * HEIGHT,
        width: WIDTH,
        height: HEIGHT,
        ...widget,
    }));
}
