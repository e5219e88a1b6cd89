import assert from "node:assert/strict";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readProject } from "../../../sandbox/launch/project";
import { writeStackConfig } from "../../../sandbox/launch/stackConfig";
import { SandboxProblem } from "../../../sandbox/sandboxProblem";
import { temporaryFolder } from "../engine/fakePulumi";

describe("a program's folder", () => {
    let folder: ReturnType<typeof temporaryFolder>;
    beforeEach(() => {
        folder = temporaryFolder();
    });
    afterEach(() => folder.remove());

    const write = (file: string, text: string) => writeFileSync(join(folder.path, file), text);
    const refused = (message: RegExp, path = folder.path) =>
        assert.throws(
            () => readProject(path),
            (error: Error) =>
                error instanceof SandboxProblem && message.test(error.message) && !/\n/.test(error.message),
        );

    it("is known by its real path and the project's name", () => {
        write("Pulumi.yaml", "name: plant\nruntime:\n  name: nodejs\n  options: { typescript: false }\n");
        symlinkSync(folder.path, join(folder.path, "link"));
        const project = readProject(join(folder.path, "link"));
        assert.deepEqual([project.folder, project.name], [folder.path, "plant"]);
    });

    it("is refused in one sentence when it holds no Node Pulumi program", () => {
        refused(/does not exist\.$/, join(folder.path, "nowhere"));
        refused(/it has no Pulumi\.yaml\.$/);
        write("Pulumi.yaml", "name: plant\n  runtime: nodejs\n");
        refused(/Pulumi\.yaml:2:\d+ is no YAML: /);
        write("Pulumi.yaml", "- plant\n");
        refused(/does not hold a mapping/);
        write("Pulumi.yaml", "runtime: nodejs\n");
        refused(/has no name/);
        write("Pulumi.yaml", "name: plant\nruntime: python\n");
        refused(/has the runtime "python"/);
        write("Pulumi.yaml", "name: plant\n");
        refused(/has the runtime null/);
        refused(/is a file, not a folder\.$/, join(folder.path, "Pulumi.yaml"));
        mkdirSync(join(folder.path, "odd", "Pulumi.yaml"), { recursive: true });
        refused(/cannot be read \(EISDIR\)\.$/, join(folder.path, "odd"));
    });

    describe("and its configuration", () => {
        const configured = (own: string, given: readonly string[]) => {
            write("Pulumi.yaml", "name: plant\nruntime: nodejs\n");
            write("Pulumi.dev.yaml", own);
            const { file, left } = writeStackConfig(readProject(folder.path), given, join(folder.path, "used.yaml"));
            return { config: JSON.parse(readFileSync(file, "utf8")).config as unknown, left };
        };

        it("has the Region us-east-1 unless another one is set, by the folder or for the run", () => {
            assert.deepEqual(configured("", []).config, { "aws:region": "us-east-1" });
            assert.deepEqual(configured("config: { aws:region: eu-west-1 }", []).config, { "aws:region": "eu-west-1" });
            assert.deepEqual(configured("", ["aws:region"]).config, {});
        });

        it("leaves out what is encrypted for somebody else, and says so", () => {
            const own = "encryptionsalt: v1:x\nconfig:\n  plant:topic: orders\n  plant:token: { secure: v1:abc }\n";
            const used = { "aws:region": "us-east-1", "plant:topic": "orders" };
            assert.deepEqual(configured(own, []), { config: used, left: ["plant:token"] });
            assert.deepEqual(configured(own, ["plant:token"]), { config: used, left: [] });
        });
    });
});
