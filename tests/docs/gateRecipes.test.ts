import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { blocks, pages } from "../support/pages";

const root = resolve(__dirname, "..", "..");
const folder = join(root, "examples", "policy-gate-ci", ".github", "workflows");

interface Workflow {
    readonly name: unknown;
    readonly on: unknown;
    readonly jobs: Readonly<Record<string, { readonly "runs-on": unknown; readonly steps: readonly Step[] }>>;
}
type Step = Readonly<Record<string, unknown>>;

const [onPage, gitLab] = pages()
    .filter(({ file }) => file === "docs/policies/recipes.md")
    .flatMap(blocks)
    .filter(({ language }) => language === "yaml")
    .map(({ text }) => text);
const WORKFLOWS: Readonly<Record<string, string>> = {
    "docs/policies/recipes.md": onPage!,
    ...Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), "utf8")])),
};

/** What a workflow, a job and a step of GitHub Actions may hold. */
const OF_WORKFLOW = "name run-name on permissions env defaults concurrency jobs".split(" ");
const OF_JOB =
    "name needs permissions if runs-on environment concurrency outputs env defaults steps timeout-minutes strategy continue-on-error container services".split(
        " ",
    );
const OF_STEP = "id if name uses run working-directory shell with env continue-on-error timeout-minutes".split(" ");

function onlyOf(known: readonly string[], value: object): void {
    for (const key of Object.keys(value)) assert.ok(known.includes(key), `${key} is none of ${known.join(", ")}`);
}

for (const [where, text] of Object.entries(WORKFLOWS)) {
    describe(`the workflow in ${where}`, () => {
        const workflow = parse(text) as Workflow;
        const jobs = Object.values(workflow.jobs);
        const steps = jobs.flatMap((job) => job.steps);

        it("has what GitHub asks of a workflow, its jobs and their steps, and nothing else", () => {
            onlyOf(OF_WORKFLOW, workflow);
            assert.equal(workflow.on, "pull_request");
            for (const job of jobs) {
                onlyOf(OF_JOB, job);
                assert.equal(typeof job["runs-on"], "string");
            }
            for (const step of steps) {
                onlyOf(OF_STEP, step);
                assert.equal("run" in step, !("uses" in step), JSON.stringify(step));
                assert.equal("with" in step && "run" in step, false, JSON.stringify(step));
            }
        });

        it("takes actions of a version, the checkout before Pulumi and Pulumi before the preview", () => {
            const order = steps.map(({ uses, run }) => String(uses ?? run));
            for (const { uses } of steps) if (uses) assert.match(String(uses), /^[\w-]+\/[\w-]+@v\d+$/);
            const at = (start: string) => order.findIndex((one) => one.startsWith(start));
            assert.ok(at("actions/checkout@") === 0 && at("pulumi/actions@") > 0);
            assert.ok(at("npm ci") > 0 && at("pulumi preview ") > Math.max(at("npm ci"), at("pulumi/actions@")));
        });

        it("reads nothing but secrets and variables of the repository", () => {
            for (const [, expression] of text.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)) {
                assert.match(expression!, /^(secrets|vars)\.[A-Z_]+$/);
            }
        });
    });
}

describe("the pipeline of GitLab", () => {
    const jobs = Object.values(parse(gitLab!) as Record<string, Record<string, unknown>>);

    it("has a job with an image, lines to run and the condition of a merge request", () => {
        assert.equal(jobs.length, 1);
        const [job] = jobs;
        onlyOf(["image", "rules", "variables", "script"], job!);
        assert.equal(typeof job!.image, "string");
        assert.ok((job!.script as unknown[]).every((line) => typeof line === "string"));
        assert.deepEqual(job!.rules, [{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }]);
        for (const value of Object.values(job!.variables as object)) assert.equal(typeof value, "string");
    });
});

describe("the recipes", () => {
    it("are ten lines each, or a few more", () => {
        const page = pages().find(({ file }) => file === "docs/policies/recipes.md")!;
        for (const { text, line } of blocks(page)) assert.ok(text.split("\n").length <= 12, `line ${line}`);
    });
});
