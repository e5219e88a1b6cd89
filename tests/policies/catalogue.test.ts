import assert from "node:assert/strict";
import { CATALOGUE, type Example, Judge, renderBody, UNKNOWN } from "../../constraints";
import type { Known } from "../../constraints/core/known";
import { accountOfArns } from "../../constraints/facts/account";
import { Stack } from "../../constraints/facts/stack";
import { recommended, required } from "../../policies/packs";
import { policyOf } from "../../policies/policy";
import { Session } from "../../policies/session";
import { analyze, analyzeStack, asTold, givenOf } from "./requests";

describe("the packs", () => {
    const policies = [...required, ...recommended];

    it("hold every constraint once, by its level", () => {
        const named = (level: string) => CATALOGUE.filter((one) => one.level === level).map(({ id }) => id);
        assert.deepEqual(
            required.map(({ name }) => name),
            named("mandatory"),
        );
        assert.deepEqual(
            recommended.map(({ name }) => name),
            named("advisory"),
        );
    });

    it("give each policy the level, words and link of its constraint", () => {
        for (const constraint of CATALOGUE) {
            const policy = policies.find(({ name }) => name === constraint.id)!;
            assert.equal(policy.enforcementLevel, constraint.offByDefault ? "disabled" : constraint.level);
            assert.equal(policy.severity, constraint.severity);
            assert.equal(policy.description, constraint.what);
            assert.equal(policy.remediationSteps, constraint.fix);
            assert.equal(policy.url, constraint.source.url);
            assert.ok(constraint.requirements.every((id) => policy.tags?.includes(id)));
        }
    });

    it("offer every option of a constraint with a default, beside exclude and suppress", () => {
        for (const constraint of CATALOGUE) {
            const { configSchema } = policies.find(({ name }) => name === constraint.id)!;
            const names = Object.keys(configSchema!.properties).sort();
            assert.deepEqual(names, [...Object.keys(constraint.options), "exclude", "suppress"].sort());
            for (const schema of Object.values(configSchema!.properties)) assert.notEqual(schema.default, undefined);
            assert.equal(configSchema!.required, undefined);
        }
    });

    for (const constraint of CATALOGUE) {
        const reports = ({ stack, options = {} }: Example) => {
            const policy = [policyOf(constraint, new Session(), 0)];
            const given = stack.resources.map((facts) => ({
                ...givenOf(facts),
                region: facts.region ?? stack.region,
            }));
            const settings = { [constraint.id]: options };
            const alone = given.flatMap((each) => analyze(policy, each, settings));
            return [...alone, ...analyzeStack(policy, given, settings)];
        };
        // A pack is not told the account, but by the ARNs of a stack, which it sorts by URN.
        const judged = ({ stack, options }: Example) => {
            const resources = stack.resources.map(asTold).sort((a, b) => (a.id < b.id ? -1 : 1));
            const account = (constraint.joins ? accountOfArns(resources) : undefined) ?? UNKNOWN;
            return new Judge([constraint], { [constraint.id]: { ...options, enforcementLevel: constraint.level } })
                .judge({ ...stack, resources, account: account as Known<string> })
                .findings.map(renderBody);
        };

        for (const example of [...constraint.examples.invalid, ...constraint.examples.valid]) {
            it(`report as ${constraint.id} what there is to report about ${example.title}`, () => {
                assert.deepEqual(
                    reports(example)
                        .map(({ message }) => message)
                        .sort(),
                    judged(example).sort(),
                );
            });
        }
    }
});

describe("a constraint that is judged by one resource", () => {
    const lookups = ["ofKind", "withId", "joined"] as const;
    const originals = lookups.map((name) => Stack.prototype[name]);
    let asked: string[] = [];

    before(() => {
        for (const name of lookups) {
            const original = Stack.prototype[name] as (...given: never[]) => unknown;
            Object.assign(Stack.prototype, {
                [name](this: Stack, ...given: never[]) {
                    asked.push(name);
                    return original.apply(this, given);
                },
            });
        }
    });
    after(() => lookups.forEach((name, index) => Object.assign(Stack.prototype, { [name]: originals[index] })));

    for (const constraint of CATALOGUE.filter(({ joins }) => !joins)) {
        it(`looks at no other: ${constraint.id}`, () => {
            asked = [];
            const policy = [policyOf(constraint, new Session(), 0)];
            for (const { stack } of [...constraint.examples.valid, ...constraint.examples.invalid]) {
                for (const facts of stack.resources) analyze(policy, givenOf(facts));
            }
            assert.deepEqual(asked, []);
        });
    }
});
