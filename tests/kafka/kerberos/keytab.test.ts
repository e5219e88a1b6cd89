import assert from "node:assert/strict";
import fc from "fast-check";
import { kdcsIn, readKeytab, readKeytabText } from "../../../kafka/kerberos";
import { keytabOf, withSize } from "./keytabOf";

const KEYTAB = keytabOf([
    { principal: "client@REALM", version: 300 },
    { principal: "kafka-keytab/kafka-keytab.com@REALM", encryption: 17 },
]);

describe("a keytab", () => {
    it("is read with its principals, kinds and long versions of keys", () => {
        const read = readKeytabText(KEYTAB.toString("base64"));
        assert.ok(read.ok);
        assert.deepEqual(
            read.keytab.entries.map(({ principal, version, encryption, key }) => [
                principal,
                version,
                encryption,
                key.length,
            ]),
            [
                ["client@REALM", 300, 18, 32],
                ["kafka-keytab/kafka-keytab.com@REALM", 2, 17, 16],
            ],
        );
    });

    it("may have holes where entries were deleted, and an end before its end", () => {
        const hole = withSize(Buffer.alloc(10));
        hole.writeInt32BE(-10, 0);
        const bytes = Buffer.concat([
            KEYTAB.subarray(0, 2),
            hole,
            KEYTAB.subarray(2),
            Buffer.alloc(4),
            Buffer.alloc(50, 1),
        ]);
        const read = readKeytab(bytes);
        assert.equal(read.ok && read.keytab.entries.length, 2);
    });

    const WRONG: readonly [string, string, RegExp][] = [
        ["nothing", "", /is empty/],
        ["the name of a file", "/etc/client.keytab", /not base64/],
        ["base64 of base64", Buffer.from(KEYTAB.toString("base64")).toString("base64"), /encoded twice/],
        [
            "a file that was read as text",
            Buffer.from(KEYTAB.toString("utf8").replaceAll("\0", "\ufffd")).toString("base64"),
            /read as text/,
        ],
        ["a key store", Buffer.from("feedfeed00000002", "hex").toString("base64"), /key store/],
        ["an old form", Buffer.from([5, 1, 0, 0]).toString("base64"), /old form/],
        ["something else", Buffer.from("hello").toString("base64"), /no keytab/],
        ["no key", Buffer.from([5, 2]).toString("base64"), /holds no key/],
        ["half of it", KEYTAB.subarray(0, 60).toString("base64"), /cut off/],
        [
            "damage",
            keytabOf([{ principal: "a@B" }])
                .fill(0xff, 6, 8)
                .toString("base64"),
            /damaged/,
        ],
    ];
    for (const [what, text, words] of WRONG) {
        it(`is told from ${what}`, () => {
            const read = readKeytabText(text);
            assert.match(read.ok ? "" : read.cause, words);
        });
    }

    it("never throws and never shows a key, whatever byte of it is changed", () => {
        fc.assert(
            fc.property(fc.nat(KEYTAB.length - 1), fc.nat(255), fc.nat(KEYTAB.length), (at, byte, length) => {
                const changed = Buffer.from(KEYTAB.subarray(0, length));
                if (at < length) changed[at] = byte;
                const read = readKeytab(changed);
                assert.ok(read.ok || !read.cause.includes("090909"));
            }),
        );
        fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readKeytab(Buffer.from(bytes))));
    });
});

describe("krb5.conf", () => {
    const TEXT = `# a comment
[libdefaults]
    default_realm = REALM
    kdc = not-here:1
[realms]
  REALM = {
    kdc = one.example
    ; kdc = commented.example
    kdc=two.example:1088
    admin_server = other.example
    kdc = [2001:db8::1]:89
  }
  OTHER = {
    kdc = third.example
  }
[domain_realm]
  kdc = no
`;

    it("names the KDCs of a realm, with their ports", () => {
        assert.deepEqual(kdcsIn(TEXT, "REALM"), [
            { host: "one.example", port: 88 },
            { host: "two.example", port: 1088 },
            { host: "2001:db8::1", port: 89 },
        ]);
        assert.deepEqual(kdcsIn(TEXT, "OTHER"), [{ host: "third.example", port: 88 }]);
        assert.deepEqual(kdcsIn(TEXT, "realm"), []);
    });

    it("may be any text", () => {
        fc.assert(fc.property(fc.string(), (text) => Array.isArray(kdcsIn(`[realms]\nR = {\n${text}`, "R"))));
    });
});
