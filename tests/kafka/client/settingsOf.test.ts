import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import fc from "fast-check";
import { type Properties, settingsOf } from "../../../kafka/client";
import { writeJksKeyStore, writePkcs12KeyStore, writePkcs12TrustStore } from "../../../kafka/stores";
import { keytabOf } from "../kerberos/keytabOf";
import { issue } from "../stores/issue";
import { AUTHORITY } from "./fakeBroker";

const SEED = Buffer.alloc(32, 3);
const PASSWORD = "store-password-9";
const CLIENT = issue("client", { by: AUTHORITY });
const KEY = {
    certificatePem: CLIENT.pem,
    privateKeyPem: CLIENT.keyPem,
    chainPem: AUTHORITY.pem,
    password: PASSWORD,
    seed: SEED,
};
const TRUST = {
    "ssl.truststore": writePkcs12TrustStore({ caPem: AUTHORITY.pem, password: PASSWORD, seed: SEED }).toString(
        "base64",
    ),
    "ssl.truststore.password": PASSWORD,
};
const SSL: Properties = {
    "bootstrap.servers": "b-1.example:9094, b-2.example:9094",
    "security.protocol": "SSL",
    ...TRUST,
    "ssl.keystore": writePkcs12KeyStore(KEY).toString("base64"),
    "ssl.keystore.password": PASSWORD,
};
const SCRAM: Properties = {
    "bootstrap.servers": "[2001:db8::1]:9096",
    "security.protocol": "SASL_SSL",
    "sasl.mechanism": "SCRAM-SHA-512",
    "sasl.scram.username": "user",
    "sasl.scram.password": "secret-pass-4",
};
const GSSAPI: Properties = {
    ...TRUST,
    "bootstrap.servers": "kafka.com:9092",
    "security.protocol": "SASL_SSL",
    "sasl.mechanism": "GSSAPI",
    "sasl.kerberos.service.name": "kafka",
    "sasl.kerberos.krb5.kdc": "kerberosdns.com",
    "sasl.kerberos.keytab": keytabOf([{ principal: "kafka-keytab/kafka-keytab.com@KERBEROSREALM" }]).toString("base64"),
    "sasl.kerberos.krb5.realm": "KERBEROSREALM",
    "sasl.kerberos.principal": "kafka-keytab/kafka-keytab.com",
};
const NOWHERE = { environment: {} };

describe("client properties as settings", () => {
    it("are those of mutual TLS: servers, the key with its chain, and the trust store only", () => {
        const { settings, problems } = settingsOf(SSL, NOWHERE);
        assert.deepEqual(
            problems.filter(({ level }) => level === "error"),
            [],
        );
        assert.deepEqual(
            settings!.servers,
            [1, 2].map((number) => ({ host: `b-${number}.example`, port: 9094 })),
        );
        assert.deepEqual(
            settings!.tls.ca.map((pem) => new X509Certificate(pem).subject),
            ["CN=test authority"],
        );
        assert.equal(settings!.tls.cert?.match(/BEGIN CERTIFICATE/g)?.length, 2);
        assert.match(settings!.tls.key!, /BEGIN PRIVATE KEY/);
        assert.deepEqual([settings!.login, settings!.acks, settings!.compression], [undefined, 1, "none"]);
    });

    it("read a JKS key store too", () => {
        const { settings } = settingsOf({ ...SSL, "ssl.keystore": writeJksKeyStore(KEY).toString("base64") }, NOWHERE);
        assert.ok(settings?.tls.key);
    });

    it("trust the five roots of Amazon where there is no trust store, and none else", () => {
        const { settings, problems } = settingsOf(SCRAM, NOWHERE);
        assert.deepEqual(problems, []);
        assert.equal(settings!.tls.trust, "amazon");
        const names = settings!.tls.ca.map((pem) => /CN=(.*)/.exec(new X509Certificate(pem).subject)![1]);
        const starfield = "Starfield Services Root Certificate Authority - G2";
        assert.deepEqual(names.sort(), [1, 2, 3, 4].map((number) => `Amazon Root CA ${number}`).concat(starfield));
        assert.deepEqual(settings!.servers, [{ host: "2001:db8::1", port: 9096 }]);
    });

    it("take the founding page's Kerberos example, with the KDC at port 88", () => {
        const { settings, problems } = settingsOf(GSSAPI, NOWHERE);
        assert.deepEqual(problems, []);
        assert.ok(settings?.login?.mechanism === "GSSAPI");
        const { principal, realm, kdcs } = settings.login;
        assert.deepEqual(
            [principal, realm, kdcs],
            ["kafka-keytab/kafka-keytab.com", "KERBEROSREALM", [{ host: "kerberosdns.com", port: 88 }]],
        );
    });

    const MISTAKES: readonly [string, Properties, Properties, string][] = [
        ["no servers", SCRAM, { "bootstrap.servers": "" }, "bootstrap.servers property-missing"],
        ["a server without port", SCRAM, { "bootstrap.servers": "a:9096,b" }, "bootstrap.servers servers-form"],
        [
            "a protocol in front of a server",
            SCRAM,
            { "bootstrap.servers": "SASL_SSL://a:9096" },
            "bootstrap.servers servers-form",
        ],
        ["a comma at the end", SCRAM, { "bootstrap.servers": "a:9096," }, "bootstrap.servers servers-form"],
        ["a port that is none", SCRAM, { "bootstrap.servers": "a:99999" }, "bootstrap.servers servers-form"],
        ["another protocol", SCRAM, { "security.protocol": "PLAINTEXT" }, "security.protocol property-value"],
        ["small letters", SCRAM, { "security.protocol": "sasl_ssl" }, "security.protocol property-value"],
        ["another mechanism", SCRAM, { "sasl.mechanism": "AWS_MSK_IAM" }, "sasl.mechanism property-value"],
        ["an empty password", SCRAM, { "sasl.scram.password": "" }, "sasl.scram.password property-missing"],
        ["other acks", SCRAM, { acks: "2" }, "acks property-value"],
        ["another compression", SCRAM, { "compression.type": "GZIP" }, "compression.type property-value"],
        ["another serializer", SCRAM, { "key.serializer": "ByteArraySerializer" }, "key.serializer property-value"],
        ["a wrong store password", SSL, { "ssl.keystore.password": "wrong" }, "ssl.keystore store-password-wrong"],
        ["a wrong trust password", SSL, { "ssl.truststore.password": "wrong" }, "ssl.truststore store-password-wrong"],
        [
            "a trust store in place of the key store",
            SSL,
            { "ssl.keystore": SSL["ssl.truststore"]! },
            "ssl.keystore key-missing",
        ],
        [
            "a key store in place of the trust store",
            SSL,
            { "ssl.truststore": SSL["ssl.keystore"]! },
            "ssl.truststore trust-is-key-store",
        ],
        [
            "a file name in place of a store",
            SSL,
            { "ssl.truststore": "/etc/trust.p12" },
            "ssl.truststore store-not-base64",
        ],
        [
            "a KDC with a port",
            GSSAPI,
            { "sasl.kerberos.krb5.kdc": "kdc.example:88" },
            "sasl.kerberos.krb5.kdc kdc-port",
        ],
        [
            "an address of the web as KDC",
            GSSAPI,
            { "sasl.kerberos.krb5.kdc": "http://kdc" },
            "sasl.kerberos.krb5.kdc property-value",
        ],
        ["another realm", GSSAPI, { "sasl.kerberos.krb5.realm": "Other" }, "sasl.kerberos.keytab keytab-no-principal"],
        [
            "a principal of another realm",
            GSSAPI,
            { "sasl.kerberos.principal": "a@B" },
            "sasl.kerberos.principal realm-differs",
        ],
        [
            "a keytab that is a file name",
            GSSAPI,
            { "sasl.kerberos.keytab": "client.keytab" },
            "sasl.kerberos.keytab keytab-form",
        ],
    ];
    for (const [what, base, change, expected] of MISTAKES) {
        it(`find ${what}`, () => {
            const { problems } = settingsOf({ ...base, ...change }, NOWHERE);
            const [first] = problems.filter(({ level }) => level === "error");
            assert.equal(`${first?.property} ${first?.code}`, expected);
        });
    }

    for (const [name, base] of Object.entries({ SSL, SCRAM, GSSAPI })) {
        it(`find each property that ${name} needs and that is not there`, () => {
            const optional = ["security.protocol", "ssl.truststore", "ssl.truststore.password"];
            for (const property of Object.keys(base).filter((one) => !optional.includes(one))) {
                const { [property]: _, ...rest } = base;
                const codes = settingsOf(rest, NOWHERE).problems.filter(({ level }) => level === "error");
                assert.deepEqual(
                    codes.map((problem) => `${problem.property} ${problem.code}`),
                    [`${property} property-missing`],
                );
                const known = settingsOf(rest, { ...NOWHERE, unresolved: [property] });
                assert.deepEqual(
                    known.problems.filter(({ level }) => level === "error"),
                    [],
                    property,
                );
            }
        });
    }

    it("go on without a key store, so that the broker can say what it thinks of it", () => {
        const { "ssl.keystore": _, "ssl.keystore.password": __, ...rest } = SSL;
        assert.ok(settingsOf(rest, NOWHERE).settings);
    });

    it("never throw, whatever the texts, and never repeat a secret", () => {
        const values = fc.oneof(
            fc.string(),
            fc.string({ unit: "binary" }),
            fc.base64String(),
            fc.constantFrom(...Object.values(SSL), ...Object.values(GSSAPI)),
        );
        const names = fc.constantFrom(...Object.keys({ ...SSL, ...SCRAM, ...GSSAPI }));
        fc.assert(
            fc.property(
                fc.dictionary(names, values, { maxKeys: 4 }),
                fc.constantFrom(SSL, SCRAM, GSSAPI),
                (change, base) => {
                    const all = { ...base, ...change };
                    const { problems } = settingsOf(all, NOWHERE);
                    const text = JSON.stringify(problems);
                    const passwords = Object.entries(all).flatMap(([name, value]) =>
                        /password$/.test(name) ? [value] : [],
                    );
                    for (const secret of passwords) if (secret.length > 11) assert.ok(!text.includes(secret), text);
                },
            ),
            { numRuns: 60 },
        );
    });
});
