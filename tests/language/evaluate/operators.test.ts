import assert from "node:assert/strict";
import { resultOf } from "./evaluate";
import { SAMPLE_NAMES, SAMPLES, type Sample } from "./kinds";

/** What the tables of iot-sql-operators say of two operands, by what they are. */
type Table = (left: Sample, right: Sample) => boolean;

const isBoolean: Table = (left, right) => left === "Boolean" && right === "Boolean";
const NUMBERS: readonly Sample[] = ["Int", "Decimal", "a String with a number"];
const areNumbers: Table = (left, right) => NUMBERS.includes(left) && NUMBERS.includes(right);
const PLAIN_NUMBERS: readonly Sample[] = ["Int", "Decimal"];
const STRINGS: readonly Sample[] = ["a String with a number", "a String without one"];
const canBeText = (sample: Sample) => sample !== "Null" && sample !== "Undefined";
const canBeAdded: Table = (left, right) =>
    STRINGS.includes(left) || STRINGS.includes(right)
        ? canBeText(left) && canBeText(right)
        : PLAIN_NUMBERS.includes(left) && PLAIN_NUMBERS.includes(right);
const areDefined: Table = (left, right) => left !== "Undefined" && right !== "Undefined";

const HAS_RESULT: Readonly<Record<string, Table>> = {
    AND: isBoolean,
    OR: isBoolean,
    ">": areNumbers,
    ">=": areNumbers,
    "<": areNumbers,
    "<=": areNumbers,
    "=": areDefined,
    "<>": areDefined,
    "+": canBeAdded,
    "-": areNumbers,
    "*": areNumbers,
    "/": areNumbers,
    "%": areNumbers,
    IN: (left, right) => left !== "Undefined" && right === "Array",
};

const RESULTS: readonly (readonly [expression: string, result: string])[] = [
    ["true AND true", "true"],
    ["true AND false", "false"],
    ["'TRUE' AND true", "true"],
    ["'yes' AND true", "Undefined"],
    ["false AND missing", "Undefined"],
    ["false OR true", "true"],
    ["false OR 'False'", "false"],
    ["true OR missing", "Undefined"],
    ["true OR 1", "Undefined"],
    ["NOT false", "true"],
    ["NOT 'true'", "false"],
    ["NOT 1", "Undefined"],
    ["NOT NULL", "Undefined"],
    ["5 > 4.5", "true"],
    ["'10' > 9", "true"],
    ["'10' > '9'", "true"],
    ["'b' > 'a'", "Undefined"],
    ["5 >= 5.0", "true"],
    ["9007199254740993 > 9007199254740992", "true"],
    ["9007199254740993 > 9007199254740992.5", "true"],
    ["0.1 + 0.2 = 0.3", "true"],
    ["5 = 5.0", "true"],
    ["5 = '5'", "false"],
    ["'a' = 'A'", "false"],
    ["true = 'true'", "false"],
    ["[1, 2] = [1, 2]", "true"],
    ["[1, 2] = [2, 1]", "false"],
    ["[1, [2.0]] = [1, [2]]", "true"],
    ["{'a': 1, 'b': 2} = {'b': 2, 'a': 1}", "true"],
    ["{'a': 1} = {'a': 1, 'b': 2}", "false"],
    ["{'1': 1, 'a': 2} = {'a': 2, '1': 1}", "true"],
    ["NULL = NULL", "true"],
    ["NULL <> NULL", "false"],
    ["NULL = 1", "false"],
    ["NULL <> 1", "true"],
    ["NULL = missing", "Undefined"],
    ["missing <> missing", "Undefined"],
    ["1 <> 'a'", "true"],
    ["[1] <> [1]", "false"],
    ["{'a': 1} <> {'a': 2}", "true"],
    ["'a' + 1", '"a1"'],
    ["1 + 'a'", '"1a"'],
    ["'1' + 1", '"11"'],
    ["'a' + [1, 'b']", '"a[1,\\"b\\"]"'],
    ["'a' + {'b': NULL}", '"a{\\"b\\":null}"'],
    ["'a' + true", '"atrue"'],
    ["'a' + NULL", "Undefined"],
    ["1 + 2", "3"],
    ["1 + 2.5", "3.5"],
    ["1 + true", "Undefined"],
    ["5 - 7", "-2"],
    ["'5' - 7", "-2"],
    ["5.5 - '0.5'", "5"],
    ["'x' - 1", "Undefined"],
    ["3 * 4", "12"],
    ["1.1 * 1.1", "1.21"],
    ["7 / 2", "3"],
    ["-7 / 2", "-3"],
    ["7 / 2.5", "2.8"],
    ["'7' / 2", "3.5"],
    ["1 / 0", "Undefined"],
    ["1.5 / 0", "Undefined"],
    ["7 % 3", "1"],
    ["-7 % 3", "-1"],
    ["7.5 % 2", "1.5"],
    ["7 % 0", "Undefined"],
    ["-'5'", "-5"],
    ["-true", "Undefined"],
    ["1 IN [1, 2]", "true"],
    ["1 IN [2, 3]", "false"],
    ["1.0 IN [1]", "true"],
    ["'1' IN [1]", "false"],
    ["NULL IN [1, NULL]", "true"],
    ["[1] IN [[1], 2]", "true"],
    ["1 NOT IN [2]", "true"],
    ["missing NOT IN [2]", "Undefined"],
    ["1 IN missing", "Undefined"],
    ["EXISTS (SELECT a FROM [{'a': 1}] WHERE a = 1)", "true"],
    ["EXISTS (SELECT a FROM [{'a': 1}] WHERE a = 2)", "false"],
    ["EXISTS (SELECT a FROM missing)", "false"],
    ["1 + 2 * 3", "7"],
    ["(1 + 2) * 3", "9"],
    ["false OR true AND false", "false"],
    ["NOT 1 = 2", "true"],
];

describe("an operator", () => {
    for (const [operator, table] of Object.entries(HAS_RESULT)) {
        for (const left of SAMPLE_NAMES) {
            it(`${operator} has the results of its table with ${left} on the left`, () => {
                for (const right of SAMPLE_NAMES) {
                    const result = resultOf(`${SAMPLES[left]} ${operator} ${SAMPLES[right]}`);
                    assert.equal(result !== "Undefined", table(left, right), `with ${right}: ${result}`);
                }
            });
        }
    }

    for (const [expression, result] of RESULTS) {
        it(`gives ${result} in ${expression}`, () => assert.equal(resultOf(expression), result));
    }
});
