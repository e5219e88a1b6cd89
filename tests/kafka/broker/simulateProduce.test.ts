import assert from "node:assert/strict";
import { document, folder, payload, simulated } from "../../cli/simulate/run";
import { type Lab, labOrSkip } from "./lab/lab";

describe("iot-kafka simulate --produce", () => {
    let lab: Lab;
    const files = folder();
    before(async function () {
        lab = await labOrSkip(this);
    });
    after(() => files.remove());

    /** A rule whose password is a secret, and the file with that secret. */
    function ruleFor(topic: string): string[] {
        const { "sasl.scram.password": password, ...rest } = lab.modes["SCRAM-SHA-512"];
        const clientProperties = { ...rest, "sasl.scram.password": "${get_secret('s', 'SecretString', 'p', 'arn')}" };
        const key = "${topic(2)}";
        const rule = payload({ topic, key, headers: [{ key: "h", value: "${n}" }], clientProperties });
        const secrets = { s: { SecretString: JSON.stringify({ p: password }) } };
        const text = files.file("rule.json", rule);
        return [
            "--rule",
            text,
            "--secrets",
            files.file("secrets.json", secrets),
            "--topic",
            "a/TESTKAFKA001",
            "--produce",
        ];
    }

    it("puts the record that it shows into the topic, and tells where", async () => {
        const topic = await lab.topic("simulated", 3);
        const message = files.file("message.json", '{"n":9007199254740993}');
        const { code, json } = await document(...ruleFor(topic), "--message", message, "--partitions", "3");
        const [{ record, error, produced }] = json.actions;
        assert.deepEqual([code, error, produced], [0, null, { partition: 1, offset: 0 }]);
        assert.equal(record.partition, 1);
        const { records } = await lab.java.ask({ do: "consume", topic, properties: lab.plaintext });
        assert.equal(records!.length, 1);
        const [{ partition, key, value }] = records! as unknown as [Record<string, unknown>];
        assert.deepEqual(
            [partition, key, value],
            [1, Buffer.from("TESTKAFKA001").toString("base64"), record.valueBase64],
        );
    });

    it("puts a record there for each line, and says of a topic that is not there that it is not", async () => {
        const topic = await lab.topic("simulated-lines", 1);
        const lines = files.file("messages.ndjson", '{"n":1}\n{"n":2}\n');
        const many = await simulated(...ruleFor(topic), "--messages", lines);
        assert.equal(many.code, 0);
        assert.match(many.out, /produced {6}partition 0, offset 0[\s\S]*produced {6}partition 0, offset 1/);
        const missing = await document(
            ...ruleFor("no-such-topic-here"),
            "--messages",
            files.file("one.ndjson", "{}\n"),
        );
        assert.deepEqual([missing.code, missing.json.actions[0].produced], [1, null]);
        assert.match(missing.json.actions[0].error.code, /topic/);
    });
});
