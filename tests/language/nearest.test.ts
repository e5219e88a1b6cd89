import assert from "node:assert/strict";
import { nearest } from "../../language/nearest";

describe("the nearest word", () => {
    const words = ["acks-value", "sql-version", "SASL_SSL", "SELECT", "0", "1"];

    it("is the one that a slip of the hand away was meant", () => {
        assert.equal(nearest("ack-value", words), "acks-value");
        assert.equal(nearest("SELEKT", words), "SELECT");
        assert.equal(nearest("SLECET", words), "SELECT");
    });

    it("heeds neither case nor punctuation", () => {
        assert.equal(nearest("sasl-ssl", words), "SASL_SSL");
        assert.equal(nearest("AcksValue", words), "acks-value");
    });

    it("is none where everything would be near, or nothing is", () => {
        assert.equal(nearest("2", words), undefined);
        assert.equal(nearest("", words), undefined);
        assert.equal(nearest("--", words), undefined);
        assert.equal(nearest("brotli", words), undefined);
        assert.equal(nearest("x".repeat(100_000), words), undefined);
    });
});
