import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { blocks, pages } from "../support/pages";
import { installedProject, type Project } from "./project";

const root = resolve(__dirname, "..", "..");

/**
 * What the README tells a stranger to do, in a folder that has never seen this checkout: install, paste two files, preview;
 * then a mistake.
 */
describe("a stranger who follows the README", function () {
    this.timeout(600_000);
    let project: Project;
    before(() => {
        project = installedProject();
    });

    it("installs what the README says with one command", () => {
        const readme = readFileSync(join(root, "README.md"), "utf8");
        assert.match(readme, /^npm install pulumi-iot-kafka typescript@5\.9$/m);
    });

    it("sees the pasted lines pass both packs", async () => {
        paste(project);
        const { code, stdout, stderr } = await preview(project);
        assert.equal(code, 0, stdout + stderr);
        assert.match(stdout, /iotkafka:index:IotKafkaPipeline/);
        assert.doesNotMatch(stdout, /\[(mandatory|advisory)\]/);
    });

    it("sees one wrong value refused with its name, reason, fix and page", async () => {
        const right = paste(project);
        const wrong = right.replace('topic: "telemetry"', 'topic: "plant telemetry"');
        assert.notEqual(wrong, right);
        project.write("index.ts", wrong);
        const { code, stdout } = await preview(project);
        assert.equal(code, 1, stdout);
        assert.match(stdout, /topic-name/);
        assert.match(stdout, /"plant telemetry"/);
        assert.match(stdout, /Fix: Use letters, digits.*\n\s+See: https:\/\/kafka\.apache\.org\//);
    });
});

/** The quickstart's files, as the README shows them. */
function paste(project: Project): string {
    const readme = pages().find((page) => page.file === "README.md");
    assert.ok(readme);
    const shown = blocks(readme);
    const program = shown.find(({ language, text }) => language === "ts" && text.includes("new IotKafkaPipeline"));
    const settings = shown.find(({ language, text }) => language === "yaml" && text.includes("runtime: nodejs"));
    assert.ok(program && settings);
    project.write("index.ts", program.text);
    project.write("Pulumi.yaml", settings.text);
    return program.text;
}

function preview(project: Project) {
    return project.run(process.execPath, join("node_modules", ".bin", "iot-kafka"), "sandbox", "preview");
}
