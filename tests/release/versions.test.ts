import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { repeated, version } from "../../scripts/versions";

const root = resolve(__dirname, "..", "..");

/** Files that speak of some version of something, and not of that of the package. */
const OTHERS = /^(package-lock\.json|package\.json|CHANGELOG\.md|.*\.(sum|test\.ts)|tests\/.*|sandbox\/engine\/.*)$/;

describe("the version", () => {
    it("is the same wherever it is repeated", () => {
        const different = repeated().filter((one) => one.version !== version());
        assert.deepEqual(different, [], "npx tsx scripts/versions.ts --write");
        assert.ok(repeated().length > 15);
    });

    it("is repeated nowhere else", () => {
        const tracked = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).trim().split("\n");
        const known = new Set(repeated().map(({ file }) => file));
        const pattern = new RegExp(`(?<![\\d.])${version().replaceAll(".", "\\.")}(?![\\d.])`);
        const holding = tracked
            .filter((file) => !OTHERS.test(file) && !known.has(file))
            .filter((file) => pattern.test(readFileSync(join(root, file), "utf8")));
        assert.deepEqual(holding, []);
    });

    it("of the plugin's dependencies is that with which the package is tested", () => {
        const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
        const { dependencies } = JSON.parse(readFileSync(join(root, "plugin", "package.json"), "utf8"));
        for (const [name, range] of Object.entries(dependencies)) {
            if (name !== "pulumi-iot-kafka") assert.equal(range, devDependencies[name], name);
        }
    });
});
