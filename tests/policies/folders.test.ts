import assert from "node:assert/strict";
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
