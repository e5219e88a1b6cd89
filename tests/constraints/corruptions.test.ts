import assert from "node:assert/strict";
import { CATALOGUE, formatPath, Judge, renderFinding, type StackFacts } from "../../constraints";
import type { Finding } from "../../constraints/core/finding";
import { FOUNDING_CORRUPTIONS, MODE_CORRUPTIONS } from "./corruptions";

const judge = new Judge(CATALOGUE);

function found(stack: StackFacts, level: Finding["level"]): Finding[] {
    return judge.judge(stack).findings.filter((finding) => finding.level === level);
}

/** The entries of a list that are not in another, each as often as it is there more often. */
function without(list: readonly string[], others: readonly string[]): string[] {
    const rest = [...others];
    return list.filter((entry) => {
        const at = rest.indexOf(entry);
        if (at >= 0) rest.splice(at, 1);
        return at < 0;
    });
}

for (const [name, corruptions, least] of [
    ["the founding page's example", FOUNDING_CORRUPTIONS, 25],
    ["a correct rule", MODE_CORRUPTIONS, 60],
] as const) {
    describe(`one mistake in ${name}`, () => {
        it(`is tried in at least ${least} ways`, () => {
            assert.ok(new Set(corruptions.map(({ title }) => title)).size >= least);
        });

        for (const { title, correct, corrupt, constraint, path, adds, removes } of corruptions) {
            it(`is reported once: ${title}`, () => {
                assert.deepEqual(found(correct, "mandatory").map(renderFinding), []);
                const findings = found(corrupt, "mandatory");
                assert.deepEqual(
                    findings.map((finding) => [finding.constraint, formatPath(finding.path)]),
                    [[constraint, path]],
                );
                const [finding] = findings;
                assert.ok(finding!.requirements.length > 0);
            });

            it(`changes no other advice: ${title}`, () => {
                const advice = (stack: StackFacts) => found(stack, "advisory").map((finding) => finding.constraint);
                const [before, after] = [advice(correct), advice(corrupt)];
                assert.deepEqual(without(after, before).sort(), [...adds]);
                assert.deepEqual(without(before, after).sort(), [...removes]);
            });
        }
    });
}
