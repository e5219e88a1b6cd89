import assert from "node:assert/strict";
import { CATALOGUE, type Example, Judge, UNKNOWN } from "../../constraints";
import type { ResourceFacts } from "../../constraints/facts/stack";
import { EXAMPLE_STACKS, type Place, placesIn, placesOfEachKind, withValue } from "./places";
import { asTold, givenOf } from "./requests";
import { packsOfOneRun, type Reported, shownIn } from "./wholePack";

/** Below the top level: what is a value of its own, and known. */
function isLeaf({ path, value }: Place): boolean {
    return path.length > 1 && value !== UNKNOWN && (typeof value !== "object" || value === null);
}

/** What else has stood at the places of a name: what a value that is not known may turn out to be. */
function alternatives(): (place: Place) => readonly unknown[] {
    const known = new Map<string, Map<unknown, unknown>>();
    for (const { name, value } of EXAMPLE_STACKS.flatMap(placesIn).filter(isLeaf)) {
        const values = known.get(name) ?? known.set(name, new Map()).get(name)!;
        if (values.size < 20) values.set(value, value);
    }
    return ({ name }) => [undefined, ...known.get(name)!.values()];
}

const at = (one: { readonly resource: string; readonly path: readonly (string | number)[] }) =>
    `${one.resource} ${one.path.join(".")}`;

describe("every leaf of every judged resource, unknown in turn", () => {
    const valuesAt = alternatives();

    it("takes no mandatory finding away that holds whatever its value may be", () => {
        let hidden = 0;
        for (const constraint of CATALOGUE.filter(({ level }) => level === "mandatory")) {
            const judge = new Judge([constraint], { [constraint.id]: { enforcementLevel: "mandatory" } });
            const found = ({ stack }: Example, resources: readonly ResourceFacts[]) =>
                new Set(judge.judge({ ...stack, resources, account: UNKNOWN }).findings.map(at));
            for (const example of constraint.examples.invalid.filter(({ options }) => options === undefined)) {
                const told = example.stack.resources.map(asTold);
                const before = found(example, told);
                for (const place of placesIn(told).filter(isLeaf)) {
                    const after = found(example, withValue(place, UNKNOWN));
                    const own = at({ resource: place.on, path: place.path });
                    const gone = [...before].filter((one) => !after.has(one) && !own.startsWith(one) && one !== own);
                    hidden++;
                    if (gone.length === 0) continue;
                    const others = valuesAt(place).map((value) => found(example, withValue(place, value)));
                    const proved = gone.filter((one) => others.every((ofOther) => ofOther.has(one)));
                    assert.deepEqual(proved, [], `${constraint.id}: ${example.title}, ${place.name}`);
                }
            }
        }
        assert.ok(hidden > 5000, String(hidden));
    }).timeout(120_000);

    it("ends no policy, and makes no mandatory finding", async () => {
        const saidOf = packsOfOneRun();
        const mandatory = (reported: readonly Reported[]) =>
            reported.filter(({ level }) => level === "mandatory").map(({ policy, urn }) => `${policy} ${urn}`);
        const known = new Map<readonly ResourceFacts[], ReadonlySet<string>>();
        for (const place of placesOfEachKind().filter(isLeaf)) {
            const { stack } = place;
            const before = known.get(stack) ?? new Set(mandatory((await saidOf(stack.map(givenOf))).reported));
            known.set(stack, before);
            const said = await saidOf(withValue(place, UNKNOWN).map(givenOf));
            assert.deepEqual(
                mandatory(said.reported).filter((one) => !before.has(one)),
                [],
                place.name,
            );
            assert.ok(
                shownIn(said).every((text) => !text.includes("can't run policy")),
                place.name,
            );
        }
    }).timeout(120_000);
});
