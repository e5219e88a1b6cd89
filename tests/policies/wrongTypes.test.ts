import assert from "node:assert/strict";
import type { ResourceFacts } from "../../constraints/facts/stack";
import { APART } from "./apart";
import { placesOfEachKind, withValue } from "./places";
import { type Given, givenOf } from "./requests";
import { packsOfOneRun, type Said, shownIn, textOf } from "./wholePack";

/** Lists in lists, and objects in objects, deeper than any resource has them. */
function nested(depth: number, around: (value: unknown) => unknown): unknown {
    let value: unknown = "x";
    for (let level = 0; level < depth; level++) value = around(value);
    return value;
}

const WRONG: Readonly<Record<string, unknown>> = {
    null: null,
    "a number": 7,
    "an empty text": "",
    "a long text": "x".repeat(5000),
    "an empty list": [],
    "a list of lists": [[], null, [["x"]]],
    "members that every object has": JSON.parse('{"constructor": 1, "__proto__": [], "toString": "x", "a": {"b": 1}}'),
    "lists and objects in each other": nested(60, (value) => [{ kafka: value }]),
};

/** What is tried below the top level: what lies there is read in the same ways. */
const WRONG_WITHIN = Object.fromEntries(
    ["null", "a list of lists", "members that every object has"].map((what) => [what, WRONG[what]]),
);

describe("a value of the wrong type", () => {
    const saidOf = packsOfOneRun();
    const places = placesOfEachKind();
    const kinds = new Set(places.map(({ kind }) => kind));
    const correct = new Map<readonly ResourceFacts[], readonly string[]>();

    for (const kind of kinds) {
        it(`ends no policy and hides nothing of another resource, at every place of a ${kind}`, async () => {
            for (const place of places.filter((one) => one.kind === kind)) {
                const before = correct.get(place.stack) ?? foundApart(await said(place.stack, place.on));
                correct.set(place.stack, before);
                assert.ok(before.length > 5, "the other pipeline has mistakes");
                for (const [what, value] of Object.entries(place.path.length === 1 ? WRONG : WRONG_WITHIN)) {
                    const after = await said(withValue(place, value), place.on);
                    assert.deepEqual(foundApart(after), before, `${what} at ${place.name}`);
                    const broken = shownIn(after).filter((text) => BROKEN.test(text));
                    assert.deepEqual(broken, [], `${what} at ${place.name}`);
                }
            }
        }).timeout(120_000);
    }

    /** The resource that is changed is asked about by itself; with all others the policies of stacks are. */
    function said(stack: readonly ResourceFacts[], on: string): Promise<Said> {
        const given = stack.map(givenOf);
        const isChanged = ({ urn }: Given) => urn === on;
        return saidOf(given.filter(isChanged), [...given.filter((one) => !isChanged(one)), ...APART]);
    }

    function foundApart({ reported }: Said): readonly string[] {
        return reported.filter(({ urn }) => urn.startsWith("apart-")).map(textOf);
    }
});

const BROKEN = /can't run policy|TypeError|\bat .*\.[jt]s:/;
