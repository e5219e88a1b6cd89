import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { removeDeadLocks } from "../../../sandbox/launch/deadLocks";
import { temporaryFolder } from "../engine/fakePulumi";

describe("locks on a state", () => {
    const folder = temporaryFolder();
    after(() => folder.remove());

    it("go when the process that held them is dead, and stay when it lives, is elsewhere or is not to be told", () => {
        removeDeadLocks(folder.path);
        const locks = join(folder.path, ".pulumi", "locks", "organization", "plant", "dev");
        mkdirSync(locks, { recursive: true });
        const { pid: dead } = spawnSync(process.execPath, ["--version"]);
        const write = (name: string, holder: unknown) => writeFileSync(join(locks, name), JSON.stringify(holder));
        write("dead.json", { pid: dead, hostname: hostname() });
        write("alive.json", { pid: process.pid, hostname: hostname() });
        write("elsewhere.json", { pid: dead, hostname: "elsewhere.example" });
        writeFileSync(join(locks, "half.json"), "{");
        removeDeadLocks(folder.path);
        assert.deepEqual(readdirSync(locks).sort(), ["alive.json", "elsewhere.json", "half.json"]);
    });
});
