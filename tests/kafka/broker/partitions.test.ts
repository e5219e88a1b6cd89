import assert from "node:assert/strict";
import { partitionOf as partitionOfClient } from "../../../kafka/client";
import { partitionOf as partitionOfSimulator } from "../../../simulator";
import { type Lab, labOrSkip } from "./lab/lab";

const KEYS = 100_000;
const AT_ONCE = 20_000;

describe("the partition of a key", () => {
    let lab: Lab;
    before(async function () {
        lab = await labOrSkip(this);
    });

    it(`is that of the Java client for ${KEYS} random keys, in the simulator and in our own client`, async function () {
        this.timeout(120_000);
        const random = randomNumbers(20261125);
        let compared = 0;
        for (let start = 0; start < KEYS; start += AT_ONCE) {
            const count = 1 + Math.floor(random() * 1000);
            const keys = Array.from({ length: AT_ONCE }, (_, index) => Buffer.from(randomKey(random, start + index)));
            const expected = await ofJava(keys, count);
            for (const [index, key] of keys.entries()) {
                const shown = key.subarray(0, 40).toString("base64");
                assert.equal(partitionOfSimulator(key, count), expected[index], shown);
                assert.equal(partitionOfClient(key, count), expected[index], shown);
                compared++;
            }
        }
        assert.equal(compared, KEYS);
    });

    it("is that of the Java client for the empty key and for keys of 1 MB", async () => {
        const keys = ["", "a".repeat(1024 * 1024), "🚀".repeat(262_144), "é".repeat(524_287)].map((key) =>
            Buffer.from(key),
        );
        const expected = await ofJava(keys, 977);
        assert.deepEqual(
            keys.map((key) => partitionOfClient(key, 977)),
            expected,
        );
        assert.deepEqual(
            keys.map((key) => partitionOfSimulator(key, 977)),
            expected,
        );
    });

    async function ofJava(keys: readonly Buffer[], count: number): Promise<readonly number[]> {
        const job = { do: "partitions", count, keys: keys.map((key) => key.toString("base64")) } as const;
        const { partitions, error } = await lab.java.ask(job);
        assert.ok(partitions, error);
        return partitions;
    }
});

/** Of letters, of all planes of Unicode, of emoji, short and long. */
function randomKey(random: () => number, index: number): string {
    const length = index % 997 === 0 ? 5000 : Math.floor(random() * 40);
    const kind = index % 4;
    return Array.from({ length }, () => {
        if (kind === 0) return String.fromCharCode(32 + Math.floor(random() * 95));
        if (kind === 1) return String.fromCodePoint(0x1f300 + Math.floor(random() * 0x300));
        const point = Math.floor(random() * 0x10ffff);
        // Halves of pairs are no characters.
        return String.fromCodePoint(point >= 0xd800 && point < 0xe000 ? 0x20 : point);
    }).join("");
}

/** The same numbers each time. */
function randomNumbers(seed: number): () => number {
    let state = seed;
    return () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state / 2 ** 32;
    };
}
