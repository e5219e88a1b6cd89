import assert from "node:assert/strict";
import fc from "fast-check";
import { matchesFilter, wildcardProblem } from "../../../constraints/facts/topicFilter";

describe("a topic filter", () => {
    const matching: [string, string, boolean][] = [
        ["a/b", "a/b", true],
        ["a/b", "a/b/c", false],
        ["a/b/c", "a/b", false],
        ["a/+", "a/b", true],
        ["a/+", "a", false],
        ["a/+", "a/b/c", false],
        ["a/#", "a", true],
        ["a/#", "a/b/c", true],
        ["+/+", "/b", true],
        ["#", "a/b", true],
        ["#", "$aws/events", false],
        ["+/events", "$aws/events", false],
        ["$aws/#", "$aws/events", true],
        ["A", "a", false],
    ];
    for (const [filter, topic, expected] of matching) {
        it(`${expected ? "passes" : "stops"} ${topic} with ${filter}`, () => {
            assert.equal(matchesFilter(filter, topic), expected);
        });
    }

    it("is right exactly when the documented pattern says so", () => {
        const documented = /^(?:#|(?:[^#+/]*|\+)(?:\/(?:[^#+/]*|\+))*(?:\/#)?)$/;
        const levels = fc.constantFrom("a", "", "+", "#", "a+", "#b", "++");
        fc.assert(
            fc.property(fc.array(levels, { minLength: 1, maxLength: 5 }), (parts) => {
                const filter = parts.join("/");
                const expected = documented.test(filter) && filter !== "";
                assert.equal(wildcardProblem(filter) === undefined, expected, filter);
            }),
        );
    });
});
