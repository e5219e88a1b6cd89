import assert from "node:assert/strict";
import fc from "fast-check";
import { NATIVE_PROPERTIES } from "../../../constraints/data/nativeProperties";
import { CLIENT_PROPERTIES, isDocumentedProperty, meantProperties } from "../../../constraints/facts/clientProperties";

describe("client properties", () => {
    it("are the 21 that AWS documents", () => {
        assert.equal(CLIENT_PROPERTIES.length, 21);
    });

    it("are recognised in any case and with other marks between their segments", () => {
        for (const property of CLIENT_PROPERTIES) {
            for (const name of [
                property.toUpperCase(),
                ` ${property}`,
                property.replaceAll(".", "_"),
                `${property} `,
            ]) {
                if (name !== property) assert.deepEqual(meantProperties(name), [property], name);
            }
        }
    });

    it("are recognised with one letter missing or doubled", () => {
        const mistakes = fc.constantFrom(...CLIENT_PROPERTIES.filter((name) => name.length > 6)).chain((name) =>
            fc.nat(name.length - 1).map((at) => ({
                name,
                less: name.slice(0, at) + name.slice(at + 1),
                more: name.slice(0, at + 1) + name.slice(at),
            })),
        );
        fc.assert(
            fc.property(mistakes, ({ name, less, more }) => {
                for (const wrong of [less, more]) {
                    if (!isDocumentedProperty(wrong)) assert.ok(meantProperties(wrong).includes(name as never), wrong);
                }
            }),
        );
    });

    it("are recognised with a segment left out, where it is clear which is meant", () => {
        assert.deepEqual(meantProperties("sasl.kerberos.kdc"), ["sasl.kerberos.krb5.kdc"]);
        assert.deepEqual(meantProperties("truststore.password"), ["ssl.truststore.password"]);
        assert.deepEqual(meantProperties("password"), []);
    });

    it("of Kafka's own clients are none of them, and name none but them", () => {
        for (const [name, meant] of Object.entries(NATIVE_PROPERTIES)) {
            assert.ok(!isDocumentedProperty(name), name);
            assert.deepEqual(meantProperties(name), meant);
        }
    });

    it("are not found in what every object has", () => {
        for (const name of ["constructor", "__proto__", "toString", ""]) {
            assert.ok(!isDocumentedProperty(name));
            assert.deepEqual(meantProperties(name), []);
        }
    });

    it("are looked for in a time that does not grow with the name", () => {
        const since = process.cpuUsage().user;
        meantProperties("a.".repeat(200_000));
        assert.ok(process.cpuUsage().user - since < 1_000_000);
    });
});
