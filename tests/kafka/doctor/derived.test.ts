import assert from "node:assert/strict";
import type { Failure, FailureCode, Step } from "../../../kafka/client";
import { failed } from "../../../kafka/doctor";
import { withoutConsequences } from "../../../kafka/doctor/derived";

function failure(step: Step, code: FailureCode): Failure {
    return { step, code, cause: "It is so.", fix: "Do that." };
}

function codeAfter(before: Failure & { readonly at: string }, found: Failure): string {
    const step = failed(found.step, "b-1:9096", found);
    return withoutConsequences(step, [failed(before.step, before.at, before)]).code;
}

describe("one mistake", () => {
    it("has one cause: what a trust store explains is not told again", () => {
        const store = { ...failure("truststore", "store-unusable"), at: "ssl.truststore" };
        assert.equal(codeAfter(store, failure("tls", "tls-authority-unknown")), "not-reached");
        assert.equal(codeAfter(store, failure("tls", "tls-host-mismatch")), "tls-host-mismatch");
        assert.equal(codeAfter(store, failure("sasl", "login-refused")), "login-refused");
    });

    it("has one cause: what a key store explains is not told again", () => {
        const store = { ...failure("keystore", "store-unusable"), at: "ssl.keystore" };
        assert.equal(codeAfter(store, failure("tls", "tls-client-certificate-missing")), "not-reached");
        assert.equal(codeAfter(store, failure("tls", "tls-authority-unknown")), "tls-authority-unknown");
    });

    it("has one cause: a login that fails with the KDC is not told again", () => {
        const kdc = { ...failure("kdc", "kdc-refused"), at: "kdc:88/tcp" };
        assert.equal(codeAfter(kdc, failure("sasl", "kdc-refused")), "not-reached");
        assert.equal(codeAfter(kdc, failure("sasl", "kerberos-refused")), "kerberos-refused");
    });

    it("has one cause: a key store that is missing is not missed again by the broker", () => {
        const missing = { ...failure("properties", "property-missing"), at: "ssl.keystore" };
        assert.equal(codeAfter(missing, failure("tls", "tls-client-certificate-missing")), "not-reached");
        assert.equal(codeAfter(missing, failure("tls", "tls-authority-unknown")), "tls-authority-unknown");
    });

    it("is told where nothing before explains it", () => {
        const properties = { ...failure("properties", "property-value"), at: "acks" };
        assert.equal(codeAfter(properties, failure("tls", "tls-authority-unknown")), "tls-authority-unknown");
    });
});
