import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Completed, openSandbox, packageRoot, type Sandbox } from "../../../sandbox";
import { temporaryFolder } from "../engine/fakePulumi";

/** Programs of the smallest kind, run by the real engine through our language host. */
describe("the language host", () => {
    const folder = temporaryFolder();
    let sandbox: Sandbox;
    before(async () => {
        // With a cache of its own, so that the programs' stacks go with their folders.
        const { binFolder } = await openSandbox();
        const PATH = binFolder + delimiter + process.env.PATH;
        sandbox = await openSandbox({
            environment: {
                ...process.env,
                PATH,
                IOT_KAFKA_CACHE: join(folder.path, "cache"),
                // Whoever runs all tests has types checked elsewhere.
                PULUMI_NODEJS_TRANSPILE_ONLY: undefined,
            },
        });
    });
    after(() => folder.remove());

    function program(name: string, files: Readonly<Record<string, string>>): string {
        const path = join(folder.path, name);
        mkdirSync(path);
        symlinkSync(join(packageRoot(), "node_modules"), join(path, "node_modules"), "junction");
        const all = { "Pulumi.yaml": `name: ${name}\nruntime: nodejs\n`, "package.json": "{}", ...files };
        Object.entries(all).forEach(([file, text]) => writeFileSync(join(path, file), text));
        return path;
    }

    async function preview(path: string, config: Readonly<Record<string, string>> = {}): Promise<Completed> {
        return sandbox.preview(path, { config, args: ["--color", "never"] });
    }

    it("gives a program its settings, its configuration and its streams", async () => {
        const path = program("settings", {
            "Pulumi.yaml":
                "name: settings\nruntime: { name: nodejs, options: { typescript: false, nodeargs: --no-warnings } }\n",
            "index.js": `
                const { Config, getProject, getStack, runtime } = require("@pulumi/pulumi");
                console.log("said on stdout");
                console.error("said on stderr");
                exports.settings = {
                    project: getProject(), stack: getStack(), preview: runtime.isDryRun(), folder: process.cwd(),
                    topic: new Config().get("topic"), region: new Config("aws").get("region"),
                    typescript: Boolean(require.extensions[".ts"]), nodeArgs: process.execArgv,
                };
                exports.secret = new Config().requireSecret("topic");`,
        });
        const { exitCode, stdout } = await preview(path, { topic: "orders" });
        assert.equal(exitCode, 0, stdout);
        assert.match(stdout, /^ {4}said on stdout$/m);
        assert.match(stdout, /^ {4}said on stderr$/m);
        for (const line of [
            `folder *: "${path}"`,
            'nodeArgs *: \\[\\s*\\[0\\]: "--no-warnings"',
            "preview *: true",
            'project *: "settings"',
            'region *: "us-east-1"',
            'stack *: "dev"',
            'topic *: "orders"',
            "typescript: false",
            "secret *: \\[secret\\]",
        ]) {
            assert.match(stdout, new RegExp(line));
        }
    });

    it("compiles TypeScript, starts at the package's main, and reports a type error once", async () => {
        const path = program("typed", {
            "package.json": JSON.stringify({ main: "start.ts" }),
            "start.ts": "export const count: number = 'many';\n",
        });
        const { exitCode, stdout } = await preview(path);
        assert.notEqual(exitCode, 0);
        assert.equal(stdout.match(/start\.ts\(1,14\): error TS2322/g)?.length, 1, stdout);
        assert.doesNotMatch(stdout, /exited with/);
    });

    it("leaves an error to the program that has reported it", async () => {
        const { exitCode, stdout } = await preview(program("failing", { "index.js": "throw new Error('no brokers')" }));
        assert.notEqual(exitCode, 0);
        assert.match(stdout, /error: Running program .* failed with an unhandled exception:\n.*Error: no brokers/s);
        assert.doesNotMatch(stdout, /exited with/);
    });

    it("reports a program that ends without a word", async () => {
        const { exitCode, stdout } = await preview(program("silent", { "index.js": "process.exit(3)" }));
        assert.notEqual(exitCode, 0);
        assert.match(stdout, /Program exited with non-zero exit code: 3/);
    });

    it("says what is missing in a folder without dependencies, and which option is wrong", async () => {
        const path = join(folder.path, "bare");
        mkdirSync(path);
        const environment = { PULUMI_BACKEND_URL: `file://${folder.path}` };
        const pulumi = (...args: readonly string[]) => sandbox.run(args, { cwd: path, environment });
        writeFileSync(join(path, "Pulumi.yaml"), "name: bare\nruntime: nodejs\n");
        await pulumi("stack", "init", "dev", "--non-interactive");
        const { stdout } = await pulumi("preview", "--stack", "dev", "--non-interactive");
        assert.match(stdout, /@pulumi\/pulumi cannot be found from .*bare: .*npm install/);
        const options = "name: bare\nruntime: { name: nodejs, options: { typescript: maybe } }\n";
        writeFileSync(join(path, "Pulumi.yaml"), options);
        const wrong = await pulumi("preview", "--stack", "dev", "--non-interactive");
        assert.match(wrong.stdout, /The runtime option typescript is "maybe"; it must be true or false\./);
    });
});
