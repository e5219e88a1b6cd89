import assert from "node:assert/strict";
import { IotKafkaPipeline, MskCluster } from "../../components";
import { recommended, required } from "../../policies/packs";
import { MSK_VPC } from "../components/mskSamples";
import { run } from "../components/program";
import { givenOfProgram } from "./registered";
import { analyze, analyzeStack, ENGINE_UNKNOWN, type Given, type Reported } from "./requests";

const PIPELINE = "iotkafka:index:IotKafkaPipeline";
const CLUSTER = "iotkafka:index:MskCluster";

describe("components that make many resources, under the packs", () => {
    const all = [...required, ...recommended];
    // What is off by default asks for things that no component makes.
    const policies = all.filter(({ enforcementLevel }) => enforcementLevel !== "disabled");
    let given: Given[];

    before(async function () {
        this.timeout(60_000);
        const ran = await run(
            () => {
                new IotKafkaPipeline("telemetry", {
                    sql: "SELECT *, topic(2) AS deviceId FROM 'devices/+/telemetry'",
                    topic: "telemetry",
                    key: "${topic(2)}",
                    network: "new",
                });
                new MskCluster("plant", { ...MSK_VPC, topics: { one: {}, two: {} } });
            },
            { preview: true },
        );
        given = givenOfProgram(ran);
    });

    const judged = (resources: readonly Given[]): Reported[] => [
        ...resources.flatMap((one) => analyze(policies, one)),
        ...analyzeStack(policies, resources),
    ];
    const changed = (type: string, name: string, change: (props: Record<string, never>) => object) =>
        given.map((one) =>
            one.type === type && one.name === name
                ? { ...one, props: { ...one.props, ...change(one.props as Record<string, never>) } }
                : one,
        );
    /** The same change in the arguments of a component and in what it makes of them. */
    const places = (reported: readonly Reported[]) =>
        reported.map(({ policy, urn, message }) => [
            policy,
            urn.split("::").slice(2).join(" "),
            message.split("\n")[0],
        ]);

    it("have no finding as they are", () => assert.deepEqual(places(judged(given)), []));

    it("have what is wrong with a cluster found once, at the argument, by itself and beside others", () => {
        const version = "1.0.0";
        const wrong = given.map((one) => {
            if (one.type === CLUSTER) return { ...one, props: { ...one.props, kafkaVersion: `${version} beta` } };
            if (one.type === "aws:msk/cluster:Cluster" && one.name === "plant")
                return { ...one, props: { ...one.props, kafkaVersion: `${version} beta` } };
            return one;
        });
        const found = places(judged(wrong));
        assert.ok(found.some(([policy]) => policy === "kafka-version-form"));
        for (const [policy, urn, path] of found)
            assert.deepEqual([urn, path], [`${CLUSTER} plant`, "kafkaVersion"], policy);
        assert.equal(new Set(found.map(([policy]) => policy)).size, found.length, "each once");
    });

    it("tell topics apart by their names", () => {
        const wrong = given.map((one) => {
            const topics = { one: { replicationFactor: 9 }, two: {} };
            if (one.type === CLUSTER) return { ...one, props: { ...one.props, topics } };
            return one.name === "plant-topic-one" ? { ...one, props: { ...one.props, replicationFactor: 9 } } : one;
        });
        const found = places(judged(wrong)).filter(([policy]) => policy === "topic-replicas-brokers");
        assert.deepEqual(found, [["topic-replicas-brokers", `${CLUSTER} plant`, "topics.one.replicationFactor"]]);
    });

    it("have what a transform put into a child found there", () => {
        const rule = changed("aws:iot/topicRule:TopicRule", "telemetry", () => ({ sqlVersion: "1" }));
        assert.deepEqual(places(judged(rule)), [
            ["sql-version", `${PIPELINE}$aws:iot/topicRule:TopicRule telemetry`, "sqlVersion"],
        ]);
        const cluster = changed("aws:msk/cluster:Cluster", "telemetry-cluster", () => ({ enhancedMonitoring: "MUCH" }));
        assert.deepEqual(places(judged(cluster)), [
            ["cluster-monitoring-level", `${PIPELINE}$aws:msk/cluster:Cluster telemetry-cluster`, "enhancedMonitoring"],
        ]);
    });

    it("have the mistake of a pipeline found at the argument, advice too, and not again at the rule", () => {
        const [sql, partition] = ["SELEKT * FROM 'devices/+/telemetry'", "0"];
        const wrong = given.map((one) => {
            if (one.type === PIPELINE) return { ...one, props: { ...one.props, sql, partition } };
            if (one.type !== "aws:iot/topicRule:TopicRule") return one;
            const { kafkas } = one.props as { kafkas: object[] };
            return { ...one, props: { ...one.props, sql, kafkas: [{ ...kafkas[0], partition }] } };
        });
        const found = places(judged(wrong));
        assert.deepEqual(found.map(([policy, urn, path]) => `${policy} ${urn} ${path}`).sort(), [
            `partition-fixed ${PIPELINE} telemetry partition`,
            `sql-syntax ${PIPELINE} telemetry sql`,
        ]);
    });

    it("answer arguments of any type, and any that are not known", () => {
        const components = given.filter(({ type }) => type.startsWith("iotkafka:"));
        for (const component of [...components, { type: "iotkafka:index:KafkaCredentials", name: "user", props: {} }]) {
            const names = [
                ...Object.keys(component.props),
                "kafka",
                "network",
                "topics",
                "authentication",
                "user",
                "mode",
            ];
            for (const name of names) {
                for (const wrong of [null, 7, "", "x", [], [null], {}, { a: { b: [1] } }, ENGINE_UNKNOWN]) {
                    analyze(policies, { ...component, props: { ...component.props, [name]: wrong } });
                }
            }
        }
    }).timeout(60_000);
});
