import assert from "node:assert/strict";
import { type ResourceFacts, UNKNOWN } from "../../../constraints";
import { waitsFor } from "../../../constraints/facts/order";
import { Stack } from "../../../constraints/facts/stack";

function made(id: string, more: Partial<ResourceFacts> = {}): ResourceFacts {
    return { kind: "secret", id, values: {}, ...more };
}

function answer(first: ResourceFacts, ...others: ResourceFacts[]) {
    return waitsFor(new Stack({ resources: [first, ...others] }), first, ["last"]);
}

describe("whether a resource waits for another", () => {
    const last = made("last");

    it("is told by its dependencies and by the edges of its properties, over others too", () => {
        assert.equal(answer(made("first", { dependencies: ["last"] }), last), true);
        assert.equal(answer(made("first", { references: { name: ["last"] } }), last), true);
        const between = made("between", { dependencies: ["last"] });
        assert.equal(answer(made("first", { references: { name: ["between"] } }), between, last), true);
        assert.equal(answer(made("first", { dependencies: ["other"] }), made("other"), last), false);
    });

    it("is not told where its source names no order", () => {
        assert.equal(answer(made("first"), last), UNKNOWN);
    });

    it("is not told where it waits for a resource of no kind that is judged, which may wait in turn", () => {
        assert.equal(answer(made("first", { dependencies: ["pause"] }), last), UNKNOWN);
        const between = made("between", { dependencies: ["pause"] });
        assert.equal(answer(made("first", { dependencies: ["between"] }), between, last), false);
    });

    it("comes to an end where resources wait for each other", () => {
        const other = made("other", { dependencies: ["first"] });
        assert.equal(answer(made("first", { dependencies: ["other"] }), other, last), false);
    });
});
