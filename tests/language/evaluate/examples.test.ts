import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
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

    it("is listed with the decision on the page of the language where it is a misprint", () => {
        const page = readFileSync(join(__dirname, "../../../docs/language.md"), "utf8");
        for (const { expression, shown, result, why } of MISPRINTS) {
            assert.ok(page.includes(`| \`${expression}\` | ${shown} | \`${result}\` | ${why} |`), expression);
        }
    });
});
