import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../../../sandbox/engine/command";
import type { Engine, Way } from "../../../sandbox/engine/engine";
import { ENGINE_VERSION } from "../../../sandbox/engine/engineCache";
import { findEngine } from "../../../sandbox/engine/findEngine";
import { goTool } from "../../../sandbox/engine/goTool";
import { formatVersion } from "../../../sandbox/engine/version";
import { SandboxProblem } from "../../../sandbox/sandboxProblem";
import { script, temporaryFolder } from "./fakePulumi";

const surroundings = { environment: {}, cache: "/nowhere", say: () => {} };
const ENGINE: Engine = { file: "/bin/pulumi", version: { major: 3, minor: 259, patch: 0 } };
const blocked = (name: string): Way => ({ name, find: async () => ({ why: `${name} is closed` }) });

describe("finding an engine", () => {
    it("goes the first way that leads to one, and no further", async () => {
        const further: Way = { name: "further", find: () => Promise.reject(new Error("went too far")) };
        const found = await findEngine(surroundings, [
            blocked("first"),
            { name: "second", find: async () => ENGINE },
            further,
        ]);
        assert.equal(found, ENGINE);
    });

    it("names every way tried, and what to install, when none leads to one", async () => {
        await assert.rejects(findEngine(surroundings, [blocked("first"), blocked("second")]), (error: Error) => {
            assert.ok(error instanceof SandboxProblem);
            assert.match(error.message, /first: first is closed.*second: second is closed.*Install Pulumi 3\.230\.0/s);
            return true;
        });
    });

    it("builds the version that go.mod names", () => {
        const goMod = readFileSync(join(__dirname, "../../../sandbox/engine/tool/go.mod"), "utf8");
        assert.match(goMod, new RegExp(`github.com/pulumi/pulumi/pkg/v3 v${formatVersion(ENGINE_VERSION)}\\b`));
    });
});

describe("a build with Go", () => {
    const folder = temporaryFolder();
    after(() => folder.remove());
    const find = (PATH: string) =>
        goTool.find({ environment: { PATH }, cache: join(folder.path, "cache"), say: () => {} });

    it("says that there is no go", async () => {
        assert.deepEqual(await find("/nowhere"), { why: "there is no go on PATH (https://go.dev/dl)" });
    });

    it("passes on the last words of a build that failed", async () => {
        script(join(folder.path, "go"), "echo 'go: no space left' >&2; exit 1");
        assert.deepEqual(await find(`${folder.path}:/bin`), { why: "exit code 1\n    go: no space left" });
    });

    it("ends what takes too long, with all that it started", async () => {
        const slow = script(join(folder.path, "slow"), "sleep 60 & sleep 60");
        const command = { file: slow, args: [], folder: folder.path, environment: process.env, limitMs: 300 };
        await assert.rejects(runCommand(command), /it took longer than 0\.3 s/);
    }).timeout(30_000);
});
