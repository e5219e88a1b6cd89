import assert from "node:assert/strict";
import { CATALOGUE, type Constraint, type Example, Judge, renderBody, UNKNOWN } from "../../constraints";
import type { Facts } from "../../constraints/core/known";
import { accountOfArns } from "../../constraints/facts/account";
import type { ResourceFacts, StackFacts } from "../../constraints/facts/stack";
import { acksValue } from "../../constraints/kafka-action/acks-value";
import { KINDS } from "../../policies/kinds";
import { policyOf } from "../../policies/policy";
import { Session } from "../../policies/session";
import { asPlanned } from "./engine/matrix/plan";
import { analyze, analyzeStack, asTold, type Given, givenOf, withOutputs } from "./requests";
import { answer, answerStack } from "./server";

const ELSEWHERE: Given = {
    type: "pulumi:pulumi:StackReference",
    name: "elsewhere",
    urn: "urn:pulumi:dev::plant::pulumi:pulumi:StackReference::elsewhere",
    props: { name: "plant/network/dev" },
};

/** A stack as a pack is told of it. */
interface Unknown {
    readonly title: string;
    readonly resources: readonly ResourceFacts[];
}

/** The stack of an example with each property of each of its resources unknown in turn. */
function* withEachUnknown({ title, stack }: Example): Generator<Unknown> {
    const told = stack.resources.map(asTold);
    for (const [index, resource] of told.entries()) {
        for (const name of Object.keys(resource.values)) {
            // A value that is not known comes from somewhere: here from another stack.
            const references = {
                ...resource.references,
                [name]: [...(resource.references?.[name] ?? []), ELSEWHERE.urn!],
            };
            const changed = { ...resource, references, values: { ...resource.values, [name]: UNKNOWN } };
            const resources = told.map((one, at) => (at === index ? changed : one));
            yield { title: `${title}, ${resource.id} ${name}`, resources };
        }
    }
}

/** What a constraint finds in facts, in the words of a policy. */
function judged(constraint: Constraint, { stack, options }: Example, resources: readonly ResourceFacts[]): string[] {
    const judge = new Judge([constraint], { [constraint.id]: { ...options, enforcementLevel: constraint.level } });
    const together = constraint.joins ? [resources] : resources.map((one) => [one]);
    return together
        .flatMap((some) => judge.judge(asJudged(stack, some)).findings)
        .map(renderBody)
        .sort();
}

/** A stack as a pack judges it: in the order of URNs, its account told by ARNs that are there. */
function asJudged(stack: StackFacts, resources: readonly ResourceFacts[]): StackFacts {
    const sorted = withOutputs(resources).sort((a, b) => (a.id < b.id ? -1 : 1));
    return { ...stack, resources: sorted, account: accountOfArns(sorted) ?? UNKNOWN };
}

/** What its policy answers through the server. */
async function answered(constraint: Constraint, { stack }: Example, resources: readonly ResourceFacts[]) {
    const policies = [policyOf(constraint, new Session(), 0)].map((one) => ({
        ...one,
        enforcementLevel: constraint.level,
    }));
    const given = resources.map((facts) => ({ ...givenOf(facts), region: regionIn(stack, facts) }));
    if (constraint.joins) return answerStack(policies, [...given, ELSEWHERE]);
    const found = [];
    for (const { type, props, ...more } of given) found.push(...(await answer(policies, type, props, more)));
    return found;
}

function regionIn({ region }: StackFacts, facts: ResourceFacts): unknown {
    return facts.region ?? region ?? "";
}

describe("every property of every judged resource, unknown in turn", () => {
    for (const constraint of CATALOGUE) {
        it(`aborts no policy and hides nothing that is proved: ${constraint.id}`, async () => {
            const { invalid, valid } = constraint.examples;
            // Options come with the configuration, which the server takes from the engine alone.
            for (const example of [...invalid, ...valid.slice(0, 2)].filter(({ options }) => options === undefined)) {
                for (const { title, resources } of withEachUnknown(example)) {
                    const found = await answered(constraint, example, resources);
                    const messages = found.map(({ message }) => message.slice(message.indexOf("\n") + 1)).sort();
                    assert.deepEqual(messages, judged(constraint, example, resources), title);
                }
            }
        }).timeout(120_000);
    }
});

/** Correct examples that a pack cannot tell from broken ones. */
const UNTOLD: Readonly<Record<string, string>> = {
    // What is planned is known to be new, which is what the constraint asks.
    "cluster-access-at-creation": "a cluster that may be there",
    // The name of a cluster is known before it is made, and a pack is not told that it is meant where that is not so.
    "destination-arn-output": "what is looked up by the name of the cluster",
};

describe("what a provider plans to fill in, and nobody knows yet", () => {
    /** Where a constraint finds something in an example, and how many questions it leaves open. */
    async function answersIn(constraint: Constraint, { stack }: Example, { isPlanned = true, isTold = true } = {}) {
        const session = new Session();
        const policies = [policyOf(acksValue, session, 0), policyOf(constraint, session, 1)];
        const given = stack.resources.map(asTold).map((facts) => ({
            ...givenOf(facts),
            region: regionIn(stack, facts),
            references: facts.references ?? {},
        }));
        if (isTold) for (const one of given) analyze(policies, one);
        const resources = isPlanned ? await Promise.all(given.map(plannedOf)) : given;
        const found = analyzeStack(policies, resources).map(({ urn }) => urn);
        return { found: found.sort(), open: session.tally.open.length };
    }

    for (const constraint of CATALOGUE.filter(({ joins }) => joins)) {
        it(`hides nothing that its program does wrong, and makes nothing of the rest: ${constraint.id}`, async () => {
            const { invalid, valid } = constraint.examples;
            for (const example of invalid.filter(hasNoOptions)) {
                const { found } = await answersIn(constraint, example, { isPlanned: false });
                assert.deepEqual((await answersIn(constraint, example)).found, found, example.title);
                // A policy that is not asked about each resource by itself is not told what its program gives.
                const untold = await answersIn(constraint, example, { isTold: false });
                if (found.length > 0) assert.ok(untold.found.length + untold.open > 0, `${example.title}, in silence`);
            }
            for (const example of valid.filter(hasNoOptions)) {
                if (example.title === UNTOLD[constraint.id]) continue;
                assert.deepEqual((await answersIn(constraint, example)).found, [], example.title);
            }
        });
    }
});

function hasNoOptions({ options }: Example): boolean {
    return options === undefined;
}

/** A resource with what the stand-in for the provider plans to make of it. */
async function plannedOf(given: Given & { readonly region: unknown }): Promise<Given> {
    const { type, name, props, region } = given;
    const facts = { kind: KINDS[type]!, id: `urn:pulumi:dev::plant::${type}::${name}`, values: props as Facts };
    return { ...given, props: (await asPlanned({ ...facts, region: region as ResourceFacts["region"] })).values };
}
