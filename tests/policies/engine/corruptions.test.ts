import assert from "node:assert/strict";
import { type Corruption, FOUNDING_CORRUPTIONS, MODE_CORRUPTIONS } from "../../constraints/corruptions";
import { type Previewed, previewWithPacks } from "./preview";
import { type Program, type Rules, writeProgram } from "./program";

const WANTED = 24;

/** A cross-section of all single mistakes. A pack is not told the account, so a foreign one cannot be proved there. */
const candidates = [...FOUNDING_CORRUPTIONS, ...MODE_CORRUPTIONS].filter(({ title }) => !/account/.test(title));
const step = Math.floor(candidates.length / WANTED);
const chosen = candidates.filter((_, index) => index % step === 0);

/** The rules of a mistake as arguments of raw resources. Each has a name that no other has, unless that is the mistake. */
function argumentsOf({ correct, corrupt }: Corruption, index: number): { correct: object; corrupt: object } {
    const [right, wrong] = [correct, corrupt].map(({ resources: [rule] }) => rule!.values);
    const name = right!.name === wrong!.name ? `corrupt_${index}` : wrong!.name;
    return { correct: { ...right, name: `correct_${index}` }, corrupt: { ...wrong, name } };
}

describe("single mistakes in a real preview", () => {
    let program: Program;
    let preview: Previewed;

    before(async function () {
        this.timeout(240_000);
        const rules: Record<string, object> = {};
        for (const [index, corruption] of chosen.entries()) {
            const { correct, corrupt } = argumentsOf(corruption, index);
            rules[`correct${index}`] = correct;
            rules[`corrupt${index}`] = corrupt;
        }
        program = writeProgram(rules as Rules);
        preview = await previewWithPacks(program.folder);
    });
    after(() => program?.remove());

    const mandatoryAt = (resource: string) =>
        preview.reports
            .filter((report) => report.resource === resource && report.level === "mandatory")
            .map(({ policy, path }) => [policy, path]);

    it("are at least twenty", () => assert.ok(chosen.length >= 20));

    for (const [index, { title, constraint, path }] of chosen.entries()) {
        it(`add one mandatory finding each: ${title} (${constraint})`, () => {
            assert.deepEqual(mandatoryAt(`correct${index}`), []);
            assert.deepEqual(mandatoryAt(`corrupt${index}`), [[constraint, path]]);
        });
    }

    it("let every policy run to its end", () => assert.doesNotMatch(preview.output, /can't run policy/));
});
