import assert from "node:assert/strict";
import { output } from "@pulumi/pulumi";
import { PipelineAlarms, type PipelineAlarmsArgs } from "../../components";
import { alarmsOfBrokers } from "../../components/alarmsOfBrokers";
import { alarmsOfRule } from "../../components/alarmsOfRule";
import { CATALOGUE } from "../../constraints/catalogue";
import { Judge } from "../../constraints/core/judge";
import { UNKNOWN } from "../../constraints/core/known";
import { cluster } from "../../constraints/examples/clusters";
import { stackOf, withRule } from "../../constraints/examples/rules";
import type { ResourceFacts } from "../../constraints/facts/stack";
import { type Ran, type Registered, resolved, run } from "./program";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const ACCOUNT = "209876543210";
const NAME = "plant_telemetry";
const CLUSTER = { name: "plant", brokers: 3 };
const ARGS: PipelineAlarmsArgs = { ruleName: NAME, cluster: CLUSTER, certificate: { expires: "2027-06-30" } };

const make = (args: PipelineAlarmsArgs) => new PipelineAlarms("watch", args);
const alarmsIn = ({ resources }: Ran<unknown>) => resources.filter(({ type }) => type === ALARM);
const namesIn = (ran: Ran<unknown>) =>
    alarmsIn(ran)
        .map(({ name }) => name.replace("watch-", ""))
        .sort();
const only = (alarms: readonly Registered[], name: string) =>
    alarms.find((one) => one.name === `watch-${name}`)!.inputs;
const OF_RULE = [
    "error-action-failures",
    "failures",
    "idle",
    "no-success",
    "parse-errors",
    "throttled",
    "throttled-older",
];
const PER_BROKER = ["cpu", "disk", "under-replicated"].flatMap((name) =>
    [1, 2, 3].map((broker) => `${name}-${broker}`),
);
const OF_CLUSTER = ["connections", "no-controller", "offline-partitions", ...PER_BROKER];

describe("PipelineAlarms", () => {
    it("watch a rule alone, and the brokers and a certificate where they are named", async () => {
        const rule = await run(() => make({ ruleName: NAME }), { preview: true });
        assert.deepEqual(rule.errors, []);
        assert.deepEqual(namesIn(rule), OF_RULE);
        const all = await run(() => make(ARGS), { preview: true });
        assert.deepEqual(namesIn(all), [...OF_RULE, ...OF_CLUSTER, "certificate"].sort());
        for (const { parent } of alarmsIn(all)) assert.equal(parent, "watch");
    });

    it("look at what AWS IoT publishes, under exactly its names and dimensions", async () => {
        const alarms = alarmsIn(await run(() => make(ARGS)));
        const ofRule = { RuleName: NAME };
        const ofKafka = { ...ofRule, ActionType: "Kafka" };
        const table: readonly [string, string, object][] = [
            ["failures", "Failure", ofKafka],
            ["error-action-failures", "ErrorActionFailure", { ...ofRule, ActionType: "CloudwatchLogs" }],
            ["throttled", "RuleExecutionThrottled", ofRule],
            ["throttled-older", "RuleMessageThrottled", ofRule],
            ["parse-errors", "ParseError", ofRule],
        ];
        for (const [name, metricName, dimensions] of table) {
            const { namespace, statistic, period, threshold, comparisonOperator, treatMissingData, ...rest } = only(
                alarms,
                name,
            );
            assert.deepEqual([namespace, rest.metricName, rest.dimensions], ["AWS/IoT", metricName, dimensions], name);
            assert.deepEqual([statistic, period, rest.evaluationPeriods, threshold], ["Sum", 300, 1, 0], name);
            assert.deepEqual([comparisonOperator, treatMissingData], ["GreaterThanThreshold", "notBreaching"], name);
        }
        for (const [name, period] of [
            ["no-success", 3600],
            ["idle", 86_400],
        ] as const) {
            const alarm = only(alarms, name);
            assert.deepEqual([alarm.metricName, alarm.dimensions, alarm.period], ["Success", ofKafka, period]);
            assert.deepEqual(
                [alarm.threshold, alarm.comparisonOperator, alarm.treatMissingData],
                [1, "LessThanThreshold", "breaching"],
            );
        }
    });

    it("look at what Amazon MSK publishes, of each broker where it is published so", async () => {
        const alarms = alarmsIn(await run(() => make(ARGS)));
        const broker2 = { "Cluster Name": "plant", "Broker ID": "2" };
        const disk = only(alarms, "disk-2");
        assert.deepEqual(
            [disk.namespace, disk.metricName, disk.dimensions],
            ["AWS/Kafka", "KafkaDataLogsDiskUsed", broker2],
        );
        assert.deepEqual([disk.threshold, disk.comparisonOperator], [85, "GreaterThanOrEqualToThreshold"]);
        const offline = only(alarms, "offline-partitions");
        assert.deepEqual(
            [offline.metricName, offline.dimensions],
            ["OfflinePartitionsCount", { "Cluster Name": "plant" }],
        );
        const cpu = only(alarms, "cpu-2");
        assert.deepEqual(
            cpu.metricQueries.map(
                ({
                    metric,
                    expression,
                }: {
                    metric?: { metricName: string; dimensions: object };
                    expression?: string;
                }) => (metric ? [metric.metricName, metric.dimensions] : expression),
            ),
            [["CpuUser", broker2], ["CpuSystem", broker2], "user + system"],
        );
        assert.equal(cpu.threshold, 60);
        const { metricQueries } = only(alarms, "connections");
        assert.equal(metricQueries.length, 4);
        assert.deepEqual(metricQueries[1].metric.dimensions, { ...broker2, "Client Authentication": "SASL_SCRAM" });
        assert.equal(metricQueries[3].expression, "MAX([b1, b2, b3])");
    });

    it("leave out what Express brokers do not publish, and count no more metrics than CloudWatch takes", async () => {
        const express = await run(() => make({ ruleName: NAME, cluster: { ...CLUSTER, brokerKind: "express" } }));
        assert.deepEqual(
            namesIn(express),
            [...OF_RULE, "connections", "cpu-1", "cpu-2", "cpu-3", "no-controller"].sort(),
        );
        const large = await run(() => make({ ruleName: NAME, cluster: { ...CLUSTER, brokers: 12 }, cpu: "none" }));
        assert.ok(!namesIn(large).includes("connections"));
        assert.equal(namesIn(large).filter((name) => name.startsWith("disk-")).length, 12);
    });

    it("count the days that a certificate has left, from Certificate Manager or from its date", async () => {
        const moment = Date.parse("2027-06-30T12:00:00Z") / 1000;
        const ofDate = async (args: PipelineAlarmsArgs) => only(alarmsIn(await run(() => make(args))), "certificate");
        const expires = output("2027-06-30T12:00:00Z");
        const dated = await ofDate({ ruleName: NAME, certificate: { expires, days: 14 } });
        assert.equal(dated.metricQueries[1].expression, `(${moment} - EPOCH(now)) / 86400`);
        assert.deepEqual([dated.threshold, dated.comparisonOperator], [14, "LessThanThreshold"]);
        assert.equal(dated.metricQueries[0].metric.metricName, "TopicMatch");
        const besideCluster = await ofDate({ ...ARGS, certificate: { expires } });
        assert.equal(besideCluster.metricQueries[0].metric.metricName, "ActiveControllerCount");
        assert.equal(besideCluster.threshold, 30);
        const arn = `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e`;
        const managed = await ofDate({ ruleName: NAME, certificate: { arn } });
        assert.deepEqual(
            [managed.namespace, managed.metricName, managed.dimensions, managed.period],
            ["AWS/CertificateManager", "DaysToExpiry", { CertificateArn: arn }, 86_400],
        );
    });

    it("take thresholds of one's own, also those that are known later", async () => {
        const alarms = alarmsIn(
            await run(() =>
                make({
                    ...ARGS,
                    failures: { moreThan: 10, minutes: output(15) },
                    noSuccess: { minutes: 180 },
                    idle: { days: 3 },
                    diskUsed: { percent: output(70) },
                }),
            ),
        );
        const { threshold, period } = only(alarms, "failures");
        assert.deepEqual([threshold, period], [10, 900]);
        assert.equal(only(alarms, "no-success").period, 10_800);
        assert.deepEqual([only(alarms, "idle").period, only(alarms, "idle").evaluationPeriods], [86_400, 3]);
        assert.equal(only(alarms, "disk-1").threshold, 70);
    });

    it("can be refused in words, one by one", () => {
        for (const [argument, gone] of [
            ["failures", ["failures"]],
            ["errorActionFailures", ["error-action-failures"]],
            ["throttled", ["throttled", "throttled-older"]],
            ["parseErrors", ["parse-errors"]],
            ["noSuccess", ["no-success"]],
            ["idle", ["idle"]],
            ["diskUsed", ["disk-1", "disk-2", "disk-3"]],
            ["cpu", ["cpu-1", "cpu-2", "cpu-3"]],
            ["underReplicatedPartitions", ["under-replicated-1", "under-replicated-2", "under-replicated-3"]],
            ["offlinePartitions", ["offline-partitions"]],
            ["noController", ["no-controller"]],
            ["connections", ["connections"]],
        ] as const) {
            const args: PipelineAlarmsArgs = { ...ARGS, [argument]: "none" };
            const names = [...alarmsOfRule(args), ...alarmsOfBrokers(args)].map(({ name }) => name).sort();
            const expected = [...OF_RULE, ...OF_CLUSTER].filter((name) => !(gone as readonly string[]).includes(name));
            assert.deepEqual(names, expected.sort(), argument);
        }
        const none = alarmsOfRule({ ruleName: NAME, errorAction: "none" });
        assert.ok(!none.some(({ name }) => name === "error-action-failures"));
    });

    it("name the kind of error action as AWS IoT counts it", async () => {
        for (const [errorAction, type] of [
            ["sqs", "SQS"],
            ["s3", "S3"],
            ["lambda", "Lambda"],
            ["kafka", "Kafka"],
        ] as const) {
            const alarms = alarmsIn(await run(() => make({ ruleName: NAME, errorAction })));
            assert.equal(only(alarms, "error-action-failures").dimensions.ActionType, type);
        }
    });

    it("are sent to a topic that CloudWatch alone may publish to beside the account, with a key that it may use", async () => {
        const { resource, resources, result } = await run(() => make({ ruleName: NAME, tags: { team: "plant" } }));
        const topic = resource("aws:sns/topic:Topic", "watch-alarms").inputs;
        const topicArn = `arn:aws:sns:us-east-1:${ACCOUNT}:plant-dev-watch-alarms`;
        const [owner, alarms, ...others] = JSON.parse(topic.policy).Statement;
        assert.deepEqual(others, []);
        assert.equal(owner.Principal.AWS, `arn:aws:iam::${ACCOUNT}:root`);
        assert.deepEqual(alarms, {
            Sid: "Alarms",
            Effect: "Allow",
            Principal: { Service: "cloudwatch.amazonaws.com" },
            Condition: {
                StringEquals: { "aws:SourceAccount": ACCOUNT },
                ArnLike: { "aws:SourceArn": `arn:aws:cloudwatch:us-east-1:${ACCOUNT}:alarm:*` },
            },
            Action: "sns:Publish",
            Resource: topicArn,
        });
        const key = JSON.parse(resource("aws:kms/key:Key").inputs.policy).Statement[1];
        assert.deepEqual([key.Principal, key.Action], [alarms.Principal, ["kms:Decrypt", "kms:GenerateDataKey*"]]);
        const given = await resolved(result.topicArn);
        assert.equal(topic.kmsMasterKeyId.endsWith("watch-alarms-key"), true);
        for (const alarm of alarmsIn({ resources } as unknown as Ran<unknown>)) {
            assert.deepEqual([alarm.inputs.alarmActions, alarm.inputs.okActions], [[given], [given]]);
            assert.deepEqual(alarm.inputs.tags, { team: "plant" });
            assert.equal(alarm.inputs.name, `plant-dev-${alarm.name}`);
        }
    });

    it("are sent to a topic that exists, or nowhere when that is said in words", async () => {
        const existingTopicArn = `arn:aws:sns:us-east-1:${ACCOUNT}:operators`;
        const given = await run(() => make({ ruleName: NAME, notify: { existingTopicArn } }));
        assert.deepEqual(only(alarmsIn(given), "idle").alarmActions, [existingTopicArn]);
        const none = await run(() => make({ ruleName: NAME, notify: "none", dashboard: "none" }));
        assert.equal("alarmActions" in only(alarmsIn(none), "idle"), false);
        assert.equal(await resolved(none.result.topicArn), undefined);
        assert.equal(await resolved(none.result.dashboardName), undefined);
        for (const { resources } of [given, none]) assert.ok(!resources.some(({ type }) => /sns|kms/.test(type)));
    });

    it("hand Region and provider to everything, and show it all on a dashboard", async () => {
        const { resources, resource } = await run(() => make({ ...ARGS, region: "eu-central-1" }));
        for (const { type, inputs } of resources.filter(({ parent }) => parent === "watch")) {
            assert.equal(inputs.region, "eu-central-1", type);
        }
        const { dashboardName, dashboardBody } = resource("aws:cloudwatch/dashboard:Dashboard").inputs;
        assert.equal(dashboardName, "plant-dev-watch");
        const { widgets } = JSON.parse(dashboardBody);
        assert.deepEqual(
            widgets.map(({ type }: { type: string }) => type),
            ["alarm", ...Array.from({ length: 5 }, () => "metric")],
        );
        assert.equal(widgets[0].properties.alarms.length, alarmsIn({ resources } as unknown as Ran<unknown>).length);
        assert.equal(widgets[1].properties.region, "eu-central-1");
        const shown = JSON.stringify(widgets);
        for (const name of ["Success", "Failure", "KafkaDataLogsDiskUsed", "OfflinePartitionsCount"])
            assert.match(shown, new RegExp(`"${name}"`));
    });

    it("register exactly what they give", async () => {
        const { result, outputs } = await run(() => make({ ruleName: NAME }));
        assert.deepEqual(Object.keys(outputs.get("watch") ?? {}).sort(), ["alarmArns", "dashboardName", "topicArn"]);
        assert.deepEqual(Object.keys(await resolved(result.alarmArns)).sort(), OF_RULE);
        assert.equal(PipelineAlarms.isInstance(result), true);
        assert.equal(PipelineAlarms.isInstance({}), false);
    });

    it("meet every piece of advice that asks for alarms", async () => {
        const ran = await run(() => make(ARGS));
        const alarms = alarmsIn(ran).map(
            ({ name, inputs }): ResourceFacts => ({ kind: "metricAlarm", id: name, name, values: inputs }),
        );
        const asking = [
            "alarm-failure",
            "alarm-error-action-failure",
            "alarm-idle",
            "alarm-throttled",
            "alarm-parse-error",
            "alarm-brokers",
            "alarm-connections",
        ];
        const judge = new Judge(CATALOGUE, Object.fromEntries(asking.map((id) => [id, "advisory"])));
        const watched = [...withRule({ name: NAME }).resources, cluster({ clusterName: "plant" })];
        const foundIn = (resources: readonly ResourceFacts[]) =>
            judge
                .judge({ ...stackOf(), resources, account: UNKNOWN })
                .findings.map(({ constraint }) => constraint)
                .filter((id) => id.startsWith("alarm-"))
                .sort();
        assert.deepEqual(foundIn(watched), [...asking].sort());
        assert.deepEqual(foundIn([...watched, ...alarms]), []);
    });
});
