import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { blocks, pages } from "../support/pages";
import { readersFolder } from "../support/readersFolder";

const root = resolve(__dirname, "..", "..");

describe("the page about testing", () => {
    it("shows a test that passes as it stands", () => {
        const page = pages().find(({ file }) => file === "docs/testing.md")!;
        const test = blocks(page).find(({ language }) => language === "ts")!.text;
        const folder = readersFolder({ "plant.test.ts": test });
        try {
            const mocha = [join(root, "node_modules", "mocha", "bin", "mocha.js"), "--no-config", "--timeout", "60000"];
            const { status, stdout, stderr } = spawnSync(
                process.execPath,
                [...mocha, "--node-option", "import=tsx", "plant.test.ts"],
                {
                    cwd: folder.path,
                    encoding: "utf8",
                    env: folder.environment,
                },
            );
            assert.equal(status, 0, stdout + stderr);
            assert.match(stdout, /2 passing/);
        } finally {
            folder.remove();
        }
    }).timeout(120_000);
});
