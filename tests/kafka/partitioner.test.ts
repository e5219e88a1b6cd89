import assert from "node:assert/strict";
import { murmur2, partitionOf } from "../../kafka/partitioner";

describe("the partition of a key", () => {
    for (const [key, partition] of [
        ["TESTKAFKA001", 1],
        ["AAAKAFKA002", 0],
        ["607856DB5110", 1],
    ] as const) {
        it(`is ${partition} of 3 for ${key}, as a real rule chose`, () => {
            assert.equal(partitionOf(Buffer.from(key), 3), partition);
        });
    }

    // Kafka's own test of Utils.murmur2 has these.
    for (const [text, hash] of [
        ["21", -973932308],
        ["foobar", -790332482],
        ["a-little-bit-long-string", -985981536],
        ["a-little-bit-longer-string", -1486304829],
        ["lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58897971],
        ["abc", 479470107],
    ] as const) {
        it(`hashes ${JSON.stringify(text)} as Kafka does`, () => {
            assert.equal(murmur2(Buffer.from(text)), hash);
        });
    }

    it("is never negative, whatever the key", () => {
        for (let number = 0; number < 10_000; number++) {
            const partition = partitionOf(Buffer.from(`device-${number}-ü😀`), 7);
            assert.ok(partition >= 0 && partition < 7);
        }
    });
});
