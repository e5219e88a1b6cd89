import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { openSandbox } from "../../../sandbox";
import { ROOT } from "../../support/programs";
import { committedSchema, PLUGIN } from "../schema";

describe("pulumi package get-schema plugin", function () {
    this.timeout(5 * 60_000);

    it("infers the schema that is committed, and leaves the folder as it is", async () => {
        const before = readdirSync(PLUGIN).sort();
        const sandbox = await openSandbox();
        const { exitCode, stdout, stderr } = await sandbox.run(["package", "get-schema", "./plugin"], { cwd: ROOT });
        assert.equal(exitCode, 0, stderr);
        assert.deepEqual(
            JSON.parse(stdout),
            committedSchema(),
            "pulumi package get-schema ./plugin > plugin/schema.json",
        );
        assert.deepEqual(readdirSync(PLUGIN).sort(), before);
    });
});
