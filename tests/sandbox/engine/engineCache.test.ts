import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Surroundings } from "../../../sandbox/engine/engine";
import { cachedEngine, fillCache, tryToFill } from "../../../sandbox/engine/engineCache";
import { fakePulumi, temporaryFolder } from "./fakePulumi";

const good = async (folder: string) => void fakePulumi(join(folder, "bin"), "echo v3.259.0");

describe("the cache of engines", () => {
    let folder: ReturnType<typeof temporaryFolder>;
    let surroundings: Surroundings;
    beforeEach(() => {
        folder = temporaryFolder();
        surroundings = { environment: process.env, cache: join(folder.path, "cache"), say: () => {} };
    });
    afterEach(() => folder.remove());

    const contents = () => readdirSync(join(surroundings.cache, "engine"));

    it("keeps an engine that answers with its version", async () => {
        const engine = await fillCache(surroundings, good);
        assert.deepEqual(cachedEngine(surroundings.cache), engine);
        assert.equal(contents().length, 1);
    });

    it("never shows an engine that cannot be run, and leaves nothing of it behind", async () => {
        for (const answer of ["exit 1", "true", "echo no version"]) {
            const half = await tryToFill(surroundings, async (draft) => void fakePulumi(join(draft, "bin"), answer));
            assert.ok("why" in half, answer);
        }
        const failed = await tryToFill(surroundings, async (draft) => {
            await good(draft);
            assert.equal(cachedEngine(surroundings.cache), undefined);
            throw new Error("the disk is full");
        });
        assert.deepEqual(failed, { why: "the disk is full" });
        assert.equal(cachedEngine(surroundings.cache), undefined);
        assert.deepEqual(contents(), []);
    });

    it("does not use an engine that was cut short later, and replaces it", async () => {
        const { file } = await fillCache(surroundings, good);
        writeFileSync(file, "#!/bin/sh\n");
        assert.equal(cachedEngine(surroundings.cache), undefined);
        await fillCache(surroundings, good);
        assert.equal(cachedEngine(surroundings.cache)?.file, file);
        assert.match(readFileSync(file, "utf8"), /3\.259\.0/);
    });

    it("is filled once by two processes that want an engine at the same time", async () => {
        const log = join(folder.path, "log");
        const args = ["--import=tsx", join(__dirname, "fillOnce.ts"), surroundings.cache, log];
        const run = () => promisify(execFile)(process.execPath, args);
        const [one, other] = await Promise.all([run(), run()]);
        assert.equal(one.stdout, other.stdout);
        assert.equal(readFileSync(log, "utf8"), "made\n");
        assert.equal(contents().length, 1);
    });

    it("takes over from a process that died, and clears away its draft", async () => {
        const { file } = await fillCache(surroundings, good);
        const lock = dirname(dirname(file)) + ".lock";
        writeFileSync(file, "");
        mkdirSync(join(surroundings.cache, "engine", ".draft-dead", "bin"), { recursive: true });
        mkdirSync(lock);
        const longAgo = new Date(Date.now() - 3_600_000);
        utimesSync(lock, longAgo, longAgo);
        const told: string[] = [];
        await fillCache({ ...surroundings, say: (line) => told.push(line) }, good);
        assert.deepEqual(told, ["another process is getting the Pulumi engine: waiting for it"]);
        assert.equal(contents().length, 1);
        assert.ok(!existsSync(lock));
    });
});
