import assert from "node:assert/strict";
import { delimiter, join } from "node:path";
import type { Surroundings } from "../../../sandbox/engine/engine";
import { onPath } from "../../../sandbox/engine/onPath";
import { isUsable, parseVersion } from "../../../sandbox/engine/version";
import { fakePulumi, temporaryFolder } from "./fakePulumi";

describe("a pulumi on PATH", () => {
    const folder = temporaryFolder();
    after(() => folder.remove());

    const cache = join(folder.path, "cache");
    const at = (name: string, answer: string) => fakePulumi(join(folder.path, name), answer);
    const find = (...files: readonly string[]) => {
        const path = files.map((file) => join(file, "..")).join(delimiter);
        const surroundings: Surroundings = { environment: { PATH: path + delimiter + "/bin" }, cache, say: () => {} };
        return onPath.find(surroundings);
    };

    it("is used from 3.230 on, with or without a v, and as a development version", async () => {
        for (const [version, usable] of [
            ["3.229.9", false],
            ["v3.230.0", true],
            ["3.259.0", true],
            ["v3.300.1-alpha.1+dirty", true],
            ["4.0.0", false],
            ["2.25.2", false],
        ] as const) {
            assert.equal(isUsable(parseVersion(version)!), usable, version);
        }
        const file = at("new", "echo v3.230.0");
        assert.deepEqual(await find(file), { file, version: { major: 3, minor: 230, patch: 0 } });
    });

    it("gives way to a newer one further on when it is too old", async () => {
        const old = at("old", "echo v3.100.0");
        const good = at("good", "echo v3.240.0");
        assert.equal(((await find(old, good)) as { file: string }).file, good);
    });

    it("is refused with its version, its exit code or its own words", async () => {
        const old = at("older", "echo v3.229.0");
        const broken = at("broken", "exit 7");
        const odd = at("odd", "echo surprise");
        const mute = at("mute", "true");
        const { why } = (await find(old, broken, odd, mute)) as { why: string };
        assert.match(why, /older\/pulumi is version 3\.229\.0, 3\.230\.0 or newer is needed/);
        assert.match(why, /broken\/pulumi could not be run \(exit code 7\)/);
        assert.match(why, /odd\/pulumi version said "surprise"/);
        assert.match(why, /mute\/pulumi version said nothing/);
    });

    it("is not the one that a sandbox made, which may be older than this package", async () => {
        const ours = fakePulumi(join(cache, "bin", "0123"), "echo v3.259.0");
        assert.deepEqual(await find(ours), { why: "there is none" });
    });
});
