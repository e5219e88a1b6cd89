import assert from "node:assert/strict";
import { isAtLeast, parseKafkaVersion } from "../../../constraints/facts/kafkaVersion";

describe("a version of Apache Kafka", () => {
    it("is read with its suffixes", () => {
        assert.deepEqual(parseKafkaVersion("3.9.x.kraft"), {
            numbers: [3, 9, Number.POSITIVE_INFINITY],
            isKraft: true,
            isTiered: false,
        });
        assert.deepEqual(parseKafkaVersion("2.8.2.tiered")?.isTiered, true);
    });

    for (const text of ["", "3", "latest", "3.9.x.", "v3.9.0", "3.9.x.y", "3.9.0-kraft"]) {
        it(`is not read from ${JSON.stringify(text)}`, () => assert.equal(parseKafkaVersion(text), undefined));
    }

    it("is compared number by number, and x is the newest there is", () => {
        const isFrom = (text: string, ...least: number[]) => isAtLeast(parseKafkaVersion(text)!, ...least);
        assert.ok(isFrom("2.10.0", 2, 6));
        assert.ok(isFrom("3.7.x", 3, 7, 1));
        assert.ok(isFrom("3.3.2", 3, 3, 2));
        assert.ok(!isFrom("3.3.1", 3, 3, 2));
        assert.ok(!isFrom("2.8.2.tiered", 3, 6));
        assert.ok(isFrom("4.0.x.kraft", 4));
    });
});
