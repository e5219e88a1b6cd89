import assert from "node:assert/strict";
import { output } from "@pulumi/pulumi";
import { KafkaCredentials, type KafkaCredentialsArgs } from "../../components";
import { KERBEROS, KEYTAB, MUTUAL_TLS, PLAIN, RANDOM_BYTES, SEED } from "./credentialModes";
import { KEY_ARN, PASSWORD, ROLE_POLICY, statementsOf } from "./credentials";
import { resolved, run, type Settings } from "./program";
import { ROLE } from "./samples";

const made = { [PASSWORD]: { result: "made" }, [RANDOM_BYTES]: { base64: SEED } };
const make = (args: unknown, settings: Settings = {}) =>
    run(() => new KafkaCredentials("plant", args as KafkaCredentialsArgs & { mode: "GSSAPI" }), { made, ...settings });
const inRegion = (region: string) => ({ "aws:index/getRegion:getRegion": { region } });

/** `constraint at path` of every finding in an error. */
async function findings(args: unknown): Promise<string[]> {
    let message = "";
    await assert.rejects(make(args), (error: Error) => {
        message = error.message;
        assert.doesNotMatch(message, /canary/);
        return true;
    });
    return [...message.matchAll(/^\[mandatory\] (\S+ at \S+)/gm)].map(([, found]) => found!);
}

describe("the arguments of KafkaCredentials in other modes", () => {
    for (const [what, args, expected] of [
        [
            "a keytab that is no base64",
            { ...KERBEROS, keytab: { base64: "canary!" } },
            ["argument-form at keytab.base64"],
        ],
        ["a KDC with a port of another service", { ...KERBEROS, kdc: "kdc.plant.example:89" }, ["kerberos-kdc at kdc"]],
        [
            "a KDC that is an address on the web",
            { ...KERBEROS, kdc: "https://kdc.plant.example" },
            ["kerberos-kdc at kdc"],
        ],
        ["missing names, all at once", { mode: "GSSAPI", keytab: { base64: KEYTAB } }, ["argument-form at the"]],
        [
            "a keytab and a secret that exists",
            { ...KERBEROS, keytab: { base64: KEYTAB, existingSecretId: "kafka" } },
            ["argument-form at keytab.base64"],
        ],
        ["a user of PLAIN without a password", { mode: "PLAIN", user: { username: "u" } }, ["argument-form at user"]],
        ["a cluster that is told of a keytab", { ...KERBEROS, clusterArn: "arn" }, ["argument-form at clusterArn"]],
        [
            "a key store without a password",
            { mode: "SSL", keyStore: { existingSecretId: "kafka" } },
            ["argument-form at keyStore"],
        ],
        [
            "a key of a file",
            { ...PLAIN, trustStore: { existingSecretId: "kafka", key: "k" } },
            ["argument-form at trustStore.key"],
        ],
        ["a mode that is none", { mode: "OAUTHBEARER" }, ["argument-form at mode"]],
        [
            "PLAIN in Regions that know SASL/SCRAM only",
            { ...PLAIN, region: "cn-north-1" },
            ["sasl-mechanism-region at mode"],
        ],
        ["Kerberos there", { ...KERBEROS, region: "us-gov-west-1" }, ["sasl-mechanism-region at mode"]],
    ] as const) {
        it(`are refused for ${what}`, async () => {
            const found = await findings(args);
            assert.deepEqual([...new Set(found)], [...expected]);
        });
    }

    for (const args of [PLAIN, KERBEROS]) {
        it(`are refused in the provider's Region where they name none, before anything is made: ${args.mode}`, async () => {
            const { errors, resources } = await make(args, { answers: inRegion("us-gov-east-1") });
            assert.ok(errors.length > 0);
            assert.match(errors[0]!.message, /sasl-mechanism-region at mode\n[\s\S]*us-gov-east-1/);
            assert.deepEqual(
                resources.filter(({ type }) => /^aws:(secretsmanager|kms)\//.test(type)),
                [],
            );
        });
    }

    it("are taken by certificate and by SASL/SCRAM in those Regions", async () => {
        for (const args of [MUTUAL_TLS, { mode: "SCRAM-SHA-512" }]) {
            const { errors } = await make(args, { answers: inRegion("us-gov-east-1") });
            assert.deepEqual(errors, []);
        }
    });

    it("are checked where they are Outputs when they resolve", async () => {
        const { errors } = await make({ ...KERBEROS, kdc: output("kdc.plant.example:89") });
        assert.equal(errors.length, 1);
        assert.match(errors[0]!.message, /kerberos-kdc at kdc\n/);
    });
});

describe("KafkaCredentials of other modes with secrets that exist", () => {
    const GET_SECRET = "aws:secretsmanager/getSecret:getSecret";
    const binary = (id: string) => `\${get_secret('${id}', 'SecretBinary', '${ROLE}')}`;

    it("makes nothing with a role that exists as well", async () => {
        const { resources, result } = await make(
            {
                mode: "SSL",
                keyStore: {
                    existingSecretId: "store",
                    password: { existingSecretId: "words", key: "store" },
                    keyPassword: { existingSecretId: "key-word" },
                },
                trustStore: { existingSecretId: "authorities", secretType: "SecretString", key: "pkcs12" },
                roleArn: ROLE,
            },
            { answers: { [GET_SECRET]: { arn: "arn:aws:secretsmanager:us-east-1:209876543210:secret:store-a1B2c3" } } },
        );
        assert.deepEqual(
            resources.map(({ name }) => name),
            ["plant"],
        );
        assert.deepEqual(await resolved(result.clientProperties), {
            "security.protocol": "SSL",
            "ssl.keystore": binary("store"),
            "ssl.keystore.password": `\${get_secret('words', 'SecretString', 'store', '${ROLE}')}`,
            "ssl.key.password": `\${get_secret('key-word', 'SecretString', '${ROLE}')}`,
            "ssl.truststore": `\${get_secret('authorities', 'SecretString', 'pkcs12', '${ROLE}')}`,
        });
        assert.deepEqual(await resolved(result.secretNames), []);
    });

    it("reads and decrypts exactly those, beside what is made, with the keys that are found", async () => {
        const arn = "arn:aws:secretsmanager:us-east-1:209876543210:secret:authorities-a1B2c3";
        const { resource, errors } = await make(
            { ...KERBEROS, trustStore: { existingSecretId: arn, password: "canary" } },
            { answers: { [GET_SECRET]: { arn, kmsKeyId: KEY_ARN } } },
        );
        assert.deepEqual(errors, []);
        const [reading, decrypting] = statementsOf(resource(ROLE_POLICY, "plant-secret-role-read"));
        assert.deepEqual(reading.Resource, [
            ...["keytab", "passwords"].map(
                (part) => `arn:aws:secretsmanager:us-east-1:209876543210:secret:plant_dev_plant_${part}-??????`,
            ),
            arn,
        ]);
        assert.deepEqual(decrypting, { Effect: "Allow", Action: "kms:Decrypt", Resource: KEY_ARN });
        const made = statementsOf(resource(ROLE_POLICY, "plant-secret-role-decrypt"))[0].Resource;
        assert.match(made, /plant-secret-key$/);
    });
});
