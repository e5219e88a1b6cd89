import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writeArtefacts } from "../../scripts/release";
import { version } from "../../scripts/versions";
import { installedProject } from "./project";

const root = resolve(__dirname, "..", "..");

describe("the artefacts of a release", function () {
    this.timeout(600_000);
    let folder: string;
    let artefacts: string[];
    before(() => {
        folder = mkdtempSync(join(tmpdir(), "iot-kafka-release-"));
        // What the other tests of the package installed: packing is what takes long.
        const project = installedProject().folder;
        const tarball = readdirSync(project).find((file) => file.endsWith(".tgz"))!;
        artefacts = writeArtefacts(folder, { isTested: false, isReady: true }, (into) => {
            copyFileSync(join(project, tarball), join(into, tarball));
            return join(into, tarball);
        });
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    it("are the tarball, schemas and notes, each with its checksum", () => {
        const sums = readFileSync(join(folder, "SHA256SUMS"), "utf8").trim().split("\n");
        const named = sums.map((line) => line.split("  ")[1]!);
        assert.deepEqual([...named, "SHA256SUMS"], artefacts);
        assert.ok(named.includes(`pulumi-iot-kafka-${version()}.tgz`) && named.includes("schemas/check.json"));
        for (const line of sums) {
            const [sum, file] = line.split("  ");
            assert.equal(
                createHash("sha256")
                    .update(readFileSync(join(folder, file!)))
                    .digest("hex"),
                sum,
                file,
            );
        }
        const [schema, committed] = [join(folder, "plugin-schema.json"), join(root, "plugin", "schema.json")];
        assert.equal(readFileSync(schema, "utf8"), readFileSync(committed, "utf8"));
    });

    it("say in their first lines that they were not tested", () => {
        const [title, , mark] = readFileSync(join(folder, "release-notes.md"), "utf8").split("\n");
        assert.equal(title, `# pulumi-iot-kafka ${version()}`);
        assert.equal(mark, "> Not tested: made with `--without-tests`.");
    });
});
