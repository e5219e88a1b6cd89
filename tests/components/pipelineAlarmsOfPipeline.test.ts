import assert from "node:assert/strict";
import { IotKafkaPipeline, type IotKafkaPipelineArgs } from "../../components";
import { resolved, run } from "./program";
import { CLUSTER, DESTINATION, SCRAM, VPC_NETWORK } from "./samples";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const COMMON = { sql: "SELECT * FROM 'devices/+/telemetry'", topic: "telemetry", key: "${topic(2)}" };
const EXISTING = {
    ...COMMON,
    topicSettings: "existing",
    destination: { existingArn: DESTINATION },
    kafka: {
        clusterArn: CLUSTER,
        bootstrapServers: "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096",
        credentials: SCRAM,
    },
} satisfies IotKafkaPipelineArgs;

const alarmsOf = async (args: IotKafkaPipelineArgs) => {
    const ran = await run(() => new IotKafkaPipeline("telemetry", args), { preview: true });
    assert.deepEqual(ran.errors, []);
    return { ...ran, alarms: ran.resources.filter(({ type }) => type === ALARM) };
};

describe("the alarms of an IotKafkaPipeline", () => {
    it("are made when they are asked for, and not otherwise", async () => {
        const without = await alarmsOf(EXISTING);
        assert.deepEqual(without.alarms, []);
        assert.equal(await resolved(without.result.alarmTopicArn), undefined);
        const refused = await alarmsOf({ ...EXISTING, alarms: "none" });
        assert.deepEqual(refused.alarms, []);
    });

    it("watch the rule and its error action under their names, known before anything is made", async () => {
        const { alarms, resources } = await alarmsOf({
            ...EXISTING,
            errorAction: { kinesis: { streamName: "errors" } },
            alarms: { idle: { days: 2 } },
            tags: { team: "plant" },
        });
        assert.equal(alarms.length, 7);
        for (const { parent, inputs } of alarms) {
            assert.equal(parent, "telemetry");
            assert.equal(inputs.dimensions.RuleName, "plant_dev_telemetry");
            assert.deepEqual(inputs.tags, { team: "plant" });
        }
        const lost = alarms.find(({ name }) => name === "telemetry-error-action-failures")!;
        assert.equal(lost.inputs.dimensions.ActionType, "Kinesis");
        assert.equal(alarms.find(({ name }) => name === "telemetry-idle")!.inputs.evaluationPeriods, 2);
        const names = resources.map(({ name }) => name);
        assert.ok(names.includes("telemetry-alarms") && names.includes("telemetry-dashboard"));
    });

    it("watch each broker of a new cluster, and those of one that exists where their number is told", async () => {
        const disks = async (args: IotKafkaPipelineArgs) => {
            const { alarms } = await alarmsOf(args);
            return alarms.filter(({ name }) => name.includes("-disk-")).map(({ inputs }) => inputs.dimensions);
        };
        assert.deepEqual(
            await disks({ ...COMMON, network: VPC_NETWORK, alarms: {} }),
            ["1", "2"].map((broker) => ({ "Cluster Name": "plant-dev-telemetry-cluster", "Broker ID": broker })),
        );
        assert.equal((await disks({ ...COMMON, network: "new", alarms: {} })).length, 3);
        assert.deepEqual(await disks({ ...EXISTING, alarms: {} }), []);
        assert.deepEqual(await disks({ ...EXISTING, alarms: { brokers: 1 } }), [
            { "Cluster Name": "plant", "Broker ID": "1" },
        ]);
    });

    it("are refused with the pipeline's other mistakes", () => {
        const alarms = { idle: { days: 9 }, failure: "none" } as IotKafkaPipelineArgs["alarms"];
        assert.throws(
            () => new IotKafkaPipeline("telemetry", { ...EXISTING, alarms, ruleName: "a-b" }),
            /(?=[\s\S]*at alarms\.idle\.days)(?=[\s\S]*Did you mean failures\?)(?=[\s\S]*rule-name)/,
        );
    });
});
