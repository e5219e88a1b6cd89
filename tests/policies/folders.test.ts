import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";

const root = resolve(__dirname, "../..");
const npm = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string; files: string[] };

for (const name of ["required", "recommended"]) {
    describe(`the pack folder policies/${name}`, () => {
        const folder = join(root, "policies", name);
        const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
            version: string;
            main: string;
        };
        const policy = parse(readFileSync(join(folder, "PulumiPolicy.yaml"), "utf8")) as Record<string, unknown>;

        it("has the version of the npm package, in both of its manifests", () => {
            assert.equal(manifest.version, npm.version);
            assert.equal(policy.version, npm.version);
        });

        it("names its compiled program where every language host looks for it", () => {
            assert.equal(resolve(folder, manifest.main), join(root, "dist", "policies", name, "index.js"));
            assert.ok(existsSync(join(folder, "index.ts")));
            assert.equal(policy.main, undefined);
            assert.equal(policy.runtime, "nodejs");
        });

        it("is part of the npm package", () => {
            assert.ok(
                npm.files.includes("policies/*/package.json") && npm.files.includes("policies/*/PulumiPolicy.yaml"),
            );
        });
    });
}

describe("the policies as data", () => {
    it("load without the policy server, so that importing them makes no pack and needs no more than they use", () => {
        const program = `
            const { required, recommended, reporting } = require("./policies/packs");
            const loaded = Object.keys(require.cache).filter((file) => file.includes("@pulumi"));
            console.log(JSON.stringify({ loaded, all: [required, recommended, reporting("own")].every(Array.isArray) }));`;
        const output = execFileSync(process.execPath, ["--import=tsx", "-e", program], { cwd: root, encoding: "utf8" });
        assert.deepEqual(JSON.parse(output), { loaded: [], all: true });
    });
});
