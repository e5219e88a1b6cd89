import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "..", "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

describe("what docs/releases.md says that the package runs on", () => {
    const page = read("docs/releases.md");
    const rows = [...page.matchAll(/^\| (?:`(@pulumi\/\w+)`|(Node\.js|TypeScript)) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
        ([, peer, other, range, tested]) => ({ name: peer ?? other!, range: range!.trim(), tested: tested!.trim() }),
    );
    const manifest = JSON.parse(read("package.json"));

    it("are the ranges of package.json, each with the version that the tests run with", () => {
        const peers = rows.filter(({ name }) => name.startsWith("@pulumi/"));
        const expected = Object.entries(manifest.peerDependencies).map(([name, range]) => ({
            name,
            range,
            tested: manifest.devDependencies[name],
        }));
        const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name);
        assert.deepEqual(peers.sort(byName), expected.sort(byName));
        assert.equal(rows.find(({ name }) => name === "Node.js")?.range, manifest.engines.node);
    });

    it("are the versions of Node and TypeScript that the tests of the package run with", () => {
        const versions = (name: string) => rows.find((row) => row.name === name)!.tested.match(/\b\d+(\.\d+)?\b/g);
        const nodes = /const VERSIONS = (\[[^\]]+\])/.exec(read("tests/package/imports.test.ts"))![1]!;
        assert.deepEqual(versions("Node.js"), JSON.parse(nodes));
        const compilers = /of (\[[^\]]+\]\)) \{\s+describe\(`under TypeScript/.exec(
            read("tests/package/types.test.ts"),
        )![1]!;
        assert.deepEqual(
            versions("TypeScript"),
            (JSON.parse(compilers.slice(0, -1)) as string[]).map((one) => one.split(".").slice(0, 2).join(".")),
        );
    });
});
