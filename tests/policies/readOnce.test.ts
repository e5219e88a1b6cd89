import assert from "node:assert/strict";
import { readRequestsOnce } from "../../policies/readOnce";

describe("what a pack's server reads of a request", () => {
    const counting = () => {
        let times = 0;
        const reading = { deserializeProperties: (properties: object) => ({ ...properties, time: ++times }) };
        readRequestsOnce(reading as never);
        return reading as { deserializeProperties(properties: object, keepsSecrets: boolean): { time: number } };
    };

    it("is read once for all policies, and anew for the next request with the same properties", () => {
        const reading = counting();
        const [one, other] = [{ name: "a" }, { name: "a" }];
        const times = [one, one, other, one].map((sent) => reading.deserializeProperties(sent, false).time);
        assert.deepEqual(times, [1, 1, 2, 1]);
    });

    it("is read anew for each remediation, which may change it", () => {
        const reading = counting();
        const sent = { name: "a" };
        const times = [true, true, false].map((keeps) => reading.deserializeProperties(sent, keeps).time);
        assert.deepEqual(times, [1, 2, 3]);
    });

    it("is read as ever by a server that reads otherwise", () => {
        const other = { readProperties: () => ({}) };
        readRequestsOnce(other as never);
        assert.deepEqual(Object.keys(other), ["readProperties"]);
    });

    it("is read by the part of @pulumi/policy that packs rely on", () => {
        const reading = require("@pulumi/policy/deserialize") as { deserializeProperties: unknown };
        const before = reading.deserializeProperties;
        assert.equal(typeof before, "function");
        readRequestsOnce();
        try {
            assert.notEqual(reading.deserializeProperties, before);
        } finally {
            reading.deserializeProperties = before;
        }
    });
});
