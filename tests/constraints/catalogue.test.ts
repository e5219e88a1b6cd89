import assert from "node:assert/strict";
import { CATALOGUE, Judge } from "../../constraints";

describe("every constraint", () => {
    // Advice about acks all can be shown only where acks all is allowed.
    const everything = new Judge(CATALOGUE, { "acks-value": { allowed: ["0", "1", "-1", "all"] } });

    for (const constraint of CATALOGUE) {
        describe(constraint.id, () => {
            for (const example of constraint.examples.valid) {
                it(`accepts ${example.title}`, () => {
                    const judge = new Judge([constraint], {
                        [constraint.id]: { ...example.options, enforcementLevel: constraint.level },
                    });
                    assert.deepEqual(judge.judge(example.stack).findings, []);
                });
            }
            for (const example of constraint.examples.invalid) {
                it(`reports ${example.title}`, () => {
                    const judge = new Judge([constraint], {
                        [constraint.id]: { ...example.options, enforcementLevel: constraint.level },
                    });
                    const { findings } = judge.judge(example.stack);
                    assert.notEqual(findings.length, 0);
                    for (const finding of findings) {
                        assert.ok(
                            finding.message.length > 20 &&
                                finding.fix.length > 10 &&
                                finding.url.startsWith("https://"),
                        );
                        for (const id of finding.requirements) assert.ok(constraint.requirements.includes(id), id);
                    }
                });
                it(`adds no other mandatory finding to ${example.title}`, () => {
                    const others = everything
                        .judge(example.stack)
                        .findings.filter(
                            (finding) => finding.level === "mandatory" && finding.constraint !== constraint.id,
                        );
                    assert.deepEqual(others, []);
                });
            }
            it("enforces each of its requirements in some example", () => {
                const judge = new Judge([constraint], { [constraint.id]: { enforcementLevel: constraint.level } });
                const broken = constraint.examples.invalid.flatMap((example) =>
                    judge.judge(example.stack).findings.flatMap((f) => f.requirements),
                );
                assert.deepEqual([...new Set(broken)].sort(), [...constraint.requirements].sort());
            });
            it("says that it joins resources exactly when an example has several", () => {
                const { valid, invalid } = constraint.examples;
                const several = [...valid, ...invalid].some(({ stack }) => stack.resources.length > 1);
                assert.equal(constraint.joins ?? false, several);
            });
            it("is fully described", () => {
                assert.match(constraint.id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
                assert.ok(constraint.examples.valid.length > 0 && constraint.examples.invalid.length > 0);
                assert.match(constraint.source.retrieved, /^\d{4}-\d\d-\d\d$/);
                for (const text of [constraint.what, constraint.why, constraint.fix]) assert.match(text, /[.!?]$/);
            });
        });
    }

    it("has an id of its own", () => {
        const ids = CATALOGUE.map((constraint) => constraint.id);
        assert.deepEqual(ids, [...new Set(ids)]);
    });
});
