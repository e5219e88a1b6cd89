import assert from "node:assert/strict";
import { UNKNOWN } from "../../constraints";
import { Cluster } from "../../constraints/facts/cluster";
import { inputOf } from "../../constraints/facts/inputs";
import { type ResourceFacts, Stack } from "../../constraints/facts/stack";
import { outputsOf } from "../../policies/outputs";
import { writtenIn } from "../../policies/written";

describe("what a program gives of a resource", () => {
    it("tells a value that is left out from one that is not known yet", () => {
        const written = writtenIn({
            kind: "routeTable",
            id: "t",
            values: { vpcId: UNKNOWN, tags: undefined, x: null },
        });
        assert.deepEqual([...written], ["vpcId"]);
        const planned: ResourceFacts = {
            kind: "routeTable",
            id: "t",
            values: { vpcId: UNKNOWN, routes: UNKNOWN },
            written,
        };
        assert.equal(inputOf(planned, "vpcId"), UNKNOWN);
        assert.equal(inputOf(planned, "routes"), undefined);
        assert.equal(inputOf({ ...planned, values: { routes: [] } }, "vpcId"), undefined);
        assert.deepEqual(inputOf({ ...planned, values: { routes: ["known"] } }, "routes"), ["known"]);
    });

    it("tells it within the blocks of a cluster too", () => {
        const given = { brokerNodeGroupInfo: { instanceType: "kafka.m7g.large", storageInfo: UNKNOWN } };
        const written = writtenIn({ kind: "cluster", id: "c", values: given });
        const values = {
            storageMode: UNKNOWN,
            brokerNodeGroupInfo: { ...given.brokerNodeGroupInfo, connectivityInfo: UNKNOWN },
        };
        const resource: ResourceFacts = { kind: "cluster", id: "c", values, written };
        const cluster = new Cluster(new Stack({ resources: [resource] }), resource);
        assert.equal(cluster.value("storageMode"), undefined);
        assert.equal(cluster.isPublic, false);
        assert.equal(cluster.ofBrokers("storageInfo"), UNKNOWN);
        const untold = { ...resource, written: undefined };
        assert.equal(new Cluster(new Stack({ resources: [untold] }), untold).isPublic, UNKNOWN);
    });
});

describe("of what the ARN of a destination is made", () => {
    const kinds = { cluster: "cluster", secret: "secret", destination: "destination" } as const;
    const uses = (edges: readonly string[], destinationArn: unknown = UNKNOWN) =>
        outputsOf(
            { kind: "topicRule", id: "r", values: { kafkas: [{ destinationArn }] }, references: { kafkas: edges } },
            (id) => kinds[id as keyof typeof kinds],
        ).map(({ of }) => of);

    it("is told where everything that the property hangs on can be none", () => {
        assert.deepEqual(uses(["cluster", "secret", "cluster"]), ["cluster", "secret"]);
    });

    it("is not told where it may be a destination, or something of another stack", () => {
        assert.deepEqual(uses(["cluster", "destination"]), []);
        assert.deepEqual(uses(["cluster", "stack reference"]), []);
        assert.deepEqual(uses([]), []);
    });

    it("is not asked where it is known", () => assert.deepEqual(uses(["cluster"], "arn:known"), []));
});
