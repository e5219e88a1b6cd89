import assert from "node:assert/strict";
import { recommended, required } from "../../policies/packs";
import { analyze, DESTINATION, ENGINE_UNKNOWN, type Given, RULE } from "./requests";
import { RULE_PROPS } from "./sample";

const COMPONENT = "iotkafka:index:KafkaTopicRule";

describe("our own components under the packs", () => {
    const policies = [...required, ...recommended];
    const [kafka] = RULE_PROPS.kafkas;

    const component = (name: string, changes: object): Given => ({
        type: COMPONENT,
        name,
        urn: `urn:pulumi:dev::plant::${COMPONENT}::${name}`,
        props: {
            sql: RULE_PROPS.sql,
            destinationArn: kafka!.destinationArn,
            topic: "telemetry",
            bootstrapServers: kafka!.clientProperties["bootstrap.servers"],
            authentication: {
                mode: "SCRAM-SHA-512",
                username: kafka!.clientProperties["sasl.scram.username"],
                password: kafka!.clientProperties["sasl.scram.password"],
            },
            ...changes,
        },
    });
    const child = (parent: Given, clientProperties: object): Given => ({
        type: RULE,
        name: parent.name!,
        urn: `urn:pulumi:dev::plant::${COMPONENT}$${RULE}::${parent.name}`,
        parent: parent.urn!,
        props: {
            ...RULE_PROPS,
            kafkas: [{ ...kafka, clientProperties: { ...kafka!.clientProperties, ...clientProperties } }],
        },
    });
    const acks = (given: Given) => analyze(policies, given).filter(({ policy }) => policy === "acks-value");

    it("are judged by their arguments, and named by them", () => {
        const [found, ...others] = acks(component("one", { acks: "2" }));
        assert.match(found!.message, /^acks\nacks is "2"/);
        assert.deepEqual(others, []);
    });

    it("show a value once: what is found on the component is not repeated on the rule that it makes", () => {
        const parent = component("two", { acks: "2" });
        assert.equal(acks(parent).length, 1);
        assert.deepEqual(acks(child(parent, { acks: "2" })), []);
    });

    it("do not hide what a transform put into the rule", () => {
        const parent = component("three", { acks: "1" });
        assert.deepEqual(acks(parent), []);
        assert.equal(acks(child(parent, { acks: "2" })).length, 1);
        const wrong = component("four", { acks: "2" });
        assert.equal(acks(wrong).length, 1);
        assert.match(acks(child(wrong, { acks: "3" }))[0]!.message, /acks is "3"/);
    });

    it("leave to the rule what is known only there", () => {
        const parent = component("five", { acks: ENGINE_UNKNOWN });
        assert.deepEqual(acks(parent), []);
        assert.equal(acks(child(parent, { acks: "2" })).length, 1);
    });

    it("answer arguments of any type", () => {
        for (const wrong of [null, 7, "", [], {}, ENGINE_UNKNOWN]) {
            for (const name of [
                "sql",
                "destinationArn",
                "topic",
                "key",
                "headers",
                "bootstrapServers",
                "authentication",
                "acks",
                "tags",
            ]) {
                analyze(policies, component("six", { [name]: wrong }));
            }
        }
        analyze(policies, {
            type: "iotkafka:index:VpcDestination",
            name: "seven",
            props: { vpcId: 7, subnetIds: ENGINE_UNKNOWN },
        });
        analyze(policies, { type: DESTINATION, name: "eight", parent: "urn:nowhere", props: {} });
    });
});
