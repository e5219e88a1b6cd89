import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Block, blocks, pages } from "../support/pages";

const root = resolve(__dirname, "..", "..");
const all = pages();
const shown = all.flatMap(blocks);

describe("the programs that pages show", () => {
    it("are the examples that they name, word for word", () => {
        const named = shown.filter(({ note }) => note.startsWith("examples/"));
        assert.ok(named.length >= 6);
        for (const { file, line, note, text } of named) {
            assert.equal(text, readFileSync(join(root, note), "utf8").trimEnd(), `${file}:${line} and ${note} differ`);
        }
    });

    it("are the same on the README and in the Pulumi Registry", () => {
        assert.equal(firstProgram("docs/_index.md").text, firstProgram("README.md").text);
    });

    it("show each login of the Kafka action", () => {
        const howTo = shown.filter(({ file, language }) => file.startsWith("docs/how-to/") && language === "ts");
        for (const page of ["scram", "mutual-tls", "plain", "kerberos"])
            assert.ok(
                howTo.some(({ file }) => file === `docs/how-to/${page}.md`),
                page,
            );
    });

    it("are listed, each example once", () => {
        const { text } = all.find(({ file }) => file === "docs/examples.md")!;
        const folders = readdirSync(join(root, "examples"), { withFileTypes: true })
            .filter((entry) => entry.isDirectory())
            .map(({ name }) => name);
        for (const folder of folders) assert.equal(text.split(`](../examples/${folder}/README.md)`).length, 2, folder);
    });
});

describe("the pages of the Pulumi Registry", () => {
    for (const name of ["_index.md", "installation-configuration.md"]) {
        it(`say what the registry asks for (${name})`, () => {
            const [, head] = /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(join(root, "docs", name), "utf8"))!;
            assert.deepEqual(
                head!.split("\n").map((line) => line.split(": ")[0]),
                ["title", "meta_desc", "layout"],
            );
            assert.match(head!, /^layout: package$/m);
        });
    }
});

function firstProgram(page: string): Block {
    return shown.find(({ file, language }) => file === page && language === "ts")!;
}
