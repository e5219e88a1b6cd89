import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv from "ajv";
import { iotKafka, ROOT } from "./program";

const validate = new Ajv({ allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(join(ROOT, "docs/schemas/doctor.json"), "utf8")) as object,
);

const GET_SECRET = "$" + "{get_secret('keys', 'SecretBinary', 'arn:aws:iam::210987654321:role/reads')}";

/** A rule with one Kafka action; nothing of it can be reached. */
function rule(change: Readonly<Record<string, unknown>> = {}): string {
    const clientProperties = {
        "bootstrap.servers": "127.0.0.1:9011",
        "security.protocol": "SASL_SSL",
        "sasl.mechanism": "SCRAM-SHA-512",
        "sasl.scram.username": "alice",
        "sasl.scram.password": "w0rd-nobody-must-read",
        ...change,
    };
    const destinationArn =
        "arn:aws:iot:eu-west-1:210987654321:ruledestination/vpc/a1b2c3d4-5678-90ab-cdef-111122223333";
    const kafka = { destinationArn, topic: "telemetry", clientProperties };
    return JSON.stringify({ sql: "SELECT * FROM 'a'", awsIotSqlVersion: "2016-03-23", actions: [{ kafka }] });
}

describe("iot-kafka doctor", () => {
    const folder = mkdtempSync(join(tmpdir(), "iot-kafka-doctor-"));
    after(() => rmSync(folder, { recursive: true, force: true }));
    const file = (name: string, text: string): string => {
        writeFileSync(join(folder, name), text);
        return join(folder, name);
    };

    it("exits 64 with a sentence when it is called wrongly", async () => {
        const good = file("rule.json", rule());
        for (const [args, sentence] of [
            [[], "name the rule with --rule FILE"],
            [[good], `${good} belongs to no option: use --rule FILE`],
            [["--rule", good, "--rule", good], "one --rule at a time"],
            [["--rule", good, "--timeout", "soon"], '--timeout takes milliseconds from 100 to 600000, not "soon"'],
            [["--rule", good, "--timeout", "0"], '--timeout takes milliseconds from 100 to 600000, not "0"'],
            [["--rule", good, "--prodce"], "unknown option --prodce: did you mean --produce?"],
            [["--rule", good, "--format", "xml"], "unknown format xml: there are text, json"],
        ] as const) {
            const { code, stdout, stderr } = await iotKafka(["doctor", ...args]);
            assert.equal(code, 64, stderr);
            assert.equal(stdout, "");
            assert.ok(stderr.includes(sentence), stderr);
        }
    });

    it("needs --secrets only where the rule names a secret, and says so also in JSON", async () => {
        const named = file("named.json", rule({ "ssl.truststore": GET_SECRET }));
        const text = await iotKafka(["doctor", "--rule", named]);
        assert.equal(text.code, 64);
        assert.match(
            text.stderr,
            /the rule reads the secret keys: say where it is by --secrets FILE, or --secrets aws/,
        );
        const { code, stdout } = await iotKafka(["doctor", "--rule", named, "--format", "json"]);
        assert.equal(code, 64);
        assert.ok(validate(JSON.parse(stdout)), JSON.stringify(validate.errors));
    });

    it("exits 2 where there is no rule, no Kafka action or no file of secrets", async () => {
        const republish = '{"sql":"SELECT * FROM \'a\'","actions":[{"republish":{"topic":"b","roleArn":"c"}}]}';
        const named = file("named.json", rule({ "ssl.truststore": GET_SECRET }));
        for (const [args, sentence] of [
            [["--rule", join(folder, "absent.json")], /there is no such file/],
            [["--rule", file("other.json", republish)], /has no Kafka action/],
            [["--rule", file("broken.json", "{")], /broken\.json:1:/],
            [["--rule", named, "--secrets", join(folder, "absent.json")], /absent\.json:1:1: .*no such file/],
            [["--rule", named, "--secrets", file("secrets.json", '["a"]')], /secrets\.json:1:1: /],
            [["--rule", named, "--secrets", file("secrets.json", '{"keys":"x"}')], /secrets\.json:1:1: /],
        ] as const) {
            const { code, stdout, stderr } = await iotKafka(["doctor", ...args, "--format", "json"]);
            assert.equal(code, 2, stderr);
            assert.match(stderr, sentence);
            assert.ok(validate(JSON.parse(stdout)), stdout);
        }
    });

    it("tells what failed by its code, and shows no secret", async () => {
        const { code, stdout, stderr } = await iotKafka([
            "doctor",
            "--rule",
            file("rule.json", rule()),
            "--format",
            "json",
        ]);
        assert.deepEqual([code, stderr], [1, ""]);
        const report = JSON.parse(stdout) as {
            ok: boolean;
            steps: { step: string; ok: boolean | null; code: string }[];
        };
        assert.ok(validate(report), JSON.stringify(validate.errors));
        assert.equal(report.ok, false);
        const refused = report.steps.filter(({ step }) => step === "tcp");
        assert.deepEqual(
            refused.map(({ ok, code: what }) => [ok, what]),
            [[false, "port-refused"]],
        );
        assert.equal(stdout.includes("w0rd-nobody-must-read"), false);
    });

    it("tells what a file does not say, and goes on with the rest", async () => {
        const template = {
            Resources: {
                Rule: {
                    Type: "AWS::IoT::TopicRule",
                    Properties: {
                        TopicRulePayload: {
                            Sql: "SELECT * FROM 'a'",
                            Actions: [
                                {
                                    Kafka: {
                                        DestinationArn: { Ref: "Destination" },
                                        Topic: { Ref: "Topic" },
                                        ClientProperties: {
                                            "bootstrap.servers": "127.0.0.1:9011",
                                            "ssl.keystore": { Ref: "Keys" },
                                            "ssl.keystore.password": { Ref: "Password" },
                                        },
                                    },
                                },
                            ],
                        },
                    },
                },
            },
            Parameters: { Destination: {}, Topic: {}, Keys: {}, Password: {} },
        };
        const named = file("template.json", JSON.stringify(template));
        const { code, stdout } = await iotKafka(["doctor", "--rule", named, "--format", "json"]);
        const { steps } = JSON.parse(stdout) as { steps: { step: string; target: string; code: string }[] };
        assert.equal(code, 1);
        const codeOf = (step: string) => steps.find((one) => one.step === step)?.code;
        assert.deepEqual(["tcp", "tls", "topic", "keystore"].map(codeOf), [
            "port-refused",
            "not-reached",
            "not-known",
            "not-reached",
        ]);
        assert.ok(steps.some(({ step, code: what }) => step === "properties" && what === "not-known"));
    });

    it("says how it is used", async () => {
        const { code, stdout } = await iotKafka(["doctor", "--help"]);
        assert.equal(code, 0);
        assert.match(stdout, /--secrets aws/);
        assert.ok(existsSync(join(ROOT, "docs/doctor.md")));
    });
});
