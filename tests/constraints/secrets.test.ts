import assert from "node:assert/strict";
import { CATALOGUE, Judge, renderFinding, type StackFacts } from "../../constraints";
import { NATIVE_PROPERTIES } from "../../constraints/data/nativeProperties";
import { action, KERBEROS, MUTUAL_TLS, PLAIN, rule, SCRAM } from "../../constraints/examples/configurations";
import { FOUNDING_PROPERTIES } from "../../constraints/examples/foundingPage";
import { SENSITIVE_PROPERTIES } from "../../constraints/facts/clientProperties";

const CANARY = "c4n4ry-0f-4-s3cr3t";

/** Every constraint, those too that are off by default. */
const everything = new Judge(
    CATALOGUE,
    Object.fromEntries(CATALOGUE.map(({ id, level }) => [id, { enforcementLevel: level }])),
);

/** The canary as people write secrets: plain, in every way around a template, broken, and as no text at all. */
const VALUES: readonly unknown[] = [
    CANARY,
    ` ${CANARY}\n`,
    `${CANARY}/${CANARY}@${CANARY}:9092`,
    `arn:aws:iot:us-east-1:1:${CANARY}`,
    `SASL_SSL://${CANARY}`,
    `-----BEGIN ${CANARY}`,
    `/etc/${CANARY}.jks`,
    `data:${CANARY}`,
    `\${'${CANARY}'}`,
    `\${concat('${CANARY}', topic(2))}`,
    `${CANARY}\${get_secret('AmazonMSK_plant', 'SecretString', 'password', 'role')}`,
    `\${get_secret('AmazonMSK_plant', 'SecretString', 'password', 'role')}${CANARY}`,
    `\${${CANARY}`,
    `\${get_secret('${CANARY}`,
    `$\${${CANARY}}`,
    `@{${CANARY}}`,
    `${CANARY} [object Object]`,
    `undefined ${CANARY}`,
    [CANARY],
    { password: CANARY },
    { [CANARY]: 1 },
    CANARY.repeat(5000),
];

const MODES = { SCRAM, MUTUAL_TLS, PLAIN, KERBEROS, FOUNDING_PROPERTIES };
const UNDOCUMENTED = [
    "made.up",
    "password",
    ...Object.keys(NATIVE_PROPERTIES).filter((name) => /sasl|ssl|registry/.test(name)),
];

/** The canary in one property of the action and of the error action. */
function withCanary(mode: Record<string, unknown>, property: string, value: unknown): StackFacts {
    const kafka = action({ ...mode, [property]: value });
    return rule([kafka], { errorAction: { kafka } });
}

describe("a secret in the client properties", () => {
    for (const property of [...SENSITIVE_PROPERTIES, ...UNDOCUMENTED]) {
        it(`is shown by no constraint: ${property}`, () => {
            for (const [index, mode] of Object.values(MODES).entries()) {
                // Every form of the value with one mode, the plainest with the others.
                for (const value of index === 0 ? VALUES : VALUES.slice(0, 4)) {
                    const { findings, undetermined } = everything.judge(withCanary(mode, property, value));
                    const shown = [
                        ...findings.map(renderFinding),
                        JSON.stringify(findings),
                        JSON.stringify(undetermined),
                    ];
                    assert.deepEqual(
                        shown.filter((text) => text.includes(CANARY)),
                        [],
                        String(JSON.stringify(value)).slice(0, 60),
                    );
                }
            }
        });
    }

    it("is shown by no constraint where it stands before the host of a broker", () => {
        for (const list of [
            `plant:${CANARY}@kafka.plant.example:9096`,
            `kafka:9096,SASL_SSL://plant:${CANARY}@kafka:9096/`,
        ]) {
            const { findings } = everything.judge(withCanary(SCRAM, "bootstrap.servers", list));
            assert.ok(findings.some(({ constraint }) => constraint === "bootstrap-servers-format"));
            assert.ok(!findings.map(renderFinding).join().includes(CANARY));
        }
    });

    it("takes nothing out of the catalogue's own words, which a short secret may stand in by accident", () => {
        const mistaken = rule([action({ ...SCRAM, "sasl.scram.username": "device" })], { sql: "SELECT * FROM topic" });
        const finding = everything.judge(mistaken).findings.find(({ constraint }) => constraint === "sql-syntax");
        assert.doesNotMatch(renderFinding(finding!), /hidden/);
    });

    it("is reported, wherever it must not stand", () => {
        const mandatory = [
            "sasl.plain.password",
            "sasl.scram.password",
            "ssl.keystore",
            "ssl.key.password",
            "sasl.kerberos.keytab",
        ];
        for (const property of mandatory) {
            for (const mode of Object.values(MODES)) {
                const { findings } = everything.judge(withCanary(mode, property, CANARY));
                const own = findings.filter(({ path, level }) => path.at(-1) === property && level === "mandatory");
                assert.equal(own.length, 2, `${property}: once in each of the two actions`);
            }
        }
    });
});
