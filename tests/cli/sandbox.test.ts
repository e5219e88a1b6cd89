import assert from "node:assert/strict";
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { call, iotKafka, outside, ROOT, snapshot } from "./program";

const RULE = `
    const { Config } = require("@pulumi/pulumi");
    const { KafkaTopicRule } = require("pulumi-iot-kafka");
    const config = new Config();
    const account = "arn:aws:iam::602911837465:role/reader";
    const secret = { secretId: "AmazonMSK_plant", roleArn: account };
    const rule = new KafkaTopicRule("telemetry", {
        sql: "SELECT * FROM 'devices/+/telemetry'",
        topic: "telemetry",
        acks: config.get("acks"),
        destinationArn: "arn:aws:iot:us-east-1:602911837465:ruledestination/vpc/1f2e3d4c-5b6a-4978-8695-a4b3c2d1e0f9",
        bootstrapServers: "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096",
        authentication: {
            mode: "SCRAM-SHA-512",
            username: { ...secret, key: "username" },
            password: { ...secret, key: "password" },
        },
    });
    console.log("\\u001b[36mcoloured by the program\\u001b[0m");
    exports.region = new Config("aws").require("region");
    exports.note = config.get("note");
    exports.ruleName = rule.ruleName;`;

const LOGS = `
    const { LogGroup } = require("@pulumi/aws/cloudwatch");
    const { RandomId } = require("@pulumi/random");
    const id = new RandomId("id", { byteLength: 4 });
    exports.name = new LogGroup("logs", { name: id.hex.apply((hex) => "plant-" + hex), retentionInDays: 7 }).name;`;

const CLOSING = (pack: string) =>
    new RegExp(`^ +iot-kafka-${pack}: judged \\d+, undetermined \\d+, not judged \\d+$`, "m");

describe("iot-kafka sandbox", function () {
    this.timeout(180_000);
    const folder = outside();
    let plant: string;
    before(() => {
        plant = folder.program("plant", {
            "index.js": RULE,
            "Pulumi.dev.yaml": "encryptionsalt: v1:c29tZWJvZHk=:v1:else\nconfig:\n  plant:note: kept\n",
        });
    });
    after(async () => {
        await iotKafka(["sandbox", "destroy", plant]);
        folder.remove();
    });

    it("previews a program outside of the checkout with both packs, twice at once, and writes nothing into it", async () => {
        const before = snapshot(plant);
        const [one, other] = await Promise.all([
            iotKafka(["sandbox", "preview", plant], { folder: folder.path }),
            iotKafka(["sandbox", "preview", "."], { folder: plant, environment: { AWS_REGION: "eu-west-1" } }),
        ]);
        for (const { code, stdout, stderr } of [one, other]) {
            assert.equal(code, 0, stdout + stderr);
            assert.match(stdout, /\+ +aws:iot:TopicRule +telemetry/);
            assert.match(stdout, CLOSING("required"));
            assert.match(stdout, CLOSING("recommended"));
            assert.match(stdout, /stand-in/);
            assert.match(stdout, /region *: "us-east-1"/);
            assert.match(stdout, /note *: "kept"/);
            assert.match(stdout, /coloured by the program/);
            assert.doesNotMatch(stdout + stderr, /\$PATH|\[\d+m/);
        }
        assert.deepEqual(snapshot(plant), before);
    });

    it("exits 1 when Pulumi refuses, and keeps --config for that run only", async () => {
        const config = ["--config", "acks=2", "--config=aws:region=eu-west-1"];
        const refused = await iotKafka(["sandbox", "preview", plant, ...config]);
        assert.equal(refused.code, 1);
        assert.match(refused.stdout, /acks-value/);
        assert.match(refused.stdout, /\backs\b.*\bfix\b/is);
        const json = await iotKafka(["sandbox", "preview", plant, "--format", "json"]);
        assert.equal(json.code, 0, json.stdout);
        const document = JSON.parse(json.stdout) as Record<string, unknown>;
        assert.deepEqual(Object.keys(document), [
            "operation",
            "folder",
            "exitCode",
            "standIn",
            "changes",
            "policies",
            "diagnostics",
            "outputs",
            "errors",
        ]);
        assert.deepEqual((document.outputs as { region: string }).region, "us-east-1");
        const said = (document.diagnostics as readonly { message: string }[]).map(({ message }) => message).sort();
        assert.equal(said.length, 3, said.join("\n"));
        assert.match(
            said.join("\n"),
            /^coloured by the program\niot-kafka-recommended: judged .*\niot-kafka-required: judged /,
        );
    });

    it("updates a stack that stays until it is destroyed, and then nothing of it is left", async () => {
        const logs = folder.program("logs", { "index.js": LOGS });
        const made = await iotKafka(["sandbox", "up", logs]);
        assert.equal(made.code, 0, made.stdout);
        const again = await iotKafka(["sandbox", "up", logs, "--format", "json"]);
        const { changes, outputs } = JSON.parse(again.stdout) as { changes: object; outputs: { name: string } };
        assert.deepEqual([again.code, changes], [0, { same: 3 }]);
        assert.match(made.stdout, new RegExp(`name: "${outputs.name}"`));
        const gone = await iotKafka(["sandbox", "destroy", logs]);
        assert.equal(gone.code, 0, gone.stderr);
        assert.match(gone.stdout, /- 3 deleted/);
        assert.doesNotMatch(gone.stdout, /stack rm/);
        const nothing = await iotKafka(["sandbox", "destroy", logs]);
        assert.deepEqual([nothing.code, nothing.stderr], [0, `nothing is deployed from ${logs}\n`]);
    });

    it("passes an interrupt on to Pulumi, and ends with it", async () => {
        const endless = folder.program("endless", {
            "index.js": `console.log("waiting"); setInterval(() => {}, 1000); module.exports = new Promise(() => {});`,
        });
        const { code, stdout } = await iotKafka(["sandbox", "preview", endless], { interruptAt: "waiting" });
        assert.equal(code, 1);
        assert.match(stdout, /cancel/i);
        await iotKafka(["sandbox", "destroy", endless]);
    });

    describe("bin", () => {
        const literal = ["preview", "--stack", "dev", "--non-interactive", "--color", "never"];
        const settings = (bin: string) => ({
            PATH: bin + delimiter + process.env.PATH,
            PULUMI_HOME: join(folder.path, "home"),
            PULUMI_BACKEND_URL: `file://${folder.path}`,
            PULUMI_CONFIG_PASSPHRASE: "",
            PULUMI_SKIP_UPDATE_CHECK: "true",
        });

        it("prints the folder with which the literal pulumi runs a pack", async () => {
            const printed = await iotKafka(["sandbox", "bin"]);
            assert.equal(printed.code, 0);
            const bin = printed.stdout.trimEnd();
            const options = { folder: join(ROOT, "examples", "raw-rule"), environment: settings(bin) };
            const project = folder.program("stack", { "Pulumi.yaml": "name: raw-rule\nruntime: nodejs\n" });
            await call("pulumi", ["stack", "init", "dev", "--no-select"], { ...options, folder: project });
            const config = ["--config-file", join(project, "Pulumi.dev.yaml"), "--config", "aws:region=us-east-1"];
            const packs = ["--policy-pack", "../../policies/required"];
            const { code, stdout } = await call("pulumi", [...literal, ...config, ...packs], options);
            assert.notEqual(code, 0);
            assert.match(stdout, CLOSING("required"));
            assert.match(stdout, /\[mandatory\]/);
        });

        it("leaves the language host to an installed Pulumi that brings its own", async () => {
            const built = (await iotKafka(["sandbox", "bin"])).stdout.trimEnd();
            const installed = join(folder.path, "installed");
            mkdirSync(installed);
            place(realpathSync(join(built, "pulumi")), join(installed, "pulumi"));
            place(join(built, "pulumi-language-nodejs"), join(installed, "pulumi-language-nodejs"));
            const environment = {
                IOT_KAFKA_CACHE: join(folder.path, "cache"),
                PATH: installed + delimiter + process.env.PATH,
            };
            const bin = (await iotKafka(["sandbox", "bin"], { environment })).stdout.trimEnd();
            assert.deepEqual(readdirSync(bin).sort(), ["pulumi", "pulumi-resource-aws", "pulumi-resource-random"]);
            assert.ok(!existsSync(join(folder.path, "cache", "engine")));
            const small = folder.program("small", { "index.js": "exports.done = true;" });
            const { code, stdout } = await iotKafka(["sandbox", "preview", small], { environment });
            assert.equal(code, 0, stdout);
            assert.match(stdout, /done: true/);
        });
    });
});

function place(file: string, target: string): void {
    try {
        linkSync(file, target);
    } catch {
        copyFileSync(file, target);
    }
}
