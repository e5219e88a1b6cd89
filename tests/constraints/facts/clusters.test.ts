import assert from "node:assert/strict";
import fc from "fast-check";
import { isUnknown, type StackFacts, UNKNOWN } from "../../../constraints";
import { alone, cluster, configured, topic, withClusterOutput } from "../../../constraints/examples/clusters";
import { brokerSetting, sendsToMsk, zonesOf } from "../../../constraints/facts/clusters";
import type { KafkaAction } from "../../../constraints/facts/kafkaAction";
import { advertisedListeners, serverPropertiesOf } from "../../../constraints/facts/serverProperties";
import { Stack } from "../../../constraints/facts/stack";
import { TopicRule } from "../../../constraints/facts/topicRule";
import { topicSetting, topicsNamed } from "../../../constraints/facts/topics";

function actionOf(facts: StackFacts): KafkaAction {
    const rule = facts.resources.find(({ kind }) => kind === "topicRule")!;
    return new TopicRule(new Stack(facts), rule).kafkaActions[0]!;
}

const other = cluster({ clusterName: "other", arn: UNKNOWN }, { id: "other", name: "other" });
const unknownBrokers = { properties: { "bootstrap.servers": UNKNOWN } };
const brokers = (list: string) => ({ properties: { "bootstrap.servers": list } });

describe("the cluster that an action sends to", () => {
    const idOf = (facts: StackFacts) => actionOf(facts).cluster?.id;

    it("is found by the name in its brokers' hosts, among several", () => {
        assert.equal(idOf(alone([other, cluster()])), "cluster");
    });

    it("is found by an output that lists one of the brokers, whatever the order", () => {
        const made = cluster({ clusterName: UNKNOWN, bootstrapBrokersTls: "b.example:9094,a.example:9094" });
        assert.equal(idOf(alone([other, made], brokers("A.example:9094"))), "cluster");
    });

    it("is found by the hosts that it advertises", () => {
        const made = configured("custom.advertised.listeners=CLIENT_SECURE://b-{broker_id}.a.example:9000+{broker_id}");
        assert.equal(idOf(alone([other, ...made], brokers("b-12.a.example:9012"))), "cluster");
        assert.equal(idOf(alone([other, ...made], brokers("b-x.a.example:9012"))), undefined);
    });

    it("is found by the edge of the action where the brokers are not known yet, if there is one only", () => {
        assert.equal(idOf(withClusterOutput(alone([other, cluster()], unknownBrokers))), "cluster");
        assert.equal(idOf(alone([cluster()], unknownBrokers)), undefined);
        const both = alone([other, cluster()], unknownBrokers);
        const resources = both.resources.map((one) => ({ ...one, references: { kafkas: ["other", "cluster"] } }));
        assert.equal(idOf({ ...both, resources }), undefined);
    });

    it("is not taken from an edge where the brokers are none of Amazon MSK's", () => {
        assert.equal(idOf(withClusterOutput(alone([cluster()], brokers("kafka.plant.example:9096")))), undefined);
    });

    it("tells whether the brokers are those of Amazon MSK", () => {
        assert.equal(sendsToMsk(actionOf(alone([]))), true);
        assert.equal(sendsToMsk(actionOf(alone([], brokers("kafka.plant.example:9096")))), false);
        assert.ok(isUnknown(sendsToMsk(actionOf(alone([], unknownBrokers)))));
    });

    it("has settings only from a configuration of the stack", () => {
        const stack = new Stack(alone(configured("a = 1\n# b=2\r\nc=\n")));
        const [made] = stack.ofKind("cluster");
        assert.equal(brokerSetting(stack, made!, "a"), "1");
        assert.equal(brokerSetting(stack, made!, "b"), undefined);
        assert.equal(brokerSetting(stack, made!, "c"), "");
        assert.equal(brokerSetting(stack, cluster(), "a"), undefined);
        const elsewhere = cluster({ configurationInfo: { arn: "arn:aws:kafka:us-east-1:1:configuration/a/1" } });
        assert.ok(isUnknown(brokerSetting(stack, elsewhere, "a")));
    });

    it("has a zone for each subnet", () => {
        assert.equal(zonesOf(cluster()), 3);
        assert.ok(isUnknown(zonesOf(cluster({ brokerNodeGroupInfo: UNKNOWN }))));
        assert.equal(zonesOf(cluster({ brokerNodeGroupInfo: undefined })), undefined);
    });
});

describe("the topics of a stack", () => {
    it("are those of the action's own cluster", () => {
        const foreign = topic("telemetry", { clusterArn: UNKNOWN });
        const facts = alone([cluster(), other, { ...foreign, references: { clusterArn: ["other"] } }]);
        assert.deepEqual(topicsNamed(actionOf(facts), "telemetry"), []);
        assert.equal(topicsNamed(actionOf(alone([cluster(), topic("telemetry")])), "telemetry").length, 1);
    });

    it("have settings of their own, as texts", () => {
        assert.equal(topicSetting(topic("a", { configs: '{"min.insync.replicas":2}' }), "min.insync.replicas"), "2");
        assert.ok(isUnknown(topicSetting(topic("a", { configs: UNKNOWN }), "min.insync.replicas")));
        for (const configs of [undefined, "{", "[]", "7", "null", '{"__proto__":"1"}']) {
            assert.equal(topicSetting(topic("a", { configs }), "min.insync.replicas"), undefined);
        }
    });
});

describe("server properties", () => {
    it("are read whatever the text", () => {
        fc.assert(
            fc.property(
                fc.string({ unit: fc.constantFrom("a", "=", "\n", "#", " ", ":", "/", ",", "+", "{broker_id}", "9") }),
                (text) => {
                    assert.ok(!isUnknown(serverPropertiesOf(text)));
                    for (const listener of advertisedListeners(text)) assert.equal(listener.isHost(text), false);
                },
            ),
        );
    });

    it("are read in a time in proportion to their length", () => {
        const since = process.cpuUsage().user;
        for (const unit of ["a=b\n", "=", "A://b:1+{broker_id},", "{broker_id}", "://"]) {
            serverPropertiesOf(unit.repeat(100_000));
            advertisedListeners(unit.repeat(100_000));
        }
        assert.ok(process.cpuUsage().user - since < 3_000_000);
    });
});
