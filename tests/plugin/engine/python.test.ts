import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Completed, openSandbox } from "../../../sandbox";
import { openTestStack } from "../../components/engine/testStack";
import { reportsIn } from "../../policies/engine/reports";
import { BOTH_PACKS } from "../../support/programs";
import { PLUGIN } from "../schema";
import { chosen, type Exported, resourcesIn, translated } from "./exported";
import { EXAMPLE, HOW_TO_GET_PYTHON, pythonWithPulumi, runPython } from "./python";

const WRONG = `
from iotkafka import IotKafkaPipeline

def pipeline():
    IotKafkaPipeline("telemetry", {
        "sql": "SELECT * FROM 'devices/+/telemetry'", "topic": "telemetry", "newNetwork": True,
        "acks": "2", "kafka": {"credentials": {"mode": "GSSAPI"}},
    })
`;

const ALARMS = "aws:sns/topic:Topic";
const SEVERAL = `
from iotkafka import PipelineAlarms

def pipeline():
    PipelineAlarms("first", {"ruleName": "telemetry", "dashboard": {"none": True}})
    PipelineAlarms("second", {"ruleName": "telemetry", "dashboard": {"none": True}})
`;

describe("a Python program that uses the plugin", function () {
    this.timeout(10 * 60_000);
    let folder: string;
    let up: Completed;
    let refused: Completed;
    let failed: Completed;
    let python: ReadonlyMap<string, Exported>;
    let typescript: ReadonlyMap<string, Exported>;

    before(async function () {
        const executable = pythonWithPulumi();
        if (executable === undefined) {
            console.log(`  skipped: ${HOW_TO_GET_PYTHON}`);
            this.skip();
        }
        folder = mkdtempSync(join(tmpdir(), "iot-kafka-python-"));
        const program = join(folder, "program");
        cpSync(EXAMPLE, program, { recursive: true });
        const project = join(program, "Pulumi.yaml");
        writeFileSync(project, readFileSync(project, "utf8").replace("../../plugin", PLUGIN));
        mkdirSync(join(folder, "state"));
        const sandbox = await openSandbox();
        const environment = {
            ...sandbox.environment,
            PULUMI_BACKEND_URL: pathToFileURL(join(folder, "state")).href,
            IOT_KAFKA_SANDBOX_ACCOUNT_FILE: join(folder, "account.json"),
        };
        const runWith = (added: NodeJS.ProcessEnv, ...args: string[]) =>
            runPython(executable, ["automation.py", ...args], {
                cwd: program,
                environment: { ...environment, ...added },
            });
        const run = (...args: string[]) => runWith({}, ...args);

        up = await run("up", ...BOTH_PACKS);
        assert.equal(up.exitCode, 0, up.stdout + up.stderr);
        const exported = ["stack", "export", "--stack", "dev", "--show-secrets"];
        python = resourcesIn((await sandbox.run(exported, { cwd: program, environment })).stdout);
        writeFileSync(join(program, "pipeline.py"), WRONG);
        refused = await run("preview");
        writeFileSync(join(program, "pipeline.py"), SEVERAL);
        const fault = { operation: "create", match: ALARMS, error: "AuthorizationError: no" };
        failed = await runWith({ IOT_KAFKA_SANDBOX_FAULTS: JSON.stringify(fault) }, "up");

        const twin = await openTestStack("../plugin/pipeline");
        try {
            const { exitCode, stdout, stderr } = await twin.pulumi("up", "--yes", "--skip-preview");
            assert.equal(exitCode, 0, stdout + stderr);
            typescript = resourcesIn((await twin.pulumi("stack", "export", "--show-secrets")).stdout);
        } finally {
            twin.close();
        }
    });
    after(() => folder && rmSync(folder, { recursive: true, force: true }));

    it("makes a whole pipeline, of which neither pack finds anything", () => {
        assert.deepEqual(reportsIn(up.stdout), []);
        assert.match(up.stdout, /iot-kafka-required: judged \d+, undetermined/);
        assert.match(up.stdout, /iot-kafka-recommended: judged \d+, undetermined/);
        assert.match(up.stdout, /\+ 49 created/);
    });

    it("gets the outputs of the component", () => {
        assert.match(up.stdout, /bootstrapServers: "b-1\.[^"]+:9096/);
        assert.match(up.stdout, /ruleName {8}: "consume_python_dev_telemetry"/);
        assert.match(up.stdout, /alarmTopicArn {3}: "arn:aws:sns:/);
    });

    it("makes the same resources as the program in TypeScript, under the same names and parents", () => {
        assert.ok(typescript.size > 45, `${typescript.size} resources`);
        assert.deepEqual([...python.keys()].sort(), [...typescript.keys()].sort());
        for (const [urn, { parent }] of python) assert.equal(parent, typescript.get(urn)!.parent, urn);
    });

    it("gives them the same inputs, secrets marked alike", () => {
        const pairs = chosen(python, typescript);
        for (const [urn, { inputs }] of python) {
            assert.deepEqual(translated(inputs, pairs), typescript.get(urn)!.inputs, urn);
        }
    });

    it("makes them in the same order", () => {
        // In another language an output of a component hangs on the component as well.
        const own = (urns: readonly string[] = []) => urns.filter((urn) => !/iotkafka:index:\w+::/.test(urn)).sort();
        for (const [urn, { dependencies }] of python) {
            assert.deepEqual(own(dependencies), own(typescript.get(urn)!.dependencies), urn);
        }
    });

    it("is told everything wrong with its arguments at once, without a trace of the plugin's", () => {
        assert.equal(refused.exitCode, 1, refused.stdout);
        assert.match(refused.stdout, /'telemetry' has a problem: The arguments of telemetry have 2 mistakes:\n/);
        assert.match(refused.stdout, /\[mandatory\] acks-value at acks\n/);
        assert.match(refused.stdout, /\[mandatory\] argument-form at kafka\.credentials\.mode\n/);
        assert.doesNotMatch(refused.stdout + refused.stderr, /^\s+at .*\.[jt]s:\d+/m);
    });

    it("is told why a service fails, whichever of several components it is", () => {
        assert.equal(failed.exitCode, 1, failed.stdout);
        for (const name of ["first", "second"])
            assert.match(
                failed.stdout,
                new RegExp(`PipelineAlarms ${name}: the topic of Amazon SNS "${name}-alarms" could not`),
            );
        assert.doesNotMatch(failed.stdout, /already registered/);
    });
});
