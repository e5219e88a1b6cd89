import assert from "node:assert/strict";
import { Judge, type ResourceFacts, UNKNOWN } from "../../../constraints";
import { destinationDeletionOrder } from "../../../constraints/destination/destination-deletion-order";
import { destination, ROLE_ARN, role, rolePolicy } from "../../../constraints/examples/destinations";
import { stackOf } from "../../../constraints/examples/rules";

const judge = new Judge([destinationDeletionOrder]);

/** A destination with this role ARN and these edges. */
function using(roleArn: unknown, changes: Partial<ResourceFacts>): ResourceFacts {
    const { values } = destination("plant");
    return destination("plant", {
        values: { ...values, vpcConfiguration: { ...(values.vpcConfiguration as object), roleArn } },
        ...changes,
    });
}

function answer(...resources: ResourceFacts[]): string {
    const { findings, undetermined } = judge.judge(stackOf(...resources));
    if (findings.length > 0) return "violation";
    return undetermined.length > 0 ? "undetermined" : "nothing";
}

const edge = { references: { vpcConfiguration: ["interfaces"] } };

describe("a destination and the policies of its role", () => {
    it("are joined by the ARN, by the name at its end, or by the edge", () => {
        const policy = rolePolicy("policy");
        const dependsOnRole = { dependencies: ["interfaces"] };
        assert.equal(answer(role(), policy, using(ROLE_ARN, dependsOnRole)), "violation");
        const unnamed = role("interfaces", { arn: UNKNOWN });
        assert.equal(answer(unnamed, policy, using(ROLE_ARN, dependsOnRole)), "violation");
        const unknown = role("interfaces", { arn: UNKNOWN, name: UNKNOWN });
        assert.equal(answer(unknown, policy, using(UNKNOWN, { ...edge, ...dependsOnRole })), "violation");
    });

    it("are not joined with another role", () => {
        const other = rolePolicy("policy", "other", { role: "another-role" });
        assert.equal(answer(role(), other, using(ROLE_ARN, { dependencies: ["interfaces"] })), "nothing");
        const otherEdge = rolePolicy("policy", "other", { role: UNKNOWN });
        assert.equal(answer(role(), otherEdge, using(ROLE_ARN, { dependencies: ["interfaces"] })), "nothing");
    });

    it("are joined where the policy's role is known by its edge only", () => {
        const policy = rolePolicy("policy", "interfaces", { role: UNKNOWN });
        assert.equal(answer(role(), policy, using(ROLE_ARN, { dependencies: [] })), "violation");
    });

    it("are in order when the destination hangs on the policy, directly, by a property or over others", () => {
        const policy = rolePolicy("policy");
        assert.equal(answer(role(), policy, using(ROLE_ARN, { dependencies: ["policy"] })), "nothing");
        assert.equal(
            answer(role(), policy, using(UNKNOWN, { references: { vpcConfiguration: ["interfaces", "policy"] } })),
            "nothing",
        );
        const between: ResourceFacts = { kind: "subnet", id: "subnet", values: {}, dependencies: ["policy", "subnet"] };
        assert.equal(answer(role(), policy, between, using(ROLE_ARN, { dependencies: ["subnet"] })), "nothing");
    });

    it("are left open where the order or the role is not known", () => {
        assert.equal(answer(role(), rolePolicy("policy"), using(ROLE_ARN, {})), "undetermined");
        assert.equal(answer(role(), rolePolicy("policy"), using(UNKNOWN, {})), "undetermined");
    });

    it("are named in the finding, each that is missing", () => {
        const stack = stackOf(role(), rolePolicy("read"), rolePolicy("write"), using(ROLE_ARN, { dependencies: [] }));
        const [finding] = judge.judge(stack).findings;
        assert.match(finding?.fix ?? "", /read, write/);
        assert.deepEqual(finding?.requirements, ["DEST-DEL-01", "IAM-PROP-01"]);
    });
});
