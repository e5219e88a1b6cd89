import assert from "node:assert/strict";
import fc from "fast-check";
import { brokerKey, isHostName, isMskHost, parseBrokers } from "../../../constraints/facts/brokers";

const label = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,8}[a-z0-9])?$/);
const host = fc.oneof(
    fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join(".")),
    fc.ipV4(),
    fc.ipV6().map((address) => `[${address}]`),
);
const port = fc.integer({ min: 0, max: 65_535 });
const space = fc.constantFrom("", " ", "\n", "\t  ");

describe("a list of brokers", () => {
    it("reads each host and port, with white space around them", () => {
        const entry = fc.record({ host, port, before: space, after: space });
        fc.assert(
            fc.property(fc.array(entry, { minLength: 1, maxLength: 10 }), (entries) => {
                const text = entries.map((one) => `${one.before}${one.host}:${one.port}${one.after}`).join(",");
                const read = parseBrokers(text);
                assert.deepEqual(
                    read.map((one) => [one.host, one.port, one.problem]),
                    entries.map((one) => [one.host, one.port, undefined]),
                );
            }),
        );
    });

    it("has as many entries as commas and one, and never throws", () => {
        fc.assert(
            fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (text) => {
                const read = parseBrokers(text);
                assert.equal(read.length, text.split(",").length);
                for (const entry of read) {
                    assert.ok(entry.problem !== undefined || (entry.host !== undefined && entry.port !== undefined));
                }
            }),
        );
    });

    it("finds a problem in everything that is added to host:port", () => {
        const added = fc.constantFrom("SASL_SSL://", "https://", "user:password@", "a/", "a b", "[");
        fc.assert(
            fc.property(added, host, port, (prefix, name, number) => {
                assert.notEqual(parseBrokers(`${prefix}${name}:${number}`)[0]!.problem, undefined);
            }),
        );
        for (const text of [
            "",
            "kafka",
            "kafka:",
            ":9092",
            "kafka:x",
            "kafka:123456",
            "kafka:9092/",
            "::1:9092",
            "kafka:-1",
        ]) {
            assert.notEqual(parseBrokers(text)[0]!.problem, undefined, text);
        }
    });

    it("takes a time in proportion to its length", () => {
        for (const unit of ["a", ".", "-", "a.", "a-", "a:", "[", "@", ":", ",", "a:9092,", "/", "_-", "0."]) {
            const text = unit.repeat(200_000);
            const since = process.cpuUsage().user;
            parseBrokers(text);
            isMskHost(text);
            isHostName(text);
            assert.ok(process.cpuUsage().user - since < 1_500_000, unit);
        }
    });

    it("knows the hosts of Amazon MSK", () => {
        for (const name of [
            "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com",
            "B-1.plant.abc123.c2.kafka.cn-north-1.amazonaws.com.cn",
            "boot-abc123.c1.kafka-serverless.eu-west-1.amazonaws.com.",
        ]) {
            assert.ok(isMskHost(name), name);
        }
        for (const name of [
            "kafka.us-east-1.amazonaws.com",
            "kafka.plant.example",
            "b-1.kafka.us-east-1.amazonaws.com.evil",
        ]) {
            assert.ok(!isMskHost(name), name);
        }
    });

    it("tells one broker from another by host and port, whatever the case of its host", () => {
        const [one, same, other, none] = parseBrokers(
            "Kafka.plant.example:9092,kafka.plant.example.:9092,kafka:9092,kafka",
        );
        assert.equal(brokerKey(one!), brokerKey(same!));
        assert.notEqual(brokerKey(one!), brokerKey(other!));
        assert.equal(brokerKey(none!), undefined);
    });
});
