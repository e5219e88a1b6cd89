import assert from "node:assert/strict";
import { CATALOGUE, type Constraint, type Example, Judge, renderBody, UNKNOWN } from "../../constraints";
import type { ResourceFacts, StackFacts } from "../../constraints/facts/stack";
import { policyOf } from "../../policies/policy";
import { Session } from "../../policies/session";
import { asTold, type Given, givenOf } from "./requests";
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

/** What a constraint finds in facts, in the words of a policy. A pack is not told the account. */
function judged(constraint: Constraint, { stack, options }: Example, resources: readonly ResourceFacts[]): string[] {
    const judge = new Judge([constraint], { [constraint.id]: { ...options, enforcementLevel: constraint.level } });
    const sorted = [...resources].sort((a, b) => (a.id < b.id ? -1 : 1));
    return judge
        .judge({ ...stack, resources: sorted, account: UNKNOWN })
        .findings.map(renderBody)
        .sort();
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
