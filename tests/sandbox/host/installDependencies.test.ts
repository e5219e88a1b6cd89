import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { missingIn } from "../../../sandbox/host/installDependencies";
import { temporaryFolder } from "../engine/fakePulumi";

describe("the dependencies that the language host installs", () => {
    const folder = temporaryFolder();
    after(() => folder.remove());

    it("are those that a folder does not see, in itself or above", () => {
        const inner = join(folder.path, "plugin");
        for (const name of ["above", "@scope/above"]) {
            mkdirSync(join(folder.path, "node_modules", name), { recursive: true });
            writeFileSync(join(folder.path, "node_modules", name, "package.json"), "{}");
        }
        mkdirSync(inner);
        const dependencies = { above: "1", "@scope/above": "1", "nowhere-to-be-found": "1" };
        writeFileSync(join(inner, "package.json"), JSON.stringify({ dependencies }));
        assert.deepEqual(missingIn(inner), ["nowhere-to-be-found"]);
    });

    it("are none in a folder without a package.json, and in one that depends on nothing", () => {
        const empty = join(folder.path, "empty");
        mkdirSync(empty);
        assert.deepEqual(missingIn(empty), []);
        writeFileSync(join(empty, "package.json"), "{}");
        assert.deepEqual(missingIn(empty), []);
    });
});
