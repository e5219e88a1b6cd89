import assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openSandbox } from "../../sandbox";
import { installedProject } from "./project";

const PLUGIN = resolve(__dirname, "..", "..", "plugin");

describe("the plugin with the installed package", function () {
    this.timeout(600_000);

    it("has the schema that is committed, inferred from the types of the tarball", async () => {
        const { folder } = installedProject();
        // Below the project, whose modules it finds: what npm would install is not published yet.
        for (const file of ["PulumiPlugin.yaml", "index.ts", "package.json", "tsconfig.json"]) {
            cpSync(join(PLUGIN, file), join(folder, "plugin", file));
        }
        const sandbox = await openSandbox();
        const { exitCode, stdout, stderr } = await sandbox.run(["package", "get-schema", "./plugin"], { cwd: folder });
        assert.equal(exitCode, 0, stderr);
        assert.deepEqual(JSON.parse(stdout), JSON.parse(readFileSync(join(PLUGIN, "schema.json"), "utf8")));
    });
});
