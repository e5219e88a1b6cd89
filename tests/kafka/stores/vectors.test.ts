import assert from "node:assert/strict";
import { derivePkcs12, pkcs12Password } from "../../../kafka/stores/pkcs12Kdf";
import { decryptRc2Cbc } from "../../../kafka/stores/rc2";
import { rc4 } from "../../../kafka/stores/rc4";

const hex = (text: string) => Buffer.from(text, "hex");

/** The vectors that implementations of RFC 7292 appendix B share, first published by S. Henson. */
const DERIVED = [
    ["smeg", 1, "0A58CF64530D823F", 1, "8AAAE6297B6CB04642AB5B077851284EB7128F1A2A7FBCA3"],
    ["smeg", 2, "0A58CF64530D823F", 1, "79993DFE048D3B76"],
    ["smeg", 1, "642B99AB44FB4B1F", 1, "F3A95FEC48D7711E985CFE67908C5AB79FA3D7C5CAA5D966"],
    ["smeg", 2, "642B99AB44FB4B1F", 1, "C0A38D64A79BEA1D"],
    ["smeg", 3, "3D83C0E4546AC140", 1, "8D967D88F6CAA9D714800AB3D48051D63F73A312"],
    ["queeg", 1, "05DEC959ACFF72F7", 1000, "ED2034E36328830FF09DF1E1A07DD357185DAC0D4F9EB3D4"],
    ["queeg", 2, "05DEC959ACFF72F7", 1000, "11DEDAD7758D4860"],
    ["queeg", 1, "1682C0FC5B3F7EC5", 1000, "483DD6E919D7DE2E8E648BA8F862F3FBFBDC2BCB2C02957F"],
    ["queeg", 2, "1682C0FC5B3F7EC5", 1000, "9D461D1B00355C50"],
    ["queeg", 3, "263216FCC2FAB31C", 1000, "5EC4C7A80DF652294C3925B6489A7AB857C83476"],
] as const;

describe("the derivation of RFC 7292 appendix B", () => {
    for (const [password, purpose, salt, iterations, expected] of DERIVED) {
        it(`gives the published bytes for "${password}", purpose ${purpose}, salt ${salt}`, () => {
            const given = { digest: "sha1", purpose, password: pkcs12Password(password), salt: hex(salt), iterations };
            assert.equal(
                derivePkcs12({ ...given, length: expected.length / 2 }).toString("hex"),
                expected.toLowerCase(),
            );
        });
    }

    it("takes an empty password and an empty salt", () => {
        const given = { digest: "sha256", purpose: 3, password: Buffer.alloc(0), salt: Buffer.alloc(0) } as const;
        assert.equal(derivePkcs12({ ...given, iterations: 2, length: 100 }).length, 100);
    });
});

/** RFC 2268 section 5: key, effective bits, plain block, encrypted block. */
const RC2 = [
    ["0000000000000000", 63, "0000000000000000", "ebb773f993278eff"],
    ["ffffffffffffffff", 64, "ffffffffffffffff", "278b27e42e2f0d49"],
    ["3000000000000000", 64, "1000000000000001", "30649edf9be7d2c2"],
    ["88", 64, "0000000000000000", "61a8a244adacccf0"],
    ["88bca90e90875a", 64, "0000000000000000", "6ccf4308974c267f"],
    ["88bca90e90875a7f0f79c384627bafb2", 64, "0000000000000000", "1a807d272bbe5db1"],
    ["88bca90e90875a7f0f79c384627bafb2", 128, "0000000000000000", "2269552ab0f85ca6"],
    ["88bca90e90875a7f0f79c384627bafb216f80a6f85920584c42fceb0be255daf1e", 129, "0000000000000000", "5b78d3a43dfff1f1"],
] as const;

describe("RC2", () => {
    for (const [key, bits, plain, encrypted] of RC2) {
        it(`decrypts the block ${encrypted} of RFC 2268`, () => {
            assert.equal(decryptRc2Cbc(hex(key), bits, Buffer.alloc(8), hex(encrypted)).toString("hex"), plain);
        });
    }
});

describe("RC4", () => {
    for (const [key, stream] of [
        ["0102030405", "b2396305f03dc027ccc3524a0a1118a8"],
        ["0102030405060708090a0b0c0d0e0f10", "9ac7cc9a609d1ef7b2932899cde41b97"],
    ] as const) {
        it(`makes the stream of RFC 6229 for the key ${key}`, () => {
            assert.equal(rc4(hex(key), Buffer.alloc(16)).toString("hex"), stream);
        });
    }
});
