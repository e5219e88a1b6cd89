import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openSandbox } from "../../sandbox";
import { installedProject, type Project } from "./project";

const template = resolve(__dirname, "..", "..", "templates", "iot-kafka-typescript");

describe("the template for pulumi new", function () {
    this.timeout(600_000);
    let project: Project;
    let folder: string;

    before(async () => {
        project = installedProject();
        // Below the project, whose modules it finds: what npm would install is not published yet.
        folder = join(project.folder, "made-by-pulumi-new");
        mkdirSync(folder);
        const sandbox = await openSandbox();
        const args = [
            "new",
            template,
            "--generate-only",
            "--yes",
            "--name",
            "plant",
            "--description",
            "The press shop",
        ];
        const { exitCode, stdout, stderr } = await sandbox.run(args, { cwd: folder });
        assert.equal(exitCode, 0, stdout + stderr);
    });

    it("becomes a program with the name that was given", () => {
        const read = (file: string) => readFileSync(join(folder, file), "utf8");
        assert.match(read("Pulumi.yaml"), /^name: plant$/m);
        assert.equal(JSON.parse(read("package.json")).name, "plant");
        assert.doesNotMatch(read("Pulumi.yaml") + read("package.json"), /\$\{(PROJECT|DESCRIPTION)\}/);
        assert.ok(existsSync(join(folder, "tsconfig.json")));
    });

    it("asks for the versions that the package needs", () => {
        const { peerDependencies, version } = require("../../package.json");
        const { dependencies } = JSON.parse(readFileSync(join(template, "package.json"), "utf8"));
        assert.deepEqual(
            Object.keys(dependencies).sort(),
            [...Object.keys(peerDependencies), "pulumi-iot-kafka"].sort(),
        );
        assert.equal(dependencies["pulumi-iot-kafka"], `^${version}`);
    });

    it("previews without a finding", async () => {
        const settings = ["topicFilter=devices/+/telemetry", "topic=telemetry"].flatMap((set) => ["--config", set]);
        const command = join(project.folder, "node_modules", ".bin", "iot-kafka");
        const { code, stdout, stderr } = await project.run(
            process.execPath,
            command,
            "sandbox",
            "preview",
            folder,
            ...settings,
        );
        assert.equal(code, 0, stdout + stderr);
        assert.match(stdout, /iotkafka:index:IotKafkaPipeline/);
        assert.doesNotMatch(stdout, /\[(mandatory|advisory)\]/);
    });
});
