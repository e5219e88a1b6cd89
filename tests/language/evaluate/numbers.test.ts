import assert from "node:assert/strict";
import fc from "fast-check";
import { output, resultOf } from "./evaluate";

const OLD = { version: "2015-10-08" };

/** What a number of a message is printed as, when all of it is selected. */
const NUMBERS: readonly (readonly [written: string, newer: string, older: string])[] = [
    ["36.903999599999999", "36.9039996", "36.9039996"],
    ["5", "5", "5"],
    ["5.0", "5", "5.0"],
    ["5.00", "5", "5.0"],
    ["-5.0", "-5", "-5.0"],
    ["0.1", "0.1", "0.1"],
    ["1e3", "1000", "1000.0"],
    ["1.5E3", "1500", "1500.0"],
    ["-0", "0", "0"],
    ["9007199254740993", "9007199254740993", "9007199254740993"],
    ["-9223372036854775808", "-9223372036854775808", "-9223372036854775808"],
    ["18446744073709551615", "18446744073709551615", "18446744073709551615"],
    ["1234567890123456789012345678901234", "1234567890123456789012345678901234", "1234567890123456789012345678901234"],
    ["0.000001", "0.000001", "0.000001"],
    ["0.0000001", "1E-7", "1E-7"],
    ["5e-12", "5E-12", "5E-12"],
    ["1e400", "1E+400", "1E+400"],
    ["1e-400", "1E-400", "1E-400"],
];

describe("a number", () => {
    for (const [written, newer, older] of NUMBERS) {
        it(`of a message is printed as AWS prints it: ${written}`, () => {
            const message = `{"a":[${written}],"b":${written}}`;
            assert.equal(output("SELECT * FROM 'a'", { message }), `{"a":[${newer}],"b":${newer}}`);
            assert.equal(output("SELECT * FROM 'a'", { message, ...OLD }), `{"a":[${older}],"b":${older}}`);
            assert.equal(output("SELECT b FROM 'a'", { message }), `{"b":${newer}}`);
        });
    }

    it("is added, subtracted and multiplied without the errors of doubles", () => {
        assert.equal(resultOf("0.1 + 0.2"), "0.3");
        assert.equal(resultOf("1.1 - 1"), "0.1");
        assert.equal(resultOf("x * 1.8", { message: '{"x":20.502222}' }), "36.9039996");
        assert.equal(resultOf("x - 0.0000001", { message: '{"x":0.3}' }), "0.2999999");
        assert.equal(resultOf("0.0001 * 0.0001"), "1E-8");
    });

    it("is divided to 34 digits", () => {
        assert.equal(resultOf("1 / 3.5"), "0.2857142857142857142857142857142857");
        assert.equal(resultOf("10.5 / 3"), "3.5");
        assert.equal(resultOf("2.5 / 0.5"), "5");
        assert.equal(resultOf("2.5 / 0.5", OLD), "5.0");
    });

    it("of 64 bits stays whole in sums and products", () => {
        const message = '{"id":9223372036854775807,"small":9007199254740991}';
        assert.equal(resultOf("id + 1", { message }), "9223372036854775808");
        assert.equal(resultOf("id - id", { message }), "0");
        assert.equal(resultOf("id * 10", { message }), "92233720368547758070");
        assert.equal(resultOf("id / 10", { message }), "922337203685477580");
        assert.equal(resultOf("id % 10", { message }), "7");
        assert.equal(resultOf("-id", { message }), "-9223372036854775807");
        assert.equal(resultOf("small + 2", { message }), "9007199254740993");
        assert.equal(resultOf("small * small", { message }), "81129638414606663681390495662081");
        assert.equal(resultOf("bitand(id, 255)", { message }), "255");
        assert.equal(resultOf("concat(id, '')", { message }), '"9223372036854775807"');
    });

    it("has 34 digits when it is an Int, and is Undefined beyond", () => {
        const largest = "9".repeat(34);
        assert.equal(resultOf(`${largest} + 0`), largest);
        assert.equal(resultOf(`${largest} + 1`), "Undefined");
        assert.equal(resultOf(`${largest} * 10`), "Undefined");
        assert.equal(resultOf("floor(1.5E300)"), "Undefined");
    });

    it("has a magnitude up to E999, and is Undefined beyond", () => {
        assert.equal(resultOf("9.5E999 * 1"), "9.5E+999");
        assert.equal(resultOf("9.5E999 * 10"), "Undefined");
        assert.equal(resultOf("1.5E-999 / 10"), "0");
    });

    it("keeps the 34 digits of a literal", () => {
        const digits = "1.234567890123456789012345678901234";
        assert.equal(resultOf(digits), digits);
        assert.equal(resultOf(`${digits}5`), `${digits.slice(0, -1)}4`);
    });

    it("is a Decimal in 2015-10-08 also when it is whole, and divides as one", () => {
        const message = '{"light":5.0,"count":5}';
        assert.equal(resultOf("light / 2", { message, ...OLD }), "2.5");
        assert.equal(resultOf("light / 2", { message }), "2");
        assert.equal(resultOf("count / 2", { message, ...OLD }), "2");
        assert.equal(resultOf("light * 2", { message, ...OLD }), "10.0");
        assert.equal(resultOf("concat(light, '')", { message, ...OLD }), '"5.0"');
    });

    it("of double precision is Undefined where it is imaginary or infinite", () => {
        for (const expression of [
            "acos(2)",
            "asin(-1.5)",
            "sqrt(-1)",
            "ln(-1)",
            "log(0)",
            "exp(1E5)",
            "power(-8, 0.5)",
        ]) {
            assert.equal(resultOf(expression), "Undefined", expression);
        }
    });

    it("in a message comes out as JSON.stringify would write it, wherever that is exact", () => {
        fc.assert(
            fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
                const message = JSON.stringify({ value });
                const selected = output("SELECT * FROM 'a'", { message });
                // Exponents are written with a capital letter, and keys stay where they stood.
                assert.deepEqual(JSON.parse(selected), JSON.parse(message));
            }),
            { numRuns: 300 },
        );
    });

    it("of a sum is what whole numbers of units give", () => {
        const cents = fc.integer({ min: -1e9, max: 1e9 });
        fc.assert(
            fc.property(cents, cents, (a, b) => {
                const message = JSON.stringify({ a: a / 100, b: b / 100 });
                assert.equal(resultOf("(a + b) * 100", { message }), String(a + b));
                assert.equal(resultOf("(a - b) * 100", { message }), String(a - b));
                assert.equal(resultOf("a * b * 10000", { message }), String(BigInt(a) * BigInt(b)));
            }),
            { numRuns: 200 },
        );
    });
});
