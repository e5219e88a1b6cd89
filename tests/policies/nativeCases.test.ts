import assert from "node:assert/strict";
import { CATALOGUE } from "../../constraints";
import type { ResourceFacts } from "../../constraints/facts/stack";
import { recommended, required } from "../../policies/packs";
import { type Case, casesOf } from "./engine/matrix/cases";
import { type Given, givenOf } from "./requests";
import { answer, answerStack } from "./server";
import { transcribed } from "./transcribed";

const ABOUT = ["kafkaAction", "topicRule", "destination"];

/** What rules and destinations have in this form: a finding about what is left out stands there, too. */
const NAMES = ["ruleName", "topicRulePayload", "status", "vpcProperties"];

describe("cases of rules and destinations in the form of AWS Cloud Control", () => {
    const policies = [...required, ...recommended].map((one) => ({
        ...one,
        enforcementLevel: required.includes(one) ? ("mandatory" as const) : ("advisory" as const),
    }));
    const constraints = CATALOGUE.filter(({ subject }) => ABOUT.includes(subject));
    let cases: Case[];

    before(async function () {
        this.timeout(120_000);
        cases = await casesOf(constraints);
    });

    /** What is found in resources, each by itself and all together: by which policy, at which, in which words. */
    async function found(resources: readonly ResourceFacts[], form: (facts: ResourceFacts) => Given) {
        const given = resources.map(form);
        const reported = [];
        for (const { type, props, ...more } of given) {
            reported.push(...(await answer(policies, type, props, more)).map((one) => ({ ...one, urn: more.urn! })));
        }
        reported.push(...(await answerStack(policies, given)));
        return reported.map(({ policyname, urn, message }) => {
            const [, path = "", ...words] = message.split("\n");
            const { props } = given.find((one) => one.urn === urn)!;
            return { policy: policyname, path, props, said: `${policyname} ${urn}\n${words.join("\n")}` };
        });
    }

    for (const { id } of constraints) {
        it(`give what those of the AWS provider give: ${id}`, async () => {
            const own = cases.filter(({ constraint }) => constraint === id);
            assert.equal(own.length, 2);
            for (const { resources, isValid } of own) {
                const inAws = await found(resources, (facts) => ({ ...givenOf(facts), region: facts.region }));
                const inNative = await found(resources, transcribed);
                const said = (findings: typeof inAws) => findings.map((one) => one.said).sort();
                assert.deepEqual(said(inNative), said(inAws), isValid ? "correct" : "broken");
                for (const { path, props } of inNative) {
                    const first = path.split(/[.[]/)[0]!;
                    assert.ok(path === "the resource" || NAMES.includes(first) || first in props, path);
                }
                assert.equal(
                    inNative.some(({ policy }) => policy === id),
                    !isValid,
                    isValid ? "correct" : "broken",
                );
            }
        }).timeout(60_000);
    }
});
