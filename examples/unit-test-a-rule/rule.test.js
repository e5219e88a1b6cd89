const assert = require("node:assert/strict");
const { ruleOf, simulate } = require("pulumi-iot-kafka/simulator");

const rule = ruleOf(require("./rule.json"));
const published = (payload) => simulate(rule, { topic: "devices/press-17/telemetry", payload });

describe("the telemetry rule", () => {
    it("sends what a device measures, by the device", () => {
        const [{ record }] = published('{"temperature":21.5}').actions;
        assert.deepEqual([record.topic, record.key], ["telemetry", "press-17"]);
        assert.equal(record.value, '{"temperature":21.5,"device":"press-17"}');
    });

    it("sends nothing that is cold, and nothing without a temperature", () => {
        for (const payload of ['{"temperature":20}', "{}"]) assert.equal(published(payload).reason, "where");
    });
});
