import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pack } from "../../scripts/pack";
import { install, installedProject, type Project } from "./project";

const root = resolve(__dirname, "..", "..");

/** What each subpath gives, by the name that a user writes. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
    "pulumi-iot-kafka": ["IotKafkaPipeline", "KafkaTopicRule", "VpcDestination", "MskCluster", "KafkaCredentials"],
    "pulumi-iot-kafka/constraints": ["CATALOGUE", "Judge"],
    "pulumi-iot-kafka/policies": ["required", "recommended", "reporting"],
    "pulumi-iot-kafka/simulator": ["ruleOf", "simulate"],
    "pulumi-iot-kafka/testing": ["awsMocks"],
};

/** Every version of Node that the package says it runs on; the first is the one that runs all other tests. */
const VERSIONS = ["20", "22", "24"];

describe("the installed package", function () {
    this.timeout(600_000);
    let project: Project;
    before(() => {
        project = installedProject();
    });

    for (const version of VERSIONS) {
        describe(`on Node ${version}`, () => {
            let node: string;
            before(() => {
                node = process.execPath;
                if (process.versions.node.startsWith(`${version}.`)) return;
                const folder = join(project.folder, `node-${version}`);
                project.write(`node-${version}/package.json`, "{}");
                install(folder, `node@${version}`);
                node = join(folder, "node_modules", "node", "bin", "node");
            });

            it("gives its names to require and to import", async () => {
                const required = Object.entries(NAMES).map(
                    ([path, names]) =>
                        `const { ${names} } = require("${path}"); console.log(${names.map((name) => `typeof ${name}`)});`,
                );
                const imported = Object.entries(NAMES).map(
                    ([path, names]) =>
                        `import { ${names} } from "${path}"; console.log(${names.map((name) => `typeof ${name}`)});`,
                );
                project.write("names.cjs", required.map((line) => `{ ${line} }`).join("\n"));
                project.write("names.mjs", imported.join("\n"));
                const [old, modern] = [await project.run(node, "names.cjs"), await project.run(node, "names.mjs")];
                assert.equal(old.code, 0, old.stderr);
                assert.equal(modern.code, 0, modern.stderr);
                assert.doesNotMatch(old.stdout, /undefined/);
                assert.equal(modern.stdout, old.stdout);
            });

            it("runs its commands", async () => {
                const command = join("node_modules", ".bin", "iot-kafka");
                project.write("rule.json", readFileSync(join(root, "examples", "files", "rule.json"), "utf8"));
                project.write("message.json", readFileSync(join(root, "examples", "files", "message.json"), "utf8"));
                const asked = [
                    ["--version"],
                    ["check", "rule.json"],
                    ["explain", "acks-value"],
                    ["simulate", "--rule", "rule.json", "--topic", "devices/d/telemetry", "--message", "message.json"],
                ];
                for (const args of asked) {
                    const { code, stderr } = await project.run(node, command, ...args);
                    assert.equal(code, 0, `${args.join(" ")}\n${stderr}`);
                }
            });
        });
    }

    it("closes what is not documented", async () => {
        for (const path of ["pulumi-iot-kafka/dist/components/gate", "pulumi-iot-kafka/components/gate.js"]) {
            const { code, stderr } = await project.run(process.execPath, "-e", `require("${path}")`);
            assert.notEqual(code, 0);
            assert.match(stderr, /ERR_PACKAGE_PATH_NOT_EXPORTED/);
        }
    });

    it("has one copy of each class and symbol, whichever way it is asked for", async () => {
        project.write(
            "copies.cjs",
            `
            const paths = ${JSON.stringify(Object.keys(NAMES))};
            const modules = paths.map((path) => require(path));
            for (const one of modules) for (const other of modules) for (const name of Object.keys(one)) {
                if (name in other && one[name] !== other[name]) console.log("two of " + name);
            }
            const texts = Object.keys(require.cache).filter((file) => /pulumi-iot-kafka.dist/.test(file))
                .map((file) => require("node:fs").readFileSync(file, "utf8"));
            for (const part of ["Judge = class", "function defineConstraint("]) {
                const holding = texts.filter((text) => text.includes(part)).length;
                if (holding !== 1) console.log(holding + " files hold " + part);
            }
            const { isUnknown, UNKNOWN } = require("pulumi-iot-kafka/constraints");
            console.log(isUnknown(UNKNOWN), texts.length < 60);`,
        );
        const { stdout, stderr } = await project.run(process.execPath, "copies.cjs");
        assert.equal(stdout, "true true\n", stderr);
    });

    it("loads no module of a provider and no constraint before a component is made, and examples when they are asked for", async () => {
        project.write(
            "late.cjs",
            `
            require("pulumi-iot-kafka");
            const loaded = Object.keys(require.cache).map((file) => file.replaceAll("\\\\", "/"));
            console.log(loaded.filter((file) => /@pulumi.(aws|random)./.test(file)).length);
            console.log(loaded.some((file) => file.endsWith("dist/constraints/catalogue.js")));
            const { CATALOGUE } = require("pulumi-iot-kafka/constraints");
            console.log(CATALOGUE.filter(({ examples }) => examples.valid.length < 1 || examples.invalid.length < 1).length);`,
        );
        const { stdout, stderr } = await project.run(process.execPath, "late.cjs");
        assert.deepEqual(stdout.split("\n"), ["0", "false", "0", ""], stderr);
    });

    it("calls every component by its name, for programs and for other languages", async () => {
        project.write(
            "classes.cjs",
            `
            for (const path of ["pulumi-iot-kafka", "pulumi-iot-kafka/plugin", "pulumi-iot-kafka/constraints"]) {
                for (const [name, value] of Object.entries(require(path))) {
                    if (/^class\\b/.test(String(value)) && value.name !== name) console.log(path, name, value.name);
                }
            }
            console.log(Object.keys(require("pulumi-iot-kafka/plugin")).sort().join());`,
        );
        const { stdout, stderr } = await project.run(process.execPath, "classes.cjs");
        const names = "IotKafkaPipeline,KafkaCredentials,KafkaTopicRule,MskCluster,PipelineAlarms,VpcDestination";
        assert.equal(stdout, `${names}\n`, stderr);
    });

    it("is small", () => {
        const [tarball] = readdirSync(project.folder).filter((file) => file.endsWith(".tgz"));
        const megabytes = statSync(join(project.folder, tarball!)).size / 1e6;
        assert.ok(megabytes < 2.5, `${megabytes.toFixed(2)} MB`);
    });

    it("is packed to the same bytes again", () => {
        const [tarball] = readdirSync(project.folder).filter((file) => file.endsWith(".tgz"));
        const again = pack(join(project.folder, "again"), join(project.folder, "node_modules", "pulumi-iot-kafka"));
        assert.ok(readFileSync(again).equals(readFileSync(join(project.folder, tarball!))));
    });

    it("installs no dependency of its own, and asks for no script to be approved", () => {
        const manifest = require(join(project.folder, "node_modules", "pulumi-iot-kafka", "package.json"));
        assert.equal(manifest.dependencies, undefined);
        assert.equal(manifest.scripts, undefined);
        assert.deepEqual(Object.keys(manifest.peerDependencies).sort(), [
            "@pulumi/aws",
            "@pulumi/policy",
            "@pulumi/pulumi",
            "@pulumi/random",
        ]);
    });

    it("has one copy of Pulumi's runtime beside it", () => {
        const modules = readdirSync(join(project.folder, "node_modules"), { recursive: true, encoding: "utf8" });
        const copies = modules.filter((file) => /@pulumi[/\\]pulumi[/\\]package\.json$/.test(file));
        assert.equal(copies.length, 1, copies.join("\n"));
    });

    it("passes publint", async () => {
        const { publint } = await import("publint");
        const { messages } = await publint({
            pkgDir: join(project.folder, "node_modules", "pulumi-iot-kafka"),
            strict: true,
        });
        assert.deepEqual(messages, []);
    });

    it("passes are-the-types-wrong", async () => {
        const cli = require.resolve("@arethetypeswrong/cli/package.json");
        const [tarball] = readdirSync(project.folder).filter((file) => file.endsWith(".tgz"));
        const { code, stdout } = await project.run(process.execPath, join(cli, "..", "dist", "index.js"), tarball!);
        assert.equal(code, 0, stdout);
    });
});
