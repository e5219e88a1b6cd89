import assert from "node:assert/strict";
import {
    noSecrets,
    resolveProperties,
    type SecretSource,
    SecretsFileProblem,
    secretNamesOf,
    secretsFromAws,
    secretsFromFile,
} from "../../../kafka/secrets";
import { refusalOf } from "../../../kafka/secrets/awsSecretsManager";
import { type Answer, withSecretsManager } from "./secretsManager";

const ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:kafka/keystore-AbCdEf";
const ROLE = "arn:aws:iam::123456789012:role/reader";
const SECRETS = {
    AmazonMSK_one: { SecretString: JSON.stringify({ username: "alice", password: "pass-word-7" }) },
    [ARN]: { SecretBinary: "AAEC\n" },
};
const SOURCE = secretsFromFile(`\ufeff${JSON.stringify(SECRETS)}`);

describe("the values of client properties", () => {
    it("are those of their secrets, as the rule action reads them", async () => {
        const { properties, unresolved, problems } = await resolveProperties(
            {
                "security.protocol": "SASL_SSL",
                "sasl.scram.username": `\${get_secret('AmazonMSK_one', 'SecretString', 'username', '${ROLE}')}`,
                "sasl.scram.password": `\${get_secret('AmazonMSK_one','SecretString','password','${ROLE}')}`,
                "ssl.keystore": `\${get_secret('${ARN}', 'SecretBinary', '${ROLE}')}`,
                "ssl.truststore": `\${get_secret('kafka/keystore',\n 'SecretBinary', '${ROLE}')}`,
                "ssl.key.password": `\${get_secret('${ARN.slice(0, -7)}', 'SecretBinary', '${ROLE}')}`,
            },
            SOURCE,
        );
        assert.deepEqual([unresolved, problems], [[], []]);
        assert.deepEqual(properties, {
            "security.protocol": "SASL_SSL",
            "sasl.scram.username": "alice",
            "sasl.scram.password": "pass-word-7",
            "ssl.keystore": "AAEC",
            "ssl.truststore": "AAEC",
            "ssl.key.password": "AAEC",
        });
    });

    it("give the whole JSON where the key is left out, as AWS IoT does", async () => {
        const text = `\${get_secret('AmazonMSK_one', 'SecretString', '${ROLE}')}`;
        const { properties } = await resolveProperties({ "sasl.scram.password": text }, SOURCE);
        assert.equal(properties["sasl.scram.password"], SECRETS.AmazonMSK_one!.SecretString);
    });

    const WITHOUT: readonly [string, string, string][] = [
        ["a secret that is not there", `\${get_secret('other', 'SecretString', '${ROLE}')}`, "secret-not-found"],
        [
            "an ARN of another account",
            `\${get_secret('${ARN.replace("123456789012", "210987654321")}', 'SecretBinary', '${ROLE}')}`,
            "secret-not-found",
        ],
        ["bytes that are a text", `\${get_secret('AmazonMSK_one', 'SecretBinary', '${ROLE}')}`, "secret-no-part"],
        ["a text that is bytes", `\${get_secret('${ARN}', 'SecretString', '${ROLE}')}`, "secret-no-part"],
        [
            "a key that is not there",
            `\${get_secret('AmazonMSK_one', 'SecretString', 'Password', '${ROLE}')}`,
            "secret-no-key",
        ],
        ["a key of bytes", `\${get_secret('${ARN}', 'SecretBinary', 'key', '${ROLE}')}`, "secret-no-key"],
        ["a template that is none", "${get_secret('x'", "template-form"],
        ["a function that is not there", "${get_sekret('x')}", "template-form"],
        ["a value of the message", "${password}", "template-no-value"],
    ];
    for (const [what, text, code] of WITHOUT) {
        it(`are told to be missing for ${what}, and show nothing of the secret`, async () => {
            const { properties, unresolved, problems } = await resolveProperties(
                { "sasl.plain.password": text },
                SOURCE,
            );
            assert.deepEqual([properties, unresolved], [{}, ["sasl.plain.password"]]);
            const [{ property, step, level, code: found }] = problems as [(typeof problems)[number]];
            assert.deepEqual([property, step, level, found], ["sasl.plain.password", "secrets", "error", code]);
            assert.ok(!JSON.stringify(problems).includes("pass-word-7"));
        });
    }

    it("need each secret once, and none where no template names one", async () => {
        const asked: string[] = [];
        const source: SecretSource = {
            read(id, timeout) {
                asked.push(id);
                return SOURCE.read(id, timeout);
            },
        };
        const template = `\${get_secret('AmazonMSK_one', 'SecretString', 'username', '${ROLE}')}`;
        await resolveProperties({ a: template, b: template, c: "plain" }, source);
        assert.deepEqual(asked, ["AmazonMSK_one"]);
        assert.deepEqual(secretNamesOf({ a: "plain", b: "${broken" }), []);
        const { problems } = await resolveProperties({ a: template, c: "plain" }, noSecrets);
        assert.deepEqual(
            problems.map(({ code }) => code),
            ["secret-not-found"],
        );
    });
});

describe("a file of secrets", () => {
    for (const [what, text, words] of [
        ["no JSON", '{"a": "pass-word-7', /is no JSON\.$/],
        ["a list", "[]", /is no JSON object/],
        ["a bare text", '{"a": "pass-word-7"}', /"a" is no object/],
        ["neither part", '{"a": {}}', /neither SecretString nor SecretBinary/],
        ["JSON in the place of its text", '{"a": {"SecretString": {"password": "pass-word-7"}}}', /is no text/],
        ["bytes that are no base64", '{"a": {"SecretBinary": "pass-word-7!"}}', /is no base64/],
    ] as const) {
        it(`is refused with ${what}, without a value in the message`, () => {
            assert.throws(
                () => secretsFromFile(text),
                (error) =>
                    error instanceof SecretsFileProblem &&
                    words.test(error.message) &&
                    !error.message.includes("pass-word"),
            );
        });
    }
});

describe("AWS Secrets Manager", () => {
    const against = (answer: Answer, id: string) =>
        withSecretsManager(answer, () => secretsFromAws({ region: "eu-west-1" }).read(id, 1000));

    it("gives texts and bytes as a file does", async () => {
        const asked: string[] = [];
        const answer = (body: string) => {
            asked.push((JSON.parse(body) as { SecretId: string }).SecretId);
            return { status: 200, body: { SecretString: "text", SecretBinary: "AAEC" } };
        };
        assert.deepEqual(await against(answer, ARN), {
            ok: true,
            value: { SecretString: "text", SecretBinary: "AAEC" },
        });
        assert.deepEqual(asked, [ARN]);
    });

    it("says no in our words", async () => {
        const refusal = (__type: string) => () => ({ status: 400, body: { __type, message: "in its words" } });
        const missing = await against(refusal("ResourceNotFoundException"), "one");
        assert.deepEqual(!missing.ok && missing.code, "secret-not-found");
        const denied = await against(refusal("AccessDeniedException"), "one");
        assert.deepEqual(!denied.ok && denied.code, "secret-denied");
        assert.match(!denied.ok ? denied.cause : "", /"one" may not be read.*in its words/);
    });

    it("is not waited for any longer than it may take", async () => {
        const answer = await against(() => undefined, "one");
        assert.deepEqual(!answer.ok && answer.code, "secret-unreachable");
    });

    for (const [name, message, code] of [
        ["CredentialsProviderError", "Could not load credentials", "secret-credentials"],
        ["ExpiredTokenException", "expired", "secret-credentials"],
        ["DecryptionFailure", "kms", "secret-denied"],
        ["InvalidRequestException", "scheduled for deletion", "secret-not-found"],
        ["Error", "Region is missing", "secret-region"],
        ["TimeoutError", "slow", "secret-unreachable"],
    ] as const) {
        it(`is told by ${name} as ${code}`, () => {
            const answer = refusalOf(Object.assign(new Error(message), { name }), "one", 100);
            assert.equal(!answer.ok && answer.code, code);
        });
    }
});
