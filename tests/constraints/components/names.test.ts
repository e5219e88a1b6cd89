import assert from "node:assert/strict";
import fc from "fast-check";
import { errorLogGroupNameOf, roleNameOf, ruleNameOf } from "../../../constraints/components/names";

const anywhere = fc.record({
    project: fc.string({ minLength: 1, maxLength: 100 }),
    stack: fc.string({ minLength: 1, maxLength: 100 }),
    name: fc.string({ minLength: 1, maxLength: 300 }),
});
const LONG = { project: "plant", stack: "dev", name: "telemetry".repeat(70) };

describe("names of what components make", () => {
    it("derive from project, stack and component", () => {
        const named = { project: "iot-plant", stack: "dev", name: "telemetry.v2" };
        assert.equal(ruleNameOf(named), "iot_plant_dev_telemetry_v2");
        assert.equal(roleNameOf(named, "errors"), "iot-plant-dev-telemetry.v2-errors");
        assert.equal(errorLogGroupNameOf(named), "/iot-kafka/iot-plant/dev/telemetry.v2/errors");
    });

    it("are legal in AWS, whatever project, stack and component are called", () => {
        fc.assert(
            fc.property(anywhere, (named) => {
                assert.match(ruleNameOf(named), /^[a-zA-Z0-9_]{1,128}$/);
                assert.match(roleNameOf(named, "errors"), /^[\w+=,.@-]{1,64}$/);
                assert.match(errorLogGroupNameOf(named), /^[.\-_/#A-Za-z0-9]{1,512}$/);
            }),
            { numRuns: 300 },
        );
    });

    it("are the same on every run", () => {
        fc.assert(
            fc.property(anywhere, (named) => {
                assert.equal(ruleNameOf(named), ruleNameOf({ ...named }));
            }),
            { numRuns: 50 },
        );
    });

    it("stay two names when two long ones begin alike", () => {
        const other = { ...LONG, name: `${LONG.name}2` };
        for (const nameOf of [ruleNameOf, (named: typeof LONG) => roleNameOf(named, "errors"), errorLogGroupNameOf]) {
            assert.notEqual(nameOf(LONG), nameOf(other));
        }
        assert.equal(ruleNameOf(LONG).length, 128);
        assert.match(ruleNameOf(LONG), /_[0-9a-f]{8}$/);
    });

    it("are not cut as long as they fit", () => {
        const fits = { project: "p", stack: "s", name: "n".repeat(124) };
        assert.equal(ruleNameOf(fits), `p_s_${fits.name}`);
        assert.notEqual(ruleNameOf({ ...fits, name: `${fits.name}n` }), `p_s_${fits.name}n`);
    });
});
