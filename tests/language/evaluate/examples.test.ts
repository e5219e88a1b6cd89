import assert from "node:assert/strict";
import { resultOf } from "./evaluate";
import { EXAMPLES, MISPRINTS } from "./examples";

describe("a worked example of AWS's page of functions", () => {
    for (const { expression, result, version } of EXAMPLES) {
        it(`holds: ${expression} is ${result}`, () => {
            assert.equal(resultOf(expression, version === undefined ? {} : { version }), result);
        });
    }

    for (const { expression, shown, result, why, message } of MISPRINTS) {
        it(`is a misprint where it shows ${shown} for ${expression}: ${why}`, () => {
            assert.equal(resultOf(expression, message === undefined ? {} : { message }), result);
        });
    }
});
