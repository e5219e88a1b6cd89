import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { call, ROOT } from "../cli/program";

const EXAMPLE = join(ROOT, "examples", "unit-test-a-rule");
const MOCHA = join(ROOT, "node_modules", "mocha", "bin", "mocha.js");

describe("the example that tests a rule", function () {
    this.timeout(60_000);

    it("passes against this package, and fails where the rule is changed", async () => {
        const folder = mkdtempSync(join(tmpdir(), "iot-kafka-example-"));
        try {
            cpSync(EXAMPLE, folder, { recursive: true });
            symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
            const right = await call(process.execPath, [MOCHA, "rule.test.js"], { folder });
            assert.deepEqual([right.code, /2 passing/.test(right.stdout)], [0, true], right.stdout + right.stderr);
            const rule = readFileSync(join(folder, "rule.json"), "utf8");
            writeFileSync(join(folder, "rule.json"), rule.replace("temperature > 20", "temperature > 22"));
            const wrong = await call(process.execPath, [MOCHA, "rule.test.js"], { folder });
            assert.deepEqual([wrong.code, /1 failing/.test(wrong.stdout)], [1, true], wrong.stdout + wrong.stderr);
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    });
});
