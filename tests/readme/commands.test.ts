import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openSandbox, type Sandbox } from "../../sandbox";
import { type Block, blocks, pages } from "../support/pages";

const root = resolve(__dirname, "..", "..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };

/**
 * Commands that would start this test again, or replace what it runs on: what they name must exist. Installing the package
 * is what tests/package does, and tests/examples deploys what two pages only preview.
 */
const NOT_RUN =
    /^npm (ci|test|run (check|docs|bench|pack|release)|install pulumi-iot-kafka|run preview -- examples\/(quickstart|shared-cluster-many-rules))\b/;

/** A command, and what the page says that it prints: the block after it, when that is marked as `text output`. */
interface Command extends Block {
    readonly printed?: string;
}

const commands = pages()
    .flatMap((page) => blocks(page).map((block, index, all): Command => ({ ...block, ...printedBy(all[index + 1]) })))
    .filter(({ language }) => language === "sh");

function printedBy(next: Block | undefined): Pick<Command, "printed"> {
    return next?.language === "text" && next.note === "output" ? { printed: next.text } : {};
}

describe("the commands on the pages", function () {
    this.timeout(300_000);
    let sandbox: Sandbox;
    let folder: string;
    let environment: NodeJS.ProcessEnv;
    const shown = new Map<string, ReturnType<typeof shell>>();
    // A new stack leaves its salt in the program's folder, where the next sandbox run would find it.
    const settings = join(root, "Pulumi.dev.yaml");
    const hadSettings = existsSync(settings);

    before(async () => {
        sandbox = await openSandbox();
        folder = mkdtempSync(join(tmpdir(), "iot-kafka-readme-"));
        environment = {
            ...sandbox.environment,
            PATH: `${join(root, "node_modules", ".bin")}:${sandbox.environment.PATH}`,
            PULUMI_BACKEND_URL: `file://${folder}`,
            PULUMI_HOME: join(folder, "home"),
            AWS_REGION: "us-east-1",
        };
        const { exitCode, stderr } = await sandbox.run(["stack", "init", "dev"], { cwd: root, environment });
        assert.equal(exitCode, 0, stderr);
    });

    after(() => {
        rmSync(folder, { recursive: true, force: true });
        if (!hadSettings) rmSync(settings, { force: true });
    });

    for (const block of commands) {
        const lines = block.text.split("\n").map((line) => line.replace(/^npm ci && (?!npm test)/, ""));
        const run = lines.filter((line) => !NOT_RUN.test(line)).join("\n");
        const named = lines.filter((line) => NOT_RUN.test(line));
        const exit = Number(/exit=(\d+)/.exec(block.note)?.[1] ?? 0);

        if (named.length > 0) {
            it(`name scripts that exist (${title(block)})`, () => {
                for (const line of named) {
                    for (const [, script] of line.matchAll(/npm (?:run )?(test|check|docs|bench)\b/g))
                        assert.ok(scripts[script!], line);
                }
            });
        }
        if (run.trim() !== "") {
            it(`end with ${exit} (${title(block)}): ${run.split("\n")[0]}`, async () => {
                // Several pages show the same command.
                const ended = shown.get(run) ?? shell(run, environment);
                shown.set(run, ended);
                const { code, output } = await ended;
                assert.equal(code, exit, output);
                if (block.printed !== undefined) assert.ok(output.includes(block.printed), output);
            });
        }
    }

    it("begin with the test line that CI runs", () => {
        const readme = commands.filter(({ file }) => file === "README.md").map(({ text }) => text);
        assert.ok(readme.includes("npm ci && npm run preview"));
        assert.ok(readme.includes("npm ci && npm test"));
        assert.match(readFileSync(join(root, ".ci", "run"), "utf8"), /^npm ci && npm test$/m);
    });
});

function title({ file, line }: Block): string {
    return `${file}:${line}`;
}

function shell(script: string, environment: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
    return new Promise((done, fail) => {
        const child = spawn("bash", ["-euc", script], { cwd: root, env: environment });
        let output = "";
        child.stdout.on("data", (chunk) => {
            output += chunk;
        });
        child.stderr.on("data", (chunk) => {
            output += chunk;
        });
        child.on("error", fail);
        child.on("close", (code) => done({ code, output }));
    });
}
