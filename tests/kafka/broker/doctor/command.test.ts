import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv from "ajv";
import type { DoctorReport } from "../../../../kafka/doctor";
import { call, ROOT } from "../../../cli/program";
import { STORE_PASSWORD } from "../lab/authority";
import { USER_PASSWORD } from "../lab/broker";
import { failuresIn } from "../lab/examineOne";
import type { Resolved } from "../lab/javaProperties";
import { type Lab, labOrSkip, MODES, type Mode } from "../lab/lab";
import { type RuleSettings, writeRule } from "../lab/ruleFiles";
import { changed } from "./mistake";

const validate = new Ajv({ allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(join(ROOT, "docs/schemas/doctor.json"), "utf8")) as object,
);

describe("the doctor as one file, in a folder with nothing else", () => {
    let lab: Lab;
    let folder: string;
    before(async function () {
        lab = await labOrSkip(this);
        await lab.topic("alone", 2);
        folder = mkdtempSync(join(tmpdir(), "iot-kafka-doctor-"));
        copyFileSync(join(ROOT, "dist/cli/commands/doctor.js"), join(folder, "doctor.js"));
    });
    after(() => folder && rmSync(folder, { recursive: true, force: true }));

    const run = (options: readonly string[], environment: NodeJS.ProcessEnv = {}, node: readonly string[] = []) =>
        call(process.execPath, [...node, "doctor.js", ...options], { folder, environment });
    const runRule = (
        properties: Resolved,
        settings: RuleSettings,
        options: readonly string[] = [],
        environment: NodeJS.ProcessEnv = {},
        node: readonly string[] = [],
    ) => {
        writeRule(folder, properties, settings);
        return run(["--rule", "rule.json", "--secrets", "secrets.json", ...options], environment, node);
    };
    const json = (text: string): DoctorReport => {
        const report = JSON.parse(text) as DoctorReport;
        assert.ok(validate(report), JSON.stringify(validate.errors));
        return report;
    };

    for (const mode of MODES) {
        it(`lets records arrive by ${mode}, and sends none`, async () => {
            const { code, stdout, stderr } = await runRule(lab.modes[mode], { topic: "alone" }, ["--format", "json"]);
            const report = json(stdout);
            assert.deepEqual(failuresIn(report), []);
            assert.deepEqual([report.ok, code, stderr], [true, 0, ""]);
            const steps = new Set(report.steps.map(({ step }) => step));
            for (const step of [
                "properties",
                "secrets",
                "truststore",
                "dns",
                "tcp",
                "tls",
                "metadata",
                "topic",
            ] as const)
                assert.ok(steps.has(step), step);
            assert.equal(steps.has("produce"), false);
            assert.deepEqual(await recordsIn(lab, "alone"), []);
        });
    }

    it("sends one record with --produce, and tells where it is", async () => {
        await lab.topic("sent");
        const settings = { topic: "sent", key: "press-17" };
        const { stdout } = await runRule(lab.modes["SCRAM-SHA-512"], settings, ["--format", "json", "--produce"]);
        const produced = json(stdout).steps.find(({ step }) => step === "produce");
        assert.match(produced!.cause, /partition 0, offset 0/);
        const [record, ...more] = await recordsIn(lab, "sent");
        assert.equal(Buffer.from(record!.key!, "base64").toString(), "press-17");
        assert.match(Buffer.from(record!.value!, "base64").toString(), /iot-kafka doctor/);
        assert.deepEqual(more, []);
    });

    it("sends with --produce also where the rule asks for no acknowledgement", async () => {
        await lab.topic("sent-0");
        const properties = changed(lab, "PLAIN", { acks: "0", "compression.type": "zstd" });
        const { stdout } = await runRule(properties, { topic: "sent-0" }, ["--format", "json", "--produce"]);
        assert.match(json(stdout).steps.find(({ step }) => step === "produce")!.cause, /offset 0/);
    });

    it("tells of each of several actions, and leaves to messages what they decide", async () => {
        const { kafka } = writeRule(folder, lab.modes.PLAIN, { topic: "no-such-topic" });
        const settings = {
            topic: "$" + "{topic(2)}",
            before: [{ republish: { topic: "a", roleArn: "x" } }, { kafka }],
        };
        const { stdout, code } = await runRule(lab.modes.PLAIN, settings, ["--format", "json"]);
        const report = json(stdout);
        assert.equal(code, 1);
        const topics = report.steps.filter(({ step }) => step === "topic");
        assert.deepEqual(
            topics.map(({ action, ok, code: what }) => [action, ok, what]),
            [
                [0, false, "topic-unknown"],
                [1, null, "by-message"],
            ],
        );
    });

    it("goes on after what is wrong with the properties, and is not ok", async () => {
        const { stdout, code } = await runRule(changed(lab, "PLAIN", { acks: "all" }), { topic: "alone" }, [
            "--format",
            "json",
        ]);
        const report = json(stdout);
        assert.deepEqual([report.ok, code], [false, 1]);
        assert.deepEqual(
            failuresIn(report).map(({ step, code: what, target }) => [step, what, target]),
            [["properties", "acks-value", "actions[0].kafka.clientProperties.acks"]],
        );
        assert.equal(report.steps.find(({ step }) => step === "topic")?.ok, true);
    });

    it("says it to people in text, with the fix", async () => {
        const wrong = changed(lab, "SCRAM-SHA-512", { "sasl.scram.password": "not-the-password" });
        const { stdout, code } = await runRule(wrong, { topic: "alone" });
        assert.equal(code, 1);
        assert.match(stdout, /^FAIL {2}sasl +localhost:\d+ {2}login-refused$/m);
        assert.match(stdout, /^ +fix: ./m);
        assert.match(stdout, /^Records do not arrive: /m);
        assert.equal(stdout.includes("\u001b"), false);
    });

    it("wants --secrets only where a template names one", async () => {
        writeRule(folder, lab.modes.PLAIN, { topic: "alone" });
        const { code, stderr } = await run(["--rule", "rule.json"]);
        assert.equal(code, 64);
        assert.match(stderr, /--secrets/);
        writeFileSync(
            join(folder, "rule.json"),
            readFileSync(join(folder, "rule.json"), "utf8").replace(/\$\{get_secret[^"]*/g, "x"),
        );
        assert.equal((await run(["--rule", "rule.json", "--timeout", "2000"])).code, 1);
    });

    it("tells clocks that are too far apart", async () => {
        const skew = join(folder, "skew.js");
        writeFileSync(
            skew,
            `const real = Date.now, Real = Date, ahead = 20 * 60 * 1000;
             globalThis.Date = class extends Real {
                 constructor(...args) { if (args.length) super(...args); else super(real() + ahead); }
                 static now() { return real() + ahead; }
             };`,
        );
        const principal = "skewed/client.lab";
        const properties = changed(lab, "GSSAPI", {
            "sasl.kerberos.principal": principal,
            "sasl.kerberos.keytab": lab.kdc.keytab(principal, undefined, "+requires_preauth").toString("base64"),
        });
        const right = await runRule(properties, { topic: "alone" }, ["--format", "json"]);
        assert.deepEqual(failuresIn(json(right.stdout)), []);
        const { stdout, code } = await runRule(properties, { topic: "alone" }, ["--format", "json"], {}, ["-r", skew]);
        const failures = failuresIn(json(stdout));
        assert.equal(code, 1);
        assert.deepEqual([...new Set(failures.map(({ code: what }) => what))], ["kdc-clock-skew"]);
        assert.match(failures[0]!.cause, /1200 seconds ahead|119\d seconds ahead|120\d seconds ahead/);
    });

    for (const mode of MODES) {
        it(`prints no secret of ${mode}, whatever is turned on`, async () => {
            const loud = {
                DEBUG: "*",
                NODE_DEBUG: "net,tls,http,https,stream,module,dns,crypto",
                KAFKAJS_LOG_LEVEL: "debug",
                KAFKAJS_DEBUG_PROTOCOL_BUFFERS: "1",
            };
            for (const properties of [lab.modes[mode], spoilt(lab, mode)]) {
                for (const format of ["text", "json"]) {
                    const options = ["--format", format, "--timeout", "4000"];
                    const { stdout, stderr, code } = await runRule(properties, { topic: "alone" }, options, loud);
                    assert.equal(code, properties === lab.modes[mode] ? 0 : 1);
                    assert.match(stdout, /truststore/);
                    for (const secret of secretsIn(properties)) {
                        assert.equal(stdout.includes(secret), false, `${format}: ${stdout.slice(0, 400)}`);
                        assert.equal(stderr.includes(secret), false, "on standard error");
                    }
                }
            }
        });
    }
});

/** The same, refused: what is said of a failure is longer. */
function spoilt(lab: Lab, mode: Mode): Resolved {
    const wrong = "w0rd-nobody-must-read";
    if (mode === "mTLS") return changed(lab, mode, { "ssl.key.password": wrong });
    if (mode === "GSSAPI") return changed(lab, mode, { "sasl.kerberos.keytab": Buffer.from(wrong).toString("base64") });
    return changed(lab, mode, { [mode === "PLAIN" ? "sasl.plain.password" : "sasl.scram.password"]: wrong });
}

function secretsIn(properties: Resolved): string[] {
    const names = /password$|^ssl\.keystore$|keytab$/;
    const values = Object.entries(properties).filter(([name]) => names.test(name));
    const all = [STORE_PASSWORD, USER_PASSWORD, ...values.map(([, value]) => value)];
    return all.flatMap((value) => [value, JSON.stringify(value).slice(1, -1), value.slice(0, 40)]);
}

async function recordsIn(lab: Lab, topic: string) {
    const { records, error } = await lab.java.ask({ do: "consume", topic, properties: lab.plaintext });
    assert.equal(error, undefined);
    return records!;
}
