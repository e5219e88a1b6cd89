import assert from "node:assert/strict";
import type { PropertyProblem } from "../../../kafka/client";
import { storeSteps } from "../../../kafka/doctor/storeSteps";
import { writePkcs12KeyStore, writePkcs12TrustStore } from "../../../kafka/stores";
import { issue } from "../stores/issue";
import { CONTENT, MIDDLE, PASSWORD, ROOT } from "../stores/samples";

const TRUST = writePkcs12TrustStore({ caPem: ROOT.pem + MIDDLE.pem, password: PASSWORD }).toString("base64");
const KEY = writePkcs12KeyStore(CONTENT).toString("base64");

function problem(step: "truststore" | "keystore", level: "error" | "advice"): PropertyProblem {
    const code = level === "error" ? "store-damaged" : "certificate-expires-soon";
    return { property: `ssl.${step}`, step, level, code, cause: "It is so.", fix: "Do that." };
}

describe("the stores of a client", () => {
    it("are described", () => {
        const [trust, key, ...more] = storeSteps(
            {
                "ssl.truststore": TRUST,
                "ssl.truststore.password": PASSWORD,
                "ssl.keystore": KEY,
                "ssl.keystore.password": PASSWORD,
            },
            [],
            [],
        );
        assert.equal(trust!.cause, "PKCS12, trusts CN=plant root; CN=plant authority.");
        assert.equal(key!.cause, "PKCS12, holds the key of CN=client, valid until 2049-12-31.");
        assert.deepEqual([trust!.ok, key!.ok, more], [true, true, []]);
    });

    it("need not be there: Amazon's authorities are trusted without one", () => {
        const [trust, ...more] = storeSteps({}, [], []);
        assert.equal(trust!.ok, true);
        assert.match(trust!.cause, /Amazon's own authorities/);
        assert.deepEqual(more, []);
    });

    it("are needless where they hold Amazon's authorities only", () => {
        const { rootCertificates } = require("node:tls") as typeof import("node:tls");
        const { X509Certificate } = require("node:crypto") as typeof import("node:crypto");
        const amazon = rootCertificates.filter((pem) => /O=Amazon\b/.test(new X509Certificate(pem).subject));
        assert.ok(amazon.length >= 4);
        const trusting = (pems: readonly string[]) => {
            const store = writePkcs12TrustStore({ caPem: pems.join("\n") }).toString("base64");
            return storeSteps({ "ssl.truststore": store }, [], [])[0]!.cause;
        };
        assert.match(trusting(amazon), /all of them Amazon's/);
        assert.doesNotMatch(trusting([...amazon, issue("other", { ca: true }).pem]), /all of them Amazon's/);
    });

    it("fail by what is wrong with them, and by advice they do not", () => {
        const [trust, key] = storeSteps({}, [], [problem("truststore", "advice"), problem("keystore", "error")]);
        assert.deepEqual([trust!.ok, trust!.code], [true, "certificate-expires-soon"]);
        assert.deepEqual([key!.ok, key!.code], [false, "store-damaged"]);
        const [both] = storeSteps({}, [], [problem("truststore", "advice"), problem("truststore", "error")]);
        assert.equal(both!.code, "store-damaged");
    });

    it("cannot be looked into without their values", () => {
        const [trust, key] = storeSteps({ "ssl.truststore": TRUST }, ["ssl.truststore.password", "ssl.keystore"], []);
        assert.deepEqual([trust!.code, key!.code], ["not-reached", "not-reached"]);
    });

    it("show no password and no key", () => {
        const steps = storeSteps({ "ssl.keystore": KEY, "ssl.keystore.password": PASSWORD }, [], []);
        assert.equal(JSON.stringify(steps).includes(PASSWORD), false);
        assert.equal(JSON.stringify(steps).includes(KEY.slice(0, 30)), false);
    });
});
