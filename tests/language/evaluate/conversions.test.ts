import assert from "node:assert/strict";
import { resultOf } from "./evaluate";
import { type Row, rowOf, SAMPLE_NAMES, SAMPLES } from "./kinds";

/**
 * The tables of iot-sql-data-types. A conversion is only seen through what needs it: a sum with a String converts to
 * String, a comparison to Decimal, a position to Int, NOT to Boolean.
 */
const CONVERSIONS: Readonly<Record<string, { readonly through: string; readonly results: Row }>> = {
    "to Decimal": {
        through: "# >= -1000",
        results: rowOf("Undefined", { Int: "true", Decimal: "true", "a String with a number": "true" }),
    },
    "to Int": {
        through: "get([10, 11, 12, 13, 14, 15, 16, 17], #)",
        results: rowOf("Undefined", { Int: "17", Decimal: "13", "a String with a number": "11" }),
    },
    "to Boolean": { through: "NOT #", results: rowOf("Undefined", { Boolean: "false" }) },
    "to String": {
        through: "'' + #",
        results: rowOf("Undefined", {
            Int: '"7"',
            Decimal: '"2.5"',
            Boolean: '"true"',
            "a String with a number": '"1.5"',
            "a String without one": '"abc"',
            Array: '"[1,\\"a\\"]"',
            Object: '"{\\"k\\":1}"',
        }),
    },
    "by cast to Decimal": {
        through: "cast(# AS Decimal)",
        results: rowOf("Undefined", { Int: "7", Decimal: "2.5", Boolean: "1", "a String with a number": "1.5" }),
    },
    "by cast to Double": {
        through: "cast(# AS Double)",
        results: rowOf("Undefined", { Int: "7", Decimal: "2.5", Boolean: "1", "a String with a number": "1.5" }),
    },
    "by cast to Int": {
        through: "cast(# AS Int)",
        results: rowOf("Undefined", { Int: "7", Decimal: "2", Boolean: "1", "a String with a number": "1" }),
    },
    "by cast to Boolean": {
        through: "cast(# AS Boolean)",
        results: rowOf("Undefined", { Int: "true", Decimal: "true", Boolean: "true" }),
    },
    "by cast to String": {
        through: "cast(# AS String)",
        results: rowOf("Undefined", {
            Int: '"7"',
            Decimal: '"2.5"',
            Boolean: '"true"',
            "a String with a number": '"1.5"',
            "a String without one": '"abc"',
            Array: '"[1,\\"a\\"]"',
            Object: '"{\\"k\\":1}"',
        }),
    },
};

const MORE: readonly (readonly [expression: string, result: string, says: string])[] = [
    ["'0' + 0 * 1 = '00'", "true", "0 is a number text"],
    ["abs('-1.2')", "1.2", "-1.2 is a number text"],
    ["abs('5E-12')", "5E-12", "5E-12 is a number text"],
    ["abs('5e-12')", "5E-12", "the exponent may be of either case"],
    ["abs('5E+12')", "Undefined", "a plus sign in an exponent is none of the expression AWS gives"],
    ["abs('+5')", "Undefined", "a plus sign in front is none of the expression AWS gives"],
    ["abs(' 5')", "Undefined", "blanks around a number are none of the expression AWS gives"],
    ["abs('.5')", "Undefined", "a number text starts with a digit"],
    ["abs('5.')", "Undefined", "a number text does not end with a point"],
    ["abs('')", "Undefined", "the empty text is no number"],
    ["abs('1E1000')", "Undefined", "a number text beyond the magnitude of a Decimal is no number"],
    ["get(['a','b','c','d'], 1.5)", '"c"', "a Decimal becomes the nearest Int, halves away from zero"],
    ["get(['a','b','c','d'], '1.9')", '"b"', "a String becomes an Int by truncation"],
    ["cast(-1.5 AS Int)", "-2", "cast rounds a Decimal down"],
    ["cast('-1.5' AS Int)", "-2", "cast rounds a String down"],
    ["cast(false AS Int)", "0", "false is 0"],
    ["cast(0 AS Boolean)", "false", "0 is false"],
    ["cast(0.1 AS Bool)", "true", "any number but zero is true"],
    ["cast('TRUE' AS Boolean)", "true", "the texts of Booleans are read in any case"],
    ["NOT 'FALSE'", "true", "the texts of Booleans are read in any case"],
    [
        "cast(1 AS nvarchar) + cast(2 AS Text) + cast(3 AS NText) + cast(4 AS VarChar)",
        '"1234"',
        "four words mean String",
    ],
    ["cast('5' AS integer)", "5", "Integer is Int"],
];

describe("a conversion", () => {
    for (const [name, { through, results }] of Object.entries(CONVERSIONS)) {
        for (const sample of SAMPLE_NAMES) {
            it(`${name} of ${sample} gives ${results[sample]}`, () => {
                assert.equal(resultOf(through.replace("#", SAMPLES[sample])), results[sample]);
            });
        }
    }

    for (const [expression, result, says] of MORE) {
        it(`is as documented: ${says} (${expression})`, () => assert.equal(resultOf(expression), result));
    }

    it("by cast keeps what 2015-10-08 calls a Decimal", () => {
        const given = { version: "2015-10-08", message: '{"light":5.0,"count":5}' };
        assert.equal(resultOf("cast(light AS double)", given), "5.0");
        assert.equal(resultOf("cast(count AS double)", given), "5", "an Int is a Decimal without a decimal point");
        assert.equal(resultOf("cast(count AS double) / 2", given), "2.5", "but a Decimal");
        assert.equal(resultOf("cast(true AS double)", given), "1.0");
    });
});
