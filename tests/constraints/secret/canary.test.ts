import assert from "node:assert/strict";
import { CATALOGUE, Judge, renderFinding, type StackFacts } from "../../../constraints";
import { KERBEROS, MUTUAL_TLS } from "../../../constraints/examples/configurations";
import { listed, scramUser } from "../../../constraints/examples/scramSecrets";
import { secret, secretVersion, withSecrets } from "../../../constraints/examples/secrets";

const everything = new Judge(
    CATALOGUE,
    Object.fromEntries(CATALOGUE.map(({ id, level }) => [id, { enforcementLevel: level }])),
);
const CANARY = "c4n4ry-0f-4-s3cr3t";

/** The canary as a value that some check has something to say of. */
const TEXTS: readonly unknown[] = [
    CANARY,
    "",
    `{"username":"plant","password":"${CANARY}"}`,
    `{"username":"${CANARY}","password":""}`,
    `{"${CANARY}":"plant"}`,
    `{"Username":"${CANARY}","PASSWORD":"${CANARY}"}`,
    `{'username':'${CANARY}'}`,
    `{"username":"plant","password":"${CANARY}\\n\\"'"}`,
    `{"username":"plant","password":["${CANARY}"]}`,
    JSON.stringify(`{"password":"${CANARY}"}`),
    `["${CANARY}"]`,
    `Calling [toString] on an [Output<T>] is not supported. ${CANARY}`,
    `{"username":"plant","password":"Calling [toJSON] on an [Output<T>] ${CANARY}"}`,
    `-----BEGIN ${CANARY}`,
    `./${CANARY}.jks`,
    `data:;base64,${CANARY}`,
    `${CANARY}\ufffd`,
    Buffer.from(CANARY).toString("base64"),
    Buffer.from(Buffer.from(`\xfe\xed\xfe\xed${CANARY}`, "latin1").toString("base64")).toString("base64"),
    Buffer.from(`-----BEGIN ${CANARY}`).toString("base64"),
    CANARY.repeat(5000),
    [CANARY],
    { password: CANARY },
];

/** What shows a canary: its text, and the base64 of it. */
const SHOWN = [CANARY, Buffer.from(CANARY).toString("base64")];

function shownBy(stack: StackFacts): string[] {
    const { findings, undetermined } = everything.judge(stack);
    const texts = [...findings.map(renderFinding), JSON.stringify(findings), JSON.stringify(undetermined)];
    return texts.filter((text) => SHOWN.some((secretText) => text.includes(secretText)));
}

describe("the value of a secret", () => {
    for (const property of ["secretString", "secretStringWo", "secretBinary"]) {
        it(`is shown by no constraint: ${property}`, () => {
            for (const value of TEXTS) {
                const about = String(JSON.stringify(value)).slice(0, 60);
                const version = { secretString: undefined, [property]: value };
                assert.deepEqual(shownBy(scramUser({ version })), [], about);
                for (const [name, mode] of [
                    ["kafka_keystore", MUTUAL_TLS],
                    ["kafka_keytab", KERBEROS],
                ] as const) {
                    const stack = withSecrets([secret(name), secretVersion({ [property]: value })], {}, mode);
                    assert.deepEqual(shownBy(stack), [], about);
                }
            }
        });
    }

    it("is shown by no constraint where an ARN belongs", () => {
        for (const text of [CANARY, `${CANARY} \${}`, `{"password":"${CANARY}"}`, `AmazonMSK_{${CANARY}}`]) {
            assert.deepEqual(shownBy({ resources: [listed([text, text])] }), [], text);
        }
    });

    it("is judged nevertheless", () => {
        const { findings } = everything.judge(scramUser({ version: { secretString: CANARY } }));
        assert.ok(findings.some(({ constraint }) => constraint === "scram-secret-shape"));
    });
});
