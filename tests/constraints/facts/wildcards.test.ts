import assert from "node:assert/strict";
import fc from "fast-check";
import { ANY_CHARACTER, LONGEST_TEXT, matchesWildcards, mayStartWith } from "../../../constraints/facts/wildcards";

/** The same by trying every way, which short texts allow. */
function oracle(pattern: string, text: string): boolean {
    if (pattern === "") return text === "";
    if (pattern[0] === "*") return oracle(pattern.slice(1), text) || (text !== "" && oracle(pattern, text.slice(1)));
    return text !== "" && (pattern[0] === "?" || pattern[0] === text[0]) && oracle(pattern.slice(1), text.slice(1));
}

const patterns = fc.string({ unit: fc.constantFrom("a", "b", ":", "*", "?"), maxLength: 8 });
const texts = fc.string({ unit: fc.constantFrom("a", "b", ":"), maxLength: 8 });

describe("wildcards", () => {
    it("match as trying every way does", () => {
        fc.assert(
            fc.property(patterns, texts, (pattern, text) => {
                assert.equal(matchesWildcards(pattern, text), oracle(pattern, text), `${pattern} ${text}`);
            }),
            { numRuns: 3000 },
        );
    });

    it("match a character that is not known by * and ? alone, and loosely by every letter and digit", () => {
        const text = `name-${ANY_CHARACTER.repeat(3)}`;
        assert.deepEqual(
            ["name-???", "name-*", "name-aB9", "name-a-9", "name", "name-??"].map((pattern) => [
                matchesWildcards(pattern, text),
                matchesWildcards(pattern, text, true),
            ]),
            [
                [true, true],
                [true, true],
                [false, true],
                [false, false],
                [false, false],
                [false, false],
            ],
        );
    });

    it("match loosely whatever some text in place of the unknown characters matches, and strictly what all do", () => {
        fc.assert(
            fc.property(
                patterns,
                texts,
                fc.string({ unit: fc.constantFrom("a", "b"), minLength: 2, maxLength: 2 }),
                (pattern, text, end) => {
                    const open = text + ANY_CHARACTER.repeat(2);
                    if (matchesWildcards(pattern, open)) assert.ok(matchesWildcards(pattern, text + end));
                    if (matchesWildcards(pattern, text + end)) assert.ok(matchesWildcards(pattern, open, true));
                },
            ),
            { numRuns: 2000 },
        );
    });

    it("tell how a matching text may start", () => {
        fc.assert(
            fc.property(patterns, texts, texts, (pattern, start, rest) => {
                if (matchesWildcards(pattern, start + rest)) assert.ok(mayStartWith(pattern, start));
            }),
            { numRuns: 2000 },
        );
        assert.equal(mayStartWith("subnet/*", "network-interface/"), false);
        assert.equal(mayStartWith("network-interface/eni-?", "network-interface/"), true);
        assert.equal(mayStartWith("network", "network-interface/"), false);
    });

    it("answer hostile patterns in a time that grows as their length", () => {
        const text = "a".repeat(LONGEST_TEXT);
        const ends = [
            "*a".repeat(LONGEST_TEXT / 4) + "b",
            "*".repeat(500_000) + "b",
            "?*".repeat(200_000),
            `*${"a".repeat(1000)}b`,
        ];
        for (const pattern of ends) {
            assert.equal(matchesWildcards(pattern, text), false);
        }
        assert.equal(matchesWildcards("*", "a".repeat(LONGEST_TEXT + 1)), false, "no ARN is so long");
    });
});
