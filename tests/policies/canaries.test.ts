import assert from "node:assert/strict";
import { NATIVE_PROPERTIES } from "../../constraints/data/nativeProperties";
import { KERBEROS, MUTUAL_TLS, PLAIN, SCRAM } from "../../constraints/examples/configurations";
import { SENSITIVE_PROPERTIES } from "../../constraints/facts/clientProperties";
import { recommended, required } from "../../policies/packs";
import { placesOfEachKind, withValue } from "./places";
import { type Given, givenOf, RULE } from "./requests";
import { RULE_PROPS } from "./sample";
import { remediate, secret } from "./server";
import { packsOfOneRun, shownIn } from "./wholePack";

const CANARY = "c4n4ry-0f-4-s3cr3t";
const SHOWN = [CANARY, Buffer.from(CANARY).toString("base64"), encodeURIComponent(`${CANARY}@`)];

/** A secret as people write it, right and wrong. */
const FORMS: readonly unknown[] = [
    CANARY,
    secret(CANARY),
    ` ${CANARY}\n`,
    `${CANARY}\${get_secret('AmazonMSK_plant', 'SecretString', 'password', 'role')}`,
    `\${get_secret('${CANARY}`,
    `\${'${CANARY}'}`,
    `{"username":"plant","password":"${CANARY}"}`,
    `{"password":"${CANARY}"`,
    `-----BEGIN ${CANARY}`,
    `${CANARY} [object Object]`,
    Buffer.from(CANARY).toString("base64"),
    CANARY.repeat(300),
    [CANARY],
    [[{ password: CANARY }]],
    { password: CANARY },
    { [CANARY]: CANARY },
];

const [KAFKA] = RULE_PROPS.kafkas;
const PROPERTIES = [
    ...SENSITIVE_PROPERTIES,
    ...Object.keys(NATIVE_PROPERTIES).filter((name) => /sasl\.(jaas|oauth)|ssl\.(key|trust)|password|token/.test(name)),
    "password",
    "made.up",
];

/** Fields of other resources whose value, or part of it, is a secret. */
const SECRET_FIELDS = /^secretVersion \.(secretString|secretBinary|secretStringWo)/;
/** Policies and triggers, whose conditions and variables people put tokens into. */
const DOCUMENTS = /^\w+ \.(policy|assumeRolePolicy|inlinePolicies\[\]\.policy)$/;

describe("a secret in what the packs are told", () => {
    const saidOf = packsOfOneRun();

    async function showsNone(given: readonly Given[], about: string): Promise<void> {
        const shown = shownIn(await saidOf(given)).filter((text) => SHOWN.some((one) => text.includes(one)));
        assert.deepEqual(shown, [], about);
    }

    const rule = (more: object, name = "telemetry"): Given => ({ type: RULE, name, props: { ...RULE_PROPS, ...more } });

    it("is shown by no policy where it is a client property of an action or of an error action", async () => {
        for (const property of PROPERTIES) {
            for (const value of FORMS) {
                const kafka = { ...KAFKA, clientProperties: { ...KAFKA!.clientProperties, [property]: value } };
                await showsNone([rule({ kafkas: [kafka], errorAction: { kafka } })], property);
            }
        }
    }).timeout(120_000);

    it("is shown by no policy in any mode", async () => {
        for (const mode of [SCRAM, PLAIN, MUTUAL_TLS, KERBEROS]) {
            const rules = Object.keys(mode)
                .filter((name) => SENSITIVE_PROPERTIES.has(name))
                .map((name) => rule({ kafkas: [{ ...KAFKA, clientProperties: { ...mode, [name]: CANARY } }] }, name));
            assert.ok(rules.length > 0);
            await showsNone(rules, JSON.stringify(mode));
        }
    });

    it("is shown by no policy where something that holds it is written as a text or a list", async () => {
        const properties = { ...KAFKA!.clientProperties, "sasl.scram.password": CANARY };
        const kafka = { ...KAFKA, clientProperties: properties };
        for (const around of [
            JSON.stringify,
            (value: object) => [JSON.stringify(value)],
            (value: object) => [[value]],
        ]) {
            await showsNone([rule({ kafkas: [{ ...KAFKA, clientProperties: around(properties) }] })], "properties");
            await showsNone([rule({ kafkas: around(kafka) })], "actions");
            await showsNone([rule({ kafkas: [around(kafka)] })], "an action");
            await showsNone([rule({ errorAction: around({ kafka }) })], "an error action");
            await showsNone([rule({ errorAction: { kafka: around(kafka) } })], "the action of an error action");
            const headers = around({ key: "authorization", value: CANARY });
            await showsNone([rule({ kafkas: [{ ...KAFKA, headers }] })], "headers");
            await showsNone([rule({ kafkas: [{ ...KAFKA, headers: [headers] }] })], "a header");
        }
    });

    it("is shown by no policy where it is a literal of a statement", async () => {
        for (const sql of [
            `SELECT * FROM 'a/b' WHERE token = '${CANARY}'`,
            `SELECT * FROM 'a/b' WHERE token = "${CANARY}"`,
            `SELECT '${CANARY}' AS t, SELEKT FROM`,
            `SELECT get_secret('${CANARY}'`,
        ])
            await showsNone([rule({ sql })], sql);
    });

    it("is shown by no policy where it is the value of a secret, or stands in a document", async () => {
        const places = placesOfEachKind().filter(({ name }) => SECRET_FIELDS.test(name) || DOCUMENTS.test(name));
        assert.ok(places.length > 5, places.map(({ name }) => name).join());
        for (const place of places) {
            for (const value of DOCUMENTS.test(place.name) ? [...FORMS, ...documents()] : FORMS)
                await showsNone(withValue(place, value).map(givenOf), place.name);
        }
    }).timeout(120_000);

    it("is shown by no policy in a rule of AWS Cloud Control", async () => {
        for (const value of FORMS) {
            const clientProperties = { ...KAFKA!.clientProperties, "sasl.scram.password": value };
            const actions = [
                { kafka: { destinationArn: KAFKA!.destinationArn, topic: "telemetry", clientProperties } },
            ];
            const props = { ruleName: "plant", topicRulePayload: { sql: RULE_PROPS.sql, actions } };
            await showsNone([{ type: "aws-native:iot:TopicRule", name: "native", props }], "native");
        }
    });

    it("is shown by no policy where it is an argument of our components", async () => {
        for (const value of FORMS) {
            const made = (type: string, props: object): Given => ({
                type: `iotkafka:index:${type}`,
                name: "plant",
                props,
            });
            for (const props of [
                { mode: "SCRAM-SHA-512", user: { username: "plant", password: value } },
                { mode: "PLAIN", user: { username: "plant", password: value } },
                { mode: "mTLS", keyStore: { base64: value, password: value, keyPassword: value } },
                { mode: "mTLS", keyStore: { privateKeyPem: value, certificatePem: value, password: value } },
                { mode: "kerberos", keytab: { base64: value } },
                { mode: value, user: value, keyStore: value },
            ])
                await showsNone([made("KafkaCredentials", props)], "KafkaCredentials");
            const authentication = { mode: "SCRAM-SHA-512", username: "plant", password: value };
            for (const args of [
                { authentication },
                { authentication: value },
                { authentication: { mode: "custom", clientProperties: { "sasl.scram.password": value } } },
                { clientProperties: { "sasl.scram.password": value } },
            ])
                await showsNone(
                    [made("KafkaTopicRule", { sql: RULE_PROPS.sql, topic: "t", ...args })],
                    "KafkaTopicRule",
                );
            for (const credentials of [{ mode: "PLAIN", user: { password: value } }, value, authentication])
                await showsNone([made("IotKafkaPipeline", { topic: "t", credentials })], "IotKafkaPipeline");
        }
    }).timeout(120_000);

    it("is told by no remediation", async () => {
        const policies = [...required, ...recommended].map((one) => ({
            ...one,
            enforcementLevel: "remediate" as const,
        }));
        for (const value of FORMS) {
            const clientProperties = { ...KAFKA!.clientProperties, "sasl.scram.password": value };
            const { "security.protocol": _, ...without } = clientProperties;
            for (const properties of [clientProperties, without]) {
                const props = {
                    ...RULE_PROPS,
                    sqlVersion: "2017-01-01",
                    kafkas: [{ ...KAFKA, clientProperties: properties }],
                };
                const { by, told } = await remediate(policies, RULE, props);
                assert.ok(by.includes("sql-version"));
                assert.deepEqual(
                    told.filter((text) => SHOWN.some((one) => text.includes(one))),
                    [],
                );
            }
        }
    });
});

/** Policies with a token in each place of a statement. */
function documents(): string[] {
    const statement = { Effect: "Allow", Action: "ec2:CreateNetworkInterface", Resource: "*" };
    return [
        { Sid: CANARY },
        { Action: `ec2:${CANARY}` },
        { Resource: CANARY },
        { Principal: { AWS: CANARY } },
        { Condition: { StringEquals: { "sts:ExternalId": CANARY } } },
        { Condition: { [CANARY]: { [CANARY]: [CANARY] } } },
    ].map((more) => JSON.stringify({ Version: "2012-10-17", Statement: [{ ...statement, ...more }] }));
}
