import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { examineOne, failuresIn } from "./lab/examineOne";
import { labOrSkip } from "./lab/lab";
import { type YourBroker, yourBroker } from "./lab/yourBroker";

/**
 * Any broker, by environment variables. One in a container, for instance:
 *
 *   KAFKA_BOOTSTRAP=localhost:9096 KAFKA_USERNAME=alice KAFKA_PASSWORD=… KAFKA_TRUSTSTORE=trust.p12 \
 *   KAFKA_TRUSTSTORE_PASSWORD=… KAFKA_TOPIC=telemetry npx mocha --node-option import=tsx tests/kafka/broker/yours.test.ts
 *
 * KAFKA_SECURITY_PROTOCOL=SSL with KAFKA_KEYSTORE and KAFKA_KEYSTORE_PASSWORD is mutual TLS, KAFKA_MECHANISM=GSSAPI with
 * KAFKA_KEYTAB, KAFKA_PRINCIPAL, KAFKA_REALM, KAFKA_KDC and KAFKA_SERVICE_NAME Kerberos. Without KAFKA_BOOTSTRAP it is the
 * laboratory's own broker.
 */
describe("a broker of yours", () => {
    let broker: YourBroker;
    before(async function () {
        const named = yourBroker();
        if (named) broker = named;
        else {
            const lab = await labOrSkip(this);
            broker = { properties: lab.modes["SCRAM-SHA-512"], topic: await lab.topic("yours") };
        }
    });

    it("is examined step by step", async () => {
        const report = await examineOne(broker.properties, { topic: broker.topic });
        assert.deepEqual(failuresIn(report), []);
        assert.equal(report.ok, true);
    });

    it("takes a record", async () => {
        const report = await examineOne(broker.properties, { topic: broker.topic, key: "iot-kafka", produce: true });
        assert.match(report.steps.find(({ step }) => step === "produce")!.cause, /partition \d+, offset \d+/);
    });
});

describe("the environment variables of a broker of yours", () => {
    const common = { KAFKA_BOOTSTRAP: "b:9096", KAFKA_TOPIC: "t", KAFKA_USERNAME: "u", KAFKA_PASSWORD: "p" };

    it("become client properties", () => {
        assert.deepEqual(yourBroker(common)?.properties, {
            "bootstrap.servers": "b:9096",
            "security.protocol": "SASL_SSL",
            "sasl.mechanism": "SCRAM-SHA-512",
            "sasl.scram.username": "u",
            "sasl.scram.password": "p",
        });
        assert.equal(yourBroker({ ...common, KAFKA_MECHANISM: "PLAIN" })?.properties["sasl.plain.password"], "p");
        assert.equal(yourBroker({}), undefined);
        assert.throws(() => yourBroker({ KAFKA_BOOTSTRAP: "b:9096" }), /KAFKA_TOPIC/);
    });

    it("name files of stores", () => {
        const folder = mkdtempSync(join(tmpdir(), "iot-kafka-yours-"));
        try {
            writeFileSync(join(folder, "trust.p12"), Buffer.from([1, 2, 3]));
            const given = { ...common, KAFKA_SECURITY_PROTOCOL: "SSL", KAFKA_TRUSTSTORE: join(folder, "trust.p12") };
            const { properties } = yourBroker(given)!;
            assert.equal(properties["ssl.truststore"], "AQID");
            assert.equal(properties["sasl.mechanism"], undefined);
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    });
});
