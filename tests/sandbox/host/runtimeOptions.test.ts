import assert from "node:assert/strict";
import { runtimeOptions } from "../../../sandbox/host/runtimeOptions";

describe("runtime options of Pulumi.yaml", () => {
    it("compile TypeScript unless told otherwise", () => {
        assert.deepEqual(runtimeOptions({}), { nodeArgs: [], environment: { PULUMI_NODEJS_TYPESCRIPT: "true" } });
        assert.deepEqual(runtimeOptions({ typescript: false }).environment, { PULUMI_NODEJS_TYPESCRIPT: "false" });
    });

    it("name arguments for Node and another tsconfig.json", () => {
        const { nodeArgs, environment } = runtimeOptions({
            nodeargs: " --trace-warnings  --no-warnings",
            tsconfig: "x",
        });
        assert.deepEqual(nodeArgs, ["--trace-warnings", "--no-warnings"]);
        assert.equal(environment.PULUMI_NODEJS_TSCONFIG_PATH, "x");
    });

    it("are refused by name when they have a wrong type", () => {
        assert.throws(() => runtimeOptions({ typescript: "no" }), /typescript is "no"; it must be true or false/);
        assert.throws(() => runtimeOptions({ nodeargs: 1 }), /nodeargs is 1; it must be a string/);
    });
});
