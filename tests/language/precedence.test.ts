import assert from "node:assert/strict";
import { expression, grouped } from "./read";

/** An expression, and the same with every operation in parentheses. */
const READINGS: readonly (readonly [string, string])[] = [
    ["a OR b AND c", "(a OR (b AND c))"],
    ["a AND b OR c AND d", "((a AND b) OR (c AND d))"],
    ["a OR b OR c", "((a OR b) OR c)"],
    ["NOT a AND b", "((NOT a) AND b)"],
    ["NOT a OR NOT b", "((NOT a) OR (NOT b))"],
    ["NOT NOT a", "(NOT (NOT a))"],
    ["NOT a = b", "(NOT (a = b))"],
    ["NOT a > 5 AND b", "((NOT (a > 5)) AND b)"],
    ["a = b AND c <> d", "((a = b) AND (c <> d))"],
    ["a < b = c", "((a < b) = c)"],
    ["a + b > c - d", "((a + b) > (c - d))"],
    ["a + b * c", "(a + (b * c))"],
    ["a - b - c", "((a - b) - c)"],
    ["a / b * c % d", "(((a / b) * c) % d)"],
    ["(a + b) * c", "((a + b) * c)"],
    ["a - (b - c)", "(a - (b - c))"],
    ["-a * b", "((- a) * b)"],
    ["-a + -b", "((- a) + (- b))"],
    ["a * - b", "(a * (- b))"],
    ["a - -1", "(a - (- 1))"],
    ["- - a", "(- (- a))"],
    ["-a.b", "(- a.b)"],
    ["a IN b AND c", "((a IN b) AND c)"],
    ["a + 1 IN [2, 3]", "((a + 1) IN [2, 3])"],
    ["a NOT IN b AND c", "((NOT (a IN b)) AND c)"],
    ["NOT a IN b", "(NOT (a IN b))"],
    ["NOT a NOT IN b", "(NOT (NOT (a IN b)))"],
    ["a NOT IN b = c", "((NOT (a IN b)) = c)"],
    ["device-id", "(device - id)"],
    ["a<=b", "(a <= b)"],
    ["a>=-1", "(a >= (- 1))"],
    ["a<>b", "(a <> b)"],
];

describe("precedence", () => {
    for (const [text, reading] of READINGS) {
        it(`reads ${text} as ${reading}`, () => assert.equal(grouped(expression(text)), reading));
    }
});
