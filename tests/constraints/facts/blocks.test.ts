import assert from "node:assert/strict";
import fc from "fast-check";
import { covers, isEverywhere, isPrivate, overlap, parseBlock } from "../../../constraints/facts/blocks";

const ipv4 = fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })).map(([address, length]) => `${address}/${length}`);
const ipv6 = fc.tuple(fc.ipV6(), fc.integer({ min: 0, max: 128 })).map(([address, length]) => `${address}/${length}`);
const blocks = fc.oneof(ipv4, ipv6).map((text) => parseBlock(text)!);

describe("a block of addresses", () => {
    it("is read from CIDR notation and from a single address, in all forms of IPv6", () => {
        assert.deepEqual(parseBlock("10.0.1.77/24"), { bits: 32, address: 0x0a000100n, prefix: 24 });
        assert.deepEqual(parseBlock("10.0.0.1"), { bits: 32, address: 0x0a000001n, prefix: 32 });
        assert.deepEqual(parseBlock("::/0"), { bits: 128, address: 0n, prefix: 0 });
        assert.deepEqual(parseBlock("::ffff:10.0.0.1"), parseBlock("::ffff:a00:1"));
        assert.deepEqual(parseBlock("2001:db8::1:0/112"), {
            bits: 128,
            address: (0x20010db8n << 96n) | 0x10000n,
            prefix: 112,
        });
    });

    it("is not read from anything else", () => {
        for (const text of [
            "",
            "10.0.0.0/33",
            "10.0.0/8",
            "10.0.0.0/8/8",
            "host",
            "fe80::1%eth0",
            "10.0.0.0/-1",
            7,
            null,
            {},
        ]) {
            assert.equal(parseBlock(text), undefined, String(text));
        }
        fc.assert(fc.property(fc.string(), (text) => void parseBlock(text)));
    });

    it("covers itself, all that is longer in it, and nothing of the other version", () => {
        fc.assert(
            fc.property(blocks, fc.integer({ min: 0, max: 128 }), (block, more) => {
                assert.ok(covers(block, block));
                const inner = { ...block, prefix: Math.min(block.bits, block.prefix + more) };
                assert.ok(covers(block, inner) && overlap(inner, block));
                assert.equal(covers(inner, block), inner.prefix === block.prefix);
                assert.equal(isEverywhere(block), block.prefix === 0);
            }),
        );
        assert.equal(covers(parseBlock("0.0.0.0/0")!, parseBlock("::1")!), false);
    });

    it("overlaps another exactly when one covers the other, whichever is asked", () => {
        fc.assert(
            fc.property(blocks, blocks, (one, other) => {
                assert.equal(overlap(one, other), overlap(other, one));
                assert.equal(overlap(one, other), covers(one, other) || covers(other, one));
            }),
        );
    });

    it("is private where nobody reaches it over the internet", () => {
        for (const text of ["10.1.0.0/16", "172.31.255.255", "192.168.3.0/24", "100.64.0.0/10", "fd00::1"]) {
            assert.ok(isPrivate(parseBlock(text)!), text);
        }
        for (const text of ["0.0.0.0/0", "172.32.0.0/16", "8.8.8.8", "2600::/16"]) {
            assert.ok(!isPrivate(parseBlock(text)!), text);
        }
    });
});
