import assert from "node:assert/strict";
import { UNKNOWN } from "../../../constraints";
import { readPolicy } from "../../../constraints/facts/policyDocument";
import { type PolicyReference, referencesIn, refersTo } from "../../../constraints/facts/policyReferences";
import { type ResourceFacts, type ResourceKind, Stack } from "../../../constraints/facts/stack";

const made = (kind: ResourceKind, id: string, more: Partial<ResourceFacts> = {}): ResourceFacts => ({
    ...{ kind, id, name: id, values: {} },
    ...more,
});
const secret = made("secret", "secret");
const other = made("secret", "other");
const key = made("key", "key");
const group = made("logGroup", "group");
const version = made("secretVersion", "version");

const told = (...outputs: readonly [ResourceFacts, string?][]): PolicyReference => ({
    outputs: outputs.map(([resource, output]) => ({ resource, output })),
    isTold: true,
});

describe("a reference in a policy", () => {
    it("is a resource by its ARN, or by an id that is its ARN", () => {
        for (const output of ["arn", "id", undefined]) assert.equal(refersTo(told([secret, output]), [secret]), true);
        assert.equal(refersTo(told([version, "arn"]), [secret, version]), true);
        assert.equal(refersTo(told([key, "arn"]), [key]), true);
        assert.equal(refersTo(told([secret, "name"]), [secret]), UNKNOWN);
        assert.equal(refersTo(told([key, "keyId"]), [key]), UNKNOWN);
        assert.equal(refersTo(told([group, "arn"]), [group]), UNKNOWN);
        assert.equal(refersTo(told([group, "streamArns"]), [group]), true);
    });

    it("is none where it is another resource", () => {
        assert.equal(refersTo(told([other, "arn"]), [secret]), false);
        assert.equal(refersTo(told([other]), [secret]), false);
        assert.equal(refersTo(told([key, "arn"]), [secret]), false);
        assert.equal(refersTo(told([key]), [secret]), UNKNOWN);
        assert.equal(refersTo(told([version, "arn"]), [secret]), UNKNOWN);
    });

    it("to one of several is open, unless all are it, or none", () => {
        assert.equal(refersTo(told([other, "arn"], [secret, "arn"]), [secret]), UNKNOWN);
        assert.equal(refersTo(told([other, "arn"], [key, "arn"]), [secret]), false);
        assert.equal(refersTo(undefined, [secret]), UNKNOWN);
        assert.equal(refersTo(told([secret, "arn"]), []), UNKNOWN);
    });

    it("that only the whole property tells of is never held to be another", () => {
        const policy = made("rolePolicy", "policy", { references: { policy: ["other"] } });
        const stack = new Stack({ resources: [secret, other, policy] });
        const guessed = referencesIn(stack, policy, ["policy"])(["Statement", 0, "Resource"]);
        assert.equal(refersTo(guessed, [other]), true);
        assert.equal(refersTo(guessed, [secret]), UNKNOWN);
        const two = made("rolePolicy", "two", { references: { policy: ["other", "secret"] } });
        assert.equal(referencesIn(stack, two, ["policy"])(["Statement", 0, "Resource"]), undefined);
    });

    it("is kept where it stands among the resources of a statement, alone and in a list", () => {
        const at = (path: readonly unknown[]) => told([secret, path.join(".")]);
        const read = (Resource: unknown) => {
            const document = readPolicy({ Statement: { Effect: "Allow", Action: "*", Resource } }, "identity", at);
            assert.ok(document !== UNKNOWN && document !== undefined && document.statements !== UNKNOWN);
            const { values, references } = document.statements[0]!.resources!;
            return {
                values,
                outputs: [...(references ?? [])].map(([index, { outputs }]) => [index, outputs[0]!.output]),
            };
        };
        assert.deepEqual(read(UNKNOWN), { values: [UNKNOWN], outputs: [[0, "Statement.Resource"]] });
        assert.deepEqual(read(["*", UNKNOWN]), { values: ["*", UNKNOWN], outputs: [[1, "Statement.Resource.1"]] });
        assert.deepEqual(read("*"), { values: ["*"], outputs: [] });
    });
});
