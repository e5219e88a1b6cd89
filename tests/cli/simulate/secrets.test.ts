import assert from "node:assert/strict";
import { withSecretsManager } from "../../kafka/secrets/secretsManager";
import { document, folder, payload, simulated } from "./run";

const PUBLISHED = ["--topic", "a/b", "--payload-base64", "e30="];
const ROLE = "arn:aws:iam::210987654321:role/reads";
const read = (secret: string) => `\${get_secret('${secret}', 'SecretString', '${ROLE}')}`;

const LOGIN = {
    "bootstrap.servers": "127.0.0.1:1",
    "security.protocol": "SASL_SSL",
    "sasl.mechanism": "PLAIN",
    "sasl.plain.username": "u",
    "sasl.plain.password": read("pipeline"),
};

describe("iot-kafka simulate --secrets aws", () => {
    const files = folder();
    after(() => files.remove());

    /** The answers of a Secrets Manager with two secrets, and what it was asked, by Region. */
    const asking = async (work: () => Promise<void>) => {
        const asked: string[] = [];
        await withSecretsManager((body, authorization) => {
            const { SecretId: id } = JSON.parse(body) as { SecretId: string };
            asked.push(`${id} in ${authorization.split("/")[2]}`);
            return ["pipeline", "salt"].includes(id)
                ? { status: 200, body: { SecretString: `value of ${id}` } }
                : { status: 400, body: { __type: "ResourceNotFoundException", message: "no such secret" } };
        }, work);
        return asked;
    };
    const rule = (texts: object, more: object = {}) =>
        files.file("rule.json", {
            ruleArn: "arn:aws:iot:eu-west-1:210987654321:rule/r",
            rule: { ruleName: "r", ...payload(texts, more) },
        });

    it("reads what the statement and the texts of the actions name, in the Region of the rule, each once", async () => {
        const asked = await asking(async () => {
            const sql = `SELECT ${read("salt").slice(2, -1)} AS salt FROM 'a/+'`;
            const file = rule({ topic: "t", key: read("salt"), clientProperties: LOGIN }, { sql });
            const { code, json } = await document("--rule", file, ...PUBLISHED, "--secrets", "aws");
            assert.equal(code, 0);
            assert.deepEqual(
                [json.actions[0].record.key, json.actions[0].record.value],
                ["value of salt", '{"salt":"value of salt"}'],
            );
        });
        assert.deepEqual(asked, ["salt in eu-west-1"]);
    });

    it("reads those of client properties for the client that sends the records", async () => {
        const asked = await asking(async () => {
            const file = rule({ topic: "t", clientProperties: LOGIN });
            const { code, json } = await document("--rule", file, ...PUBLISHED, "--secrets", "aws", "--produce");
            assert.equal(code, 1);
            // The password was had: what fails is the connection.
            assert.match(json.actions[0].error.message, /127\.0\.0\.1/);
            assert.ok(!JSON.stringify(json).includes("value of pipeline"));
        });
        assert.deepEqual(asked, ["pipeline in eu-west-1"]);
    });

    it("says which secret cannot be read, and why", async () => {
        await asking(async () => {
            const file = rule({ topic: "t", key: read("none") });
            const { code, err } = await simulated("--rule", file, ...PUBLISHED, "--secrets", "aws");
            assert.equal(code, 2);
            assert.match(err, /^--secrets aws:1:1: The secret "none" is not in AWS Secrets Manager/);
            const login = { ...LOGIN, "sasl.plain.password": read("none") };
            const sending = rule({ topic: "t", clientProperties: login });
            const sent = await document("--rule", sending, ...PUBLISHED, "--secrets", "aws", "--produce");
            assert.equal(sent.json.actions[0].error.code, "secret-not-found");
        });
    });

    it("asks for nothing where the rule reads no secret", async () => {
        const asked = await asking(async () => {
            const { code } = await simulated("--rule", rule({ topic: "t" }), ...PUBLISHED, "--secrets", "aws");
            assert.equal(code, 0);
        });
        assert.deepEqual(asked, []);
    });
});
