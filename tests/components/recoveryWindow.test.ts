import assert from "node:assert/strict";
import { findingsOf } from "../../components/gate";
import { IOT_KAFKA_PIPELINE, KAFKA_CREDENTIALS, urnOf } from "../../constraints/components";
import { UNKNOWN } from "../../constraints/core/known";
import { formatPath } from "../../constraints/core/path";

const exists = { existingSecretId: "plant_secret" };
const KERBEROS = { mode: "GSSAPI", serviceName: "kafka", kdc: "kdc.plant.example", realm: "PLANT", principal: "iot" };

function found(args: object): string[] {
    const urn = urnOf(KAFKA_CREDENTIALS, { project: "plant", stack: "dev", name: "telemetry" });
    const findings = findingsOf(
        { type: KAFKA_CREDENTIALS, urn, name: "telemetry" },
        { recoveryWindowInDays: 7, ...args },
    );
    return findings.map(({ constraint, path, message }) => `${constraint} at ${formatPath(path)}: ${message}`);
}

describe("recoveryWindowInDays", () => {
    it("is refused where every secret exists, since it would have no effect", () => {
        for (const args of [
            { mode: "SCRAM-SHA-512", user: { existingSecretId: "AmazonMSK_plant" } },
            { mode: "PLAIN", user: exists, trustStore: exists },
            { ...KERBEROS, keytab: exists },
            { mode: "SSL", keyStore: { ...exists, password: { ...exists, key: "store" } } },
        ]) {
            const [only, ...more] = found(args);
            assert.match(only ?? "", /^argument-form at recoveryWindowInDays: .*every secret exists/is);
            assert.deepEqual(more, []);
            assert.deepEqual(found({ ...args, recoveryWindowInDays: undefined }), []);
        }
    });

    it("is taken where a secret is made, or nobody knows yet", () => {
        for (const args of [
            { mode: "SCRAM-SHA-512" },
            { mode: "PLAIN", user: exists, trustStore: { base64: UNKNOWN } },
            { mode: "SSL", keyStore: { ...exists, password: "store-password" } },
            { mode: "SSL", keyStore: { ...exists, password: { ...exists }, keyPassword: UNKNOWN } },
        ]) {
            assert.deepEqual(found(args), []);
        }
    });

    it("is refused in a pipeline at its own path", () => {
        const urn = urnOf(IOT_KAFKA_PIPELINE, { project: "plant", stack: "dev", name: "telemetry" });
        const findings = findingsOf(
            { type: IOT_KAFKA_PIPELINE, urn, name: "telemetry" },
            {
                sql: "SELECT * FROM 'devices/+/telemetry'",
                topic: "telemetry",
                key: "${topic(2)}",
                network: "new",
                kafka: {
                    credentials: {
                        mode: "SCRAM-SHA-512",
                        user: { existingSecretId: "AmazonMSK_plant" },
                        recoveryWindowInDays: 0,
                    },
                },
            },
        );
        assert.deepEqual(
            findings.map(({ path }) => formatPath(path)),
            ["kafka.credentials.recoveryWindowInDays"],
        );
    });
});
