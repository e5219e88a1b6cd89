import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { required } from "../../../policies/packs";
import { call, type Ended } from "../../cli/program";
import { ROOT } from "../../support/programs";
import { type Cloud, openCloud } from "./cloud";
import { ruleWith } from "./mistakes";
import { gitHubJob, gitLabJob, type Job, openRunner, type Runner, recipes } from "./recipes";
import { reportsIn } from "./reports";

const FILE = join(ROOT, "examples/policy-gate-ci/.github/workflows/policy-gate.yml");
const WORKFLOW = gitHubJob(readFileSync(FILE, "utf8"));
const [gitHub, gitLab] = recipes("yaml");
const GITHUB = runOnly(gitHubJob(gitHub!.text));
const GITLAB = runOnly(gitLabJob(gitLab!.text));

/** The workflow's own configuration makes an error action mandatory, which this one lacks. */
const CORRECT = ruleWith({}, {}, { name: "plant_correct", errorAction: undefined });
const VIOLATING = ruleWith({}, { acks: "2" }, { name: "plant_violating" });

describe("the recipes for a gate", function () {
    this.timeout(600_000);
    let runner: Runner;
    let cloud: Cloud;
    let published: Ended;
    /** What a job did with each program. */
    const runs: Record<"correct" | "violating", Record<"page" | "workflow" | "gate", Ended>> = Object.create(null);

    before(async () => {
        runner = await openRunner();
        cloud = await openCloud("my-organization");
        // Both recipes of the page run the same, so that one run is that of both.
        assert.deepEqual(GITLAB, GITHUB);
        const gate = { lines: [`node ${join(ROOT, "examples/automation-api/gate.js")} . dev`], variables: {} };
        const lane = async (name: keyof typeof runs, rule: object) => {
            const program = await runner.program(name, rule);
            const page = await runner.run(program, GITHUB);
            // What npm installed is there from now on.
            runs[name] = {
                page,
                workflow: name === "correct" ? await runner.run(program, WORKFLOW) : page,
                gate: await runner.run(program, gate),
            };
        };
        await Promise.all([lane("correct", CORRECT), lane("violating", VIOLATING)]);
        published = await publish(runner, cloud);
    });
    after(() => {
        cloud?.close();
        runner?.remove();
    });

    const mandatoryIn = ({ stdout }: Ended) =>
        reportsIn(stdout)
            .filter(({ level }) => level === "mandatory")
            .map(({ policy }) => policy);

    it("of GitHub Actions and GitLab pass a correct program", () => {
        const { code, stdout, stderr } = runs.correct.page;
        assert.equal(code, 0, stdout + stderr);
        assert.match(stdout, /^npm ci$/m);
        assert.match(stdout, / iot-kafka-required: judged 1,/);
    });

    it("of GitHub Actions and GitLab fail for a violation", () => {
        assert.notEqual(runs.violating.page.code, 0);
        assert.deepEqual(mandatoryIn(runs.violating.page), ["acks-value"]);
    });

    it("follow the configuration of the whole workflow", () => {
        assert.notEqual(runs.correct.workflow.code, 0);
        assert.deepEqual(mandatoryIn(runs.correct.workflow), ["error-action-present"]);
    });

    describe("of the Automation API", () => {
        it("is a part of its example", () => {
            const program = readFileSync(join(ROOT, "examples/automation-api/gate.js"), "utf8");
            assert.ok(program.includes(recipes("js")[1]!.text));
        });

        it("passes a correct program", () => {
            const { code, stdout, stderr } = runs.correct.gate;
            assert.equal(code, 0, stdout + stderr);
            assert.match(stdout, / found, 0 of them mandatory$/m);
        });

        it("fails for a violation, which it prints", () => {
            const { code, stdout } = runs.violating.gate;
            assert.equal(code, 1);
            assert.match(stdout, /^\[mandatory\] acks-value \(rule\)$/m);
            assert.match(stdout, /^kafkas\[0\]\.clientProperties\.acks$/m);
            assert.match(stdout, / found, 1 of them mandatory$/m);
        });
    });

    describe("of a policy group", () => {
        const asked = (method: string, end: RegExp) =>
            cloud.asked.filter((one) => one.method === method && end.test(one.path));

        it("runs to its end", () => assert.equal(published.code, 0, published.stdout + published.stderr));

        it("publishes a pack with our policies", () => {
            const [created] = asked("POST", /\/policypacks$/);
            const { name, policies } = JSON.parse(created!.body.toString()) as {
                name: string;
                policies: { name: string }[];
            };
            assert.equal(name, "plant");
            const names = new Set(policies.map((policy) => policy.name));
            const missing = required.filter((policy) => !names.has(policy.name)).map((policy) => policy.name);
            assert.deepEqual(missing, ["sql-version-functions"], "the one that the example leaves out");
            assert.equal(asked("POST", /\/versions\/1\.0\.0\/complete$/).length, 1);
        });

        it("uploads the folder, which names this package as what it needs", async () => {
            const archive = join(runner.folder, "pack.tgz");
            writeFileSync(archive, asked("PUT", /upload/)[0]!.body);
            const { stdout } = await call("tar", ["tzf", archive]);
            assert.deepEqual(stdout.trim().split("\n").sort(), [
                "package/PulumiPolicy.yaml",
                "package/README.md",
                "package/index.js",
                "package/package.json",
            ]);
            const manifest = readFileSync(join(ROOT, "examples/custom-pack/package.json"), "utf8");
            assert.ok("pulumi-iot-kafka" in (JSON.parse(manifest) as { dependencies: object }).dependencies);
        });

        it("makes the group, and puts the pack with its configuration into it", () => {
            const [made] = asked("POST", /\/policygroups$/);
            assert.equal((JSON.parse(made!.body.toString()) as { name: string }).name, "iot");
            const [changed] = asked("PATCH", /\/policygroups\/iot$/);
            const { addPolicyPack } = JSON.parse(changed!.body.toString()) as {
                addPolicyPack: Record<string, unknown>;
            };
            assert.equal(addPolicyPack.name, "plant");
            assert.ok("error-action-present" in (addPolicyPack.config as object));
        });
    });
});

/** A job without what only Pulumi Cloud asks for. */
function runOnly({ lines, variables: { PACKS } }: Job): Job {
    return { lines, variables: { PACKS: PACKS! } };
}

/** Follows the recipe for a policy group, in a copy of the examples. */
function publish({ folder, run }: Runner, { address }: Cloud): Promise<Ended> {
    for (const name of ["custom-pack", "policy-gate-ci"])
        cpSync(join(ROOT, "examples", name), join(folder, "examples", name), { recursive: true });
    const environment = {
        PULUMI_BACKEND_URL: address,
        PULUMI_ACCESS_TOKEN: "of nobody",
        PULUMI_HOME: join(folder, "home"),
    };
    return run(folder, { lines: recipes("bash")[0]!.text.split("\n"), variables: {} }, environment);
}
