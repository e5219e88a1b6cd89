import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { blocks, pages } from "../support/pages";

const root = resolve(__dirname, "..", "..");

describe("the page about testing", () => {
    it("shows a test that passes as it stands", () => {
        const page = pages().find(({ file }) => file === "docs/testing.md")!;
        const test = blocks(page).find(({ language }) => language === "ts")!.text;
        const folder = mkdtempSync(join(tmpdir(), "iot-kafka-testing-"));
        try {
            writeFileSync(join(folder, "plant.test.ts"), test);
            writeFileSync(join(folder, "package.json"), "{}");
            writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { paths: OURS } }));
            symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
            const mocha = [join(root, "node_modules", "mocha", "bin", "mocha.js"), "--no-config", "--timeout", "60000"];
            const { status, stdout, stderr } = spawnSync(
                process.execPath,
                [...mocha, "--node-option", "import=tsx", "plant.test.ts"],
                {
                    cwd: folder,
                    encoding: "utf8",
                    env: { ...process.env, TSX_TSCONFIG_PATH: join(folder, "tsconfig.json") },
                },
            );
            assert.equal(status, 0, stdout + stderr);
            assert.match(stdout, /2 passing/);
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    }).timeout(120_000);
});

const OURS = {
    "pulumi-iot-kafka": [join(root, "components", "index.ts")],
    "pulumi-iot-kafka/testing": [join(root, "components", "testing", "index.ts")],
};
