import assert from "node:assert/strict";
import { output, secret } from "@pulumi/pulumi";
import { javaKeyStore, KafkaCredentials, type KafkaCredentialsArgs, KafkaTopicRule } from "../../components";
import { readStoreText } from "../../kafka/stores";
import { CLIENT, MIDDLE, ROOT, PASSWORD as STORE_PASSWORD, storeIn, summary } from "../kafka/stores/samples";
import { KERBEROS, KEYTAB, MUTUAL_TLS, PLAIN, RANDOM_BYTES, SEED } from "./credentialModes";
import { KEY, KEY_ARN, PASSWORD, ROLE_POLICY, SECRET, statementsOf, VERSION } from "./credentials";
import { NOT_KNOWN, resolved, run, type Settings } from "./program";
import { OWN } from "./samples";

const made = {
    [PASSWORD]: { result: secret("canary0password") },
    [RANDOM_BYTES]: { base64: secret(SEED) },
};
const make = <Args extends KafkaCredentialsArgs>(args: Args, settings: Settings = {}) =>
    run(() => new KafkaCredentials<Args["mode"]>("plant", args as never), { made, ...settings });
const ROLE = "arn:aws:iam::209876543210:role/plant-dev-plant-secrets";
const binary = (id: string, role = ROLE) => `\${get_secret('${id}', 'SecretBinary', '${role}')}`;
const member = (id: string, key: string, role = ROLE) => `\${get_secret('${id}', 'SecretString', '${key}', '${role}')}`;
const arnOf = (name: string) => `arn:aws:secretsmanager:us-east-1:209876543210:secret:${name}-??????`;
const childrenIn = (resources: readonly { type: string; name: string }[]) =>
    resources.flatMap(({ type, name }) => (type.startsWith("iotkafka:") ? [] : [name])).sort();

const ACCESS = [
    ...["plant-secret-key", "plant-secret-key-alias", "plant-secret-role"],
    ...["plant-secret-role-decrypt", "plant-secret-role-read"],
];
const TRUST = ["plant-passwords", "plant-passwords-version", "plant-truststore", "plant-truststore-version"];

/** What each mode makes and writes. */
const MODES = [
    {
        args: KERBEROS,
        children: [...ACCESS, "plant-keytab", "plant-keytab-version", ...TRUST],
        secrets: ["plant_dev_plant_keytab", "plant_dev_plant_truststore", "plant_dev_plant_passwords"],
        properties: {
            "security.protocol": "SASL_SSL",
            "sasl.mechanism": "GSSAPI",
            "sasl.kerberos.keytab": binary("plant_dev_plant_keytab"),
            "sasl.kerberos.service.name": "kafka",
            "sasl.kerberos.krb5.kdc": "kdc.plant.example",
            "sasl.kerberos.krb5.realm": "PLANT.EXAMPLE",
            "sasl.kerberos.principal": "iot/rules.plant.example",
            "ssl.truststore": binary("plant_dev_plant_truststore"),
            "ssl.truststore.password": member("plant_dev_plant_passwords", "trustStorePassword"),
        },
    },
    {
        args: MUTUAL_TLS,
        children: [
            ...[...ACCESS, "plant-keystore", "plant-keystore-password", "plant-keystore-seed"],
            ...["plant-keystore-version", "plant-passwords", "plant-passwords-version"],
        ],
        secrets: ["plant_dev_plant_keystore", "plant_dev_plant_passwords"],
        properties: {
            "security.protocol": "SSL",
            "ssl.keystore": binary("plant_dev_plant_keystore"),
            "ssl.keystore.password": member("plant_dev_plant_passwords", "keyStorePassword"),
        },
    },
    {
        args: PLAIN,
        children: [...ACCESS, "plant-secret", "plant-secret-version"],
        secrets: ["plant_dev_plant_user"],
        properties: {
            "security.protocol": "SASL_SSL",
            "sasl.mechanism": "PLAIN",
            "sasl.plain.username": member("plant_dev_plant_user", "username"),
            "sasl.plain.password": member("plant_dev_plant_user", "password"),
        },
    },
] as const;

describe("KafkaCredentials in the modes that are not SASL/SCRAM", () => {
    for (const { args, children, secrets, properties } of MODES) {
        describe(args.mode, () => {
            for (const preview of [true, false]) {
                it(`makes all that a login takes, known ${preview ? "at preview" : "at update"}`, async () => {
                    const { resources, resource, result, errors } = await make(args, { preview });
                    assert.deepEqual(errors, []);
                    assert.deepEqual(childrenIn(resources), [...children].sort());
                    assert.deepEqual(await resolved(result.clientProperties), properties);
                    assert.deepEqual(await resolved(result.secretNames), secrets);
                    assert.equal(await resolved(result.secretName), secrets[0]);
                    const [reading, ...rest] = statementsOf(resource(ROLE_POLICY, "plant-secret-role-read"));
                    assert.deepEqual(rest, []);
                    const arns = secrets.map(arnOf);
                    assert.deepEqual(reading, {
                        Effect: "Allow",
                        Action: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
                        Resource: arns.length === 1 ? arns[0] : arns,
                    });
                });
            }

            it("encrypts every secret with the one key that the role may use", async () => {
                const { resources, resource } = await make(args);
                const key = resource(KEY);
                assert.match(key.inputs.description, /Kafka credentials of plant$/);
                const own = resources.filter(({ type }) => type === SECRET);
                assert.equal(own.length, secrets.length);
                const arn = `arn:aws:made:us-east-1:209876543210:${KEY}/plant-secret-key`;
                for (const { inputs } of own) assert.equal(inputs.kmsKeyId, arn);
                const decrypt = resource(ROLE_POLICY, "plant-secret-role-decrypt");
                assert.deepEqual(statementsOf(decrypt), [{ Effect: "Allow", Action: "kms:Decrypt", Resource: arn }]);
                const given = await make({ ...args, kmsKeyArn: KEY_ARN });
                assert.equal(given.resources.filter(({ type }) => type === KEY).length, 0);
                const allowed = statementsOf(given.resource(ROLE_POLICY, "plant-secret-role-decrypt"));
                assert.equal(allowed[0].Resource, KEY_ARN);
            });

            it("keeps what is secret secret, in values and in its own arguments", async () => {
                const { resources, outputs, resource } = await make(args);
                for (const { inputs } of resources.filter(({ type }) => type === VERSION)) {
                    assert.deepEqual(Object.keys(inputs.secretString ?? inputs.secretBinary), ["secret"]);
                }
                const { inputs } = resource("iotkafka:index:KafkaCredentials");
                for (const holder of ["user", "keytab", "keyStore", "trustStore"]) {
                    for (const leaf of Object.values(inputs[holder] ?? {})) {
                        assert.deepEqual(Object.keys(leaf as object), ["secret"], holder);
                    }
                }
                assert.doesNotMatch(JSON.stringify([...outputs]), /canary|PRIVATE KEY/);
            });

            it("hands Region and tags to everything that takes them", async () => {
                const { resources } = await make({ ...args, region: "eu-central-1", tags: { team: "plant" } });
                for (const { type, inputs } of resources.filter(({ parent }) => parent === "plant")) {
                    if (/^random:|iam\//.test(type)) continue;
                    assert.equal(inputs.region, "eu-central-1", type);
                    const isTagged = !/Alias|SecretVersion/.test(type);
                    assert.deepEqual(inputs.tags, isTagged ? { team: "plant" } : undefined, type);
                }
            });

            it("is used by a rule, which comes after everything that it reads", async () => {
                const { resource, errors } = await run(
                    () => {
                        const { authentication } = new KafkaCredentials("plant", args);
                        return new KafkaTopicRule("telemetry", { ...OWN, authentication, errorAction: "none" });
                    },
                    { made, preview: true },
                );
                assert.deepEqual(errors, []);
                const { inputs, dependencies } = resource("aws:iot/topicRule:TopicRule");
                for (const [name, value] of Object.entries(properties)) {
                    assert.equal(inputs.kafkas[0].clientProperties[name], value);
                }
                const needed = children.filter((name) => /-version$|-role-/.test(name));
                for (const name of needed) assert.ok(dependencies.includes(name), name);
            });
        });
    }

    it("puts the keytab into the secret as it is, and the password of a store into another", async () => {
        const { resource } = await make(KERBEROS);
        assert.equal(resource(VERSION, "plant-keytab-version").inputs.secretBinary.secret, KEYTAB);
        const passwords = resource(VERSION, "plant-passwords-version").inputs.secretString.secret;
        assert.deepEqual(JSON.parse(passwords), { trustStorePassword: "canary-trust" });
        const store = resource(VERSION, "plant-truststore-version").inputs.secretBinary.secret;
        assert.deepEqual(summary(storeIn(readStoreText(store, "canary-trust"))), ["trusted ca-1: plant root"]);
    });

    it("keeps a trust store as a text where that is asked for", async () => {
        const trustStore = { caPem: ROOT.pem, secretType: "SecretString" } as const;
        const { resource, result } = await make({ ...KERBEROS, trustStore });
        const text = resource(VERSION, "plant-truststore-version").inputs.secretString.secret;
        assert.deepEqual(summary(storeIn(readStoreText(text))), ["trusted ca-1: plant root"]);
        const properties = await resolved(result.clientProperties);
        assert.equal(
            properties["ssl.truststore"],
            `\${get_secret('plant_dev_plant_truststore', 'SecretString', '${ROLE}')}`,
        );
        assert.equal(properties["ssl.truststore.password"], undefined);
    });

    it("makes the key store of PEM with the made password, the same bytes each time", async () => {
        const [first, second] = [await make(MUTUAL_TLS), await make(MUTUAL_TLS)];
        const value = (ran: typeof first) => ran.resource(VERSION, "plant-keystore-version").inputs.secretBinary.secret;
        assert.equal(value(first), value(second));
        const store = storeIn(readStoreText(value(first), "canary0password"));
        assert.deepEqual(summary(store), ["key client: client <- plant authority <- plant root"]);
        const passwords = first.resource(VERSION, "plant-passwords-version").inputs.secretString.secret;
        assert.deepEqual(JSON.parse(passwords), { keyStorePassword: "canary0password" });
        const planned = await make(MUTUAL_TLS, { preview: true });
        assert.equal(planned.resource(VERSION, "plant-keystore-version").inputs.secretBinary, NOT_KNOWN);
    });

    describe("with a key store that is a file", () => {
        const file = async () =>
            await resolved(
                javaKeyStore({
                    certificatePem: CLIENT.pem,
                    privateKeyPem: CLIENT.keyPem,
                    chainPem: MIDDLE.pem + ROOT.pem,
                    password: STORE_PASSWORD,
                    seed: SEED,
                }),
            );

        it("takes it as it is, with its password", async () => {
            const base64 = await file();
            const { resources, resource, errors } = await make({
                mode: "SSL",
                keyStore: { base64, password: STORE_PASSWORD },
            });
            assert.deepEqual(errors, []);
            assert.equal(resource(VERSION, "plant-keystore-version").inputs.secretBinary.secret, base64);
            assert.deepEqual(
                resources.filter(({ type }) => type.startsWith("random:")),
                [],
            );
        });

        it("refuses one that its password does not open, in words and without the password", async () => {
            const keyStore = { base64: await file(), password: "canary-wrong" };
            await assert.rejects(
                make({ mode: "SSL", keyStore }),
                ({ message }: Error) =>
                    /at keyStore\.base64\n {4}store-password-wrong: /.test(message) && !message.includes("canary"),
            );
        });
    });

    it("refuses a certificate that does not belong to its key, in words", async () => {
        const keyStore = { certificatePem: MIDDLE.pem, privateKeyPem: CLIENT.keyPem };
        await assert.rejects(
            make({ mode: "SSL", keyStore }),
            ({ message }: Error) => /at keyStore\n {4}key-mismatch: /.test(message) && !message.includes("PRIVATE KEY"),
        );
    });

    it("takes every value as an Output", async () => {
        const { errors, result } = await make({
            ...KERBEROS,
            keytab: { base64: output(KEYTAB) },
            kdc: output("kdc.plant.example"),
            realm: output("PLANT.EXAMPLE"),
            trustStore: { caPem: output(ROOT.pem), password: output("canary-trust") },
        });
        assert.deepEqual(errors, []);
        assert.deepEqual(await resolved(result.clientProperties), MODES[0].properties);
    });
});
