import assert from "node:assert/strict";
import { ComponentResource } from "@pulumi/pulumi";
import { MskCluster, type MskClusterArgs } from "../../components";
import { AUTHORITY, MSK_BOOTSTRAP, MSK_VPC } from "./mskSamples";
import { resolved, run } from "./program";

const OWN = "iotkafka:index:MskCluster";
const TOPIC = "aws:msk/topic:Topic";
const make = (args: Partial<MskClusterArgs> = {}) =>
    new MskCluster("events", { ...MSK_VPC, ...args } as MskClusterArgs);

describe("the outputs of MskCluster", () => {
    it("gives the brokers of each login with its port, SASL/SCRAM first", async () => {
        const outputsOf = async (authentication: MskClusterArgs["authentication"]) => {
            const { result } = await run(() => make({ authentication }), { made: MSK_BOOTSTRAP });
            const { bootstrapServers, bootstrapServersScram, bootstrapServersTls, ...rest } = result;
            const { brokerPort, scramPort, tlsPort } = rest;
            const all = [bootstrapServers, bootstrapServersScram, bootstrapServersTls, brokerPort, scramPort, tlsPort];
            return Promise.all(all.map((one) => resolved<unknown>(one)));
        };
        const certificateAuthorityArns = [AUTHORITY];
        assert.deepEqual(await outputsOf(undefined), ["b-1:9096", "b-1:9096", undefined, 9096, 9096, undefined]);
        assert.deepEqual(await outputsOf({ scram: false, certificateAuthorityArns }), [
            ...["b-1:9094", undefined, "b-1:9094", 9094, undefined, 9094],
        ]);
        assert.deepEqual(await outputsOf({ certificateAuthorityArns }), [
            ...["b-1:9096", "b-1:9096", "b-1:9094", 9096, 9096, 9094],
        ]);
    });

    it("knows names and ports at preview", async () => {
        const { result } = await run(() => make({ topics: { telemetry: {} } }), { preview: true });
        assert.deepEqual(
            await Promise.all([
                resolved(result.clusterName),
                resolved(result.brokerPort),
                resolved(result.logGroupName),
                resolved(result.topicNames),
            ]),
            ["plant-dev-events", 9096, "/aws/vendedlogs/iot-kafka/plant/dev/events/brokers", ["telemetry"]],
        );
    });

    it("registers exactly what it gives", async () => {
        const { result, outputs } = await run(
            () => make({ topics: { telemetry: {} }, authentication: { certificateAuthorityArns: [AUTHORITY] } }),
            { made: MSK_BOOTSTRAP },
        );
        const given = Object.keys(outputs.get("events") ?? {}).sort();
        assert.deepEqual(given, [
            ...["bootstrapServers", "bootstrapServersScram", "bootstrapServersTls", "brokerPort", "clusterArn"],
            ...["clusterName", "configurationArn", "kmsKeyArn", "logGroupName", "scramPort", "securityGroupId"],
            ...["securityGroupIds", "tlsPort", "topicArns", "topicNames"],
        ]);
        for (const name of given) assert.ok(name in result, name);
        assert.deepEqual(await resolved(result.topicArns), {
            telemetry: `arn:aws:made:us-east-1:209876543210:${TOPIC}/events-topic-telemetry`,
        });
        assert.deepEqual(await resolved(result.securityGroupIds), ["events-sg-id"]);
    });

    it("tell its type", async () => {
        const { result } = await run(() => [make(), new ComponentResource("other:index:Thing", "thing")]);
        assert.deepEqual(result.map(MskCluster.isInstance), [true, false]);
        assert.equal(MskCluster.__pulumiType, OWN);
    });
});
