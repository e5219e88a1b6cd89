import assert from "node:assert/strict";
import { resultOf } from "./evaluate";
import { type Row, rowOf, SAMPLE_NAMES, SAMPLES } from "./kinds";

/** Functions of one number: Undefined for all that is none. */
const ofNumber = (Int: string, Decimal: string, text: string): Row =>
    rowOf("Undefined", { Int, Decimal, "a String with a number": text });

/** Functions of one text: Undefined for what becomes none. */
const ofText = (change: (text: string) => string): Row =>
    rowOf("Undefined", {
        Int: change("7"),
        Decimal: change("2.5"),
        Boolean: change("true"),
        "a String with a number": change("1.5"),
        "a String without one": change("abc"),
        Array: change('[1,"a"]'),
        Object: change('{"k":1}'),
    });

const json = (text: string) => JSON.stringify(text);
const double = (apply: (value: number) => number) =>
    ofNumber(...([7, 2.5, 1.5].map((value) => print(apply(value))) as [string, string, string]));
const print = (value: number) => (Number.isFinite(value) ? String(value) : "Undefined");

/** The tables of one argument: `#` is where it goes. */
const TABLES: Readonly<Record<string, Row>> = {
    "abs(#)": ofNumber("7", "2.5", "1.5"),
    "acos(#)": double(Math.acos),
    "asin(#)": double(Math.asin),
    "atan(#)": double(Math.atan),
    "atan2(#, 2)": double((value) => Math.atan2(value, 2)),
    "atan2(2, #)": double((value) => Math.atan2(2, value)),
    "bitand(#, 3)": ofNumber("3", "2", "1"),
    "bitand(3, #)": ofNumber("3", "2", "1"),
    "bitor(#, 8)": ofNumber("15", "10", "9"),
    "bitxor(#, 1)": ofNumber("6", "3", "0"),
    "bitnot(#)": ofNumber("-8", "-3", "-2"),
    "ceil(#)": ofNumber("7", "3", "2"),
    "chr(#)": ofNumber(json("\x07"), json("\x02"), json("\x01")),
    "cos(#)": double(Math.cos),
    "cosh(#)": double(Math.cosh),
    "exp(#)": double(Math.exp),
    "floor(#)": ofNumber("7", "2", "1"),
    "ln(#)": double(Math.log),
    "log(#)": double(Math.log10),
    "mod(#, 2)": ofNumber("1", "0.5", "1.5"),
    "mod(10, #)": ofNumber("3", "0", "1"),
    "remainder(#, 2)": ofNumber("1", "0.5", "1.5"),
    "power(#, 2)": ofNumber("49", "6.25", "2.25"),
    "power(2, #)": double((value) => 2 ** value),
    "round(#)": ofNumber("7", "3", "2"),
    "sign(#)": ofNumber("1", "1", "1"),
    "sign(0 - #)": ofNumber("-1", "-1", "-1"),
    "sin(#)": double(Math.sin),
    "sinh(#)": double(Math.sinh),
    "sqrt(#)": double(Math.sqrt),
    "tan(#)": double(Math.tan),
    "tanh(#)": double(Math.tanh),
    "trunc(#, 0)": ofNumber("7", "2", "1"),
    "trunc(1.23456, #)": rowOf("Undefined", { Int: "1.23456", Decimal: "1.23" }),
    "endswith(#, '5')": ofText((text) => String(text.endsWith("5"))),
    "endswith('xabc', #)": ofText((text) => String("xabc".endsWith(text))),
    "startswith(#, 'a')": ofText((text) => String(text.startsWith("a"))),
    "startswith('abcx', #)": ofText((text) => String("abcx".startsWith(text))),
    "indexof(#, '5')": ofText((text) => String(text.indexOf("5"))),
    "length(#)": ofText((text) => String(text.length)),
    "numbytes(#)": ofText((text) => String(text.length)),
    "lower(#)": ofText((text) => json(text.toLowerCase())),
    "upper(#)": ofText((text) => json(text.toUpperCase())),
    "trim(#)": ofText(json),
    "ltrim(#)": ofText(json),
    "rtrim(#)": ofText(json),
    "lpad(#, 2)": ofText((text) => json(`  ${text}`)),
    "rpad(#, 2)": ofText((text) => json(`${text}  `)),
    "lpad('x', #)": ofNumber(json("       x"), json("  x"), json(" x")),
    "rpad('x', #)": ofNumber(json("x       "), json("x  "), json("x ")),
    "replace(#, '5', 'y')": ofText((text) => json(text.replace("5", "y"))),
    "replace('x5', '5', #)": ofText((text) => json(`x${text}`)),
    "regexp_matches(#, '^[0-9.]+$')": ofText((text) => String(/^[0-9.]+$/.test(text))),
    "regexp_replace(#, '5', 'y')": ofText((text) => json(text.replace("5", "y"))),
    "regexp_substr(#, '^.')": ofText((text) => json(text[0]!)),
    "regexp_matches('7', #)": { ...ofText((text) => String(text === "7")), Array: "false", Object: "Undefined" },
    "substring(#, 1)": ofText((text) => json(text.slice(1))),
    "substring('abcdefghij', #)": ofNumber(json("hij"), json("cdefghij"), json("bcdefghij")),
    "substring('abcdefghij', 0, #)": ofNumber(json("abcdefg"), json("ab"), json("a")),
    "encode(#, 'base64')": ofText((text) => json(Buffer.from(text).toString("base64"))),
    "isNull(#)": rowOf("false", { Null: "true" }),
    "isUndefined(#)": rowOf("false", { Undefined: "true" }),
    "nanvl(#, 'other')": {
        Int: "7",
        Decimal: "2.5",
        Boolean: "true",
        "a String with a number": '"1.5"',
        "a String without one": '"abc"',
        Array: '[1,"a"]',
        Object: '{"k":1}',
        Null: '"other"',
        Undefined: '"other"',
    },
    "get_or_default(#, 'other')": {
        Int: "7",
        Decimal: "2.5",
        Boolean: "true",
        "a String with a number": '"1.5"',
        "a String without one": '"abc"',
        Array: '[1,"a"]',
        Object: '{"k":1}',
        Null: '"other"',
        Undefined: '"other"',
    },
    "concat(#)": {
        Int: "7",
        Decimal: "2.5",
        Boolean: "true",
        "a String with a number": '"1.5"',
        "a String without one": '"abc"',
        Array: '[1,"a"]',
        Object: '{"k":1}',
        Null: "null",
        Undefined: "Undefined",
    },
    "concat(#, 'z')": { ...ofText((text) => json(`${text}z`)), Array: '[1,"a","z"]' },
    "concat(#, 1)": rowOf("Undefined", {
        "a String with a number": '"1.51"',
        "a String without one": '"abc1"',
        Array: '[1,"a",1]',
    }),
    "get([0, 1, 2, 3, 4, 5, 6, 70], #)": rowOf("Undefined", { Int: "70", Decimal: "3", "a String with a number": "1" }),
    "get('abcdefgh', #)": rowOf("Undefined", { Int: '"h"', Decimal: '"d"', "a String with a number": '"b"' }),
    "get({'abc': 1, '7': 2}, #)": rowOf("Undefined", { "a String without one": "1" }),
    "get(#, 'k')": rowOf("Undefined", { Object: "1" }),
    "get(#, 0)": rowOf("Undefined", {
        "a String with a number": '"1"',
        "a String without one": '"a"',
        Array: "1",
    }),
    "transform(#, {'a': 1}, [{}])": rowOf("Undefined", {}),
    "transform('enrichArray', #, [{'a': 1}])": rowOf("Undefined", { Object: '[{"a":1,"k":1}]' }),
    "transform('enrichArray', {'a': 1}, #)": rowOf("Undefined", {}),
};

describe("the table of a function", () => {
    for (const [expression, results] of Object.entries(TABLES)) {
        it(`holds for every type of argument: ${expression}`, () => {
            for (const sample of SAMPLE_NAMES) {
                assert.equal(resultOf(expression.replace("#", SAMPLES[sample])), results[sample], sample);
            }
        });
    }

    for (const algorithm of ["md2", "md5", "sha1", "sha224", "sha256", "sha384", "sha512"]) {
        it(`holds for every type of argument: ${algorithm}(#) hashes what becomes a text`, () => {
            const digits = { md2: 32, md5: 32, sha1: 40, sha224: 56, sha256: 64, sha384: 96, sha512: 128 }[algorithm]!;
            for (const sample of SAMPLE_NAMES) {
                const result = resultOf(`${algorithm}(${SAMPLES[sample]})`);
                if (sample === "Null" || sample === "Undefined") assert.equal(result, "Undefined");
                else assert.match(result, new RegExp(`^"[0-9a-f]{${digits}}"$`), sample);
            }
            assert.equal(resultOf(`${algorithm}(7) = ${algorithm}('7')`), "true");
        });
    }
});
