import type { PipelineAlarmsArgs } from "pulumi-iot-kafka";
import { type Change, each, type UpdateCases } from "./updateCase";

const OF_RULE = [
    "failures",
    "error-action-failures",
    "throttled",
    "throttled-older",
    "parse-errors",
    "no-success",
    "idle",
];
const OF_CLUSTER = ["disk-1", "cpu-1", "under-replicated-1", "offline-partitions", "no-controller", "connections"];
const CLUSTER = { name: "plant", brokers: 1 };
const CERTIFICATE = { expires: "2027-06-30" };

export function pipelineAlarmsCases(): UpdateCases<PipelineAlarmsArgs> {
    const common: PipelineAlarmsArgs = { ruleName: "plant_telemetry", notify: "none", dashboard: "none" };
    const changed = (
        row: string,
        after: Partial<PipelineAlarmsArgs>,
        changes: Readonly<Record<string, Change>>,
        before: Partial<PipelineAlarmsArgs> = {},
    ) => ({ rows: [row], before: { ...common, ...before }, after: { ...common, ...before, ...after }, changes });
    return {
        rule: changed("ruleName", { ruleName: "plant_state" }, each(OF_RULE, "updated")),
        errorAction: changed("errorAction", { errorAction: "sqs" }, each(["error-action-failures"], "updated")),
        noErrorAction: changed("errorAction", { errorAction: "none" }, each(["error-action-failures"], "deleted")),
        cluster: changed("cluster", { cluster: CLUSTER }, each(OF_CLUSTER, "created")),
        brokers: changed(
            "cluster",
            { cluster: { ...CLUSTER, brokers: 2 } },
            { ...each(["disk-2", "cpu-2", "under-replicated-2"], "created"), connections: "updated" },
            { cluster: CLUSTER },
        ),
        failures: changed("failures", { failures: { moreThan: 10 } }, { failures: "updated" }),
        noFailures: changed("failures", { failures: "none" }, { failures: "deleted" }),
        lost: changed(
            "errorActionFailures",
            { errorActionFailures: { minutes: 15 } },
            { "error-action-failures": "updated" },
        ),
        throttled: changed(
            "throttled",
            { throttled: { moreThan: 5 } },
            each(["throttled", "throttled-older"], "updated"),
        ),
        parseErrors: changed("parseErrors", { parseErrors: "none" }, { "parse-errors": "deleted" }),
        noSuccess: changed("noSuccess", { noSuccess: { minutes: 120 } }, { "no-success": "updated" }),
        idle: changed("idle", { idle: { days: 3 } }, { idle: "updated" }),
        disk: changed("diskUsed", { diskUsed: { percent: 70 } }, { "disk-1": "updated" }, { cluster: CLUSTER }),
        cpu: changed("cpu", { cpu: { percent: 50 } }, { "cpu-1": "updated" }, { cluster: CLUSTER }),
        offline: changed(
            "offlinePartitions",
            { offlinePartitions: "none" },
            { "offline-partitions": "deleted" },
            { cluster: CLUSTER },
        ),
        copies: changed(
            "underReplicatedPartitions",
            { underReplicatedPartitions: "none" },
            { "under-replicated-1": "deleted" },
            { cluster: CLUSTER },
        ),
        controller: changed(
            "noController",
            { noController: "none" },
            { "no-controller": "deleted" },
            { cluster: CLUSTER },
        ),
        connections: changed("connections", { connections: "none" }, { connections: "deleted" }, { cluster: CLUSTER }),
        certificate: changed("certificate", { certificate: CERTIFICATE }, { certificate: "created" }),
        renewed: changed(
            "certificate",
            { certificate: { expires: "2028-06-30" } },
            { certificate: "updated" },
            { certificate: CERTIFICATE },
        ),
        dashboard: changed("dashboard", { dashboard: undefined }, { dashboard: "created" }),
        notify: changed(
            "notify",
            { notify: {} },
            { ...each(OF_RULE, "updated"), ...each(["alarms", "alarms-key"], "created") },
        ),
        region: changed("region", { region: "eu-central-1" }, each(OF_RULE, "replaced")),
        tags: changed("tags", { tags: { team: "plant" } }, each(OF_RULE, "updated")),
    };
}
