import assert from "node:assert/strict";
import { type ResourceFacts, UNKNOWN } from "../../../constraints";
import { association, CLUSTER_ARN, cluster, SECRET_ARN } from "../../../constraints/examples/clusters";
import { stackOf } from "../../../constraints/examples/rules";
import { linked, listed } from "../../../constraints/examples/scramSecrets";
import { secret, secretVersion } from "../../../constraints/examples/secrets";
import { Association } from "../../../constraints/facts/association";
import { Stack } from "../../../constraints/facts/stack";

/** The ids of the secrets that an association names, and whether there may be others. */
function secretsOf(resource: ResourceFacts, ...others: ResourceFacts[]) {
    const found = new Association(new Stack(stackOf(resource, ...others)), resource);
    return { ids: found.secrets.map(({ id }) => id), untold: found.hasUntold };
}

describe("the secrets of an association", () => {
    const plant = secret("AmazonMSK_plant");
    const site = secret("AmazonMSK_site", "site");
    const version = secretVersion({ secretString: UNKNOWN });

    it("are found by the edge to a secret or to its version", () => {
        assert.deepEqual(secretsOf(linked(), plant, site), { ids: ["secret"], untold: false });
        const byVersion = linked({ references: { secretArn: ["version"] } });
        assert.deepEqual(secretsOf(byVersion, plant, site, version), { ids: ["secret"], untold: false });
        const byBoth = linked({ references: { secretArn: ["version", "secret"] } });
        assert.deepEqual(secretsOf(byBoth, plant, site, version), { ids: ["secret"], untold: false });
    });

    it("are found by an ARN that is known, or that ends in the name of a secret", () => {
        assert.deepEqual(secretsOf(association(), plant, site).ids, ["secret"]);
        const known = { ...plant, values: { ...plant.values, arn: SECRET_ARN } };
        assert.deepEqual(secretsOf(association(), known, site).ids, ["secret"]);
        const other = { ...plant, values: { ...plant.values, arn: `${SECRET_ARN}0` } };
        assert.deepEqual(secretsOf(association(), other, site).ids, []);
        const elsewhere = { ...plant, region: "eu-west-1" };
        assert.deepEqual(secretsOf(association(), elsewhere, site).ids, []);
    });

    it("are not told by more edges than ARNs: an output carries those of everything it was made of", () => {
        const ambiguous = linked({ references: { secretArn: ["secret", "site"] } });
        assert.deepEqual(secretsOf(ambiguous, plant, site), { ids: [], untold: true });
    });

    it("are those of a list, known or not", () => {
        const both = listed([UNKNOWN, UNKNOWN], { references: { secretArnLists: ["secret", "site"] } });
        assert.deepEqual(secretsOf(both, plant, site), { ids: ["secret", "site"], untold: false });
        const mixed = listed([SECRET_ARN, UNKNOWN], { references: { secretArnLists: ["site"] } });
        assert.deepEqual(secretsOf(mixed, plant, site), { ids: ["secret", "site"], untold: false });
        const unknown = listed(UNKNOWN, { references: { secretArnLists: ["secret"] } });
        assert.deepEqual(secretsOf(unknown, plant, site), { ids: ["secret"], untold: false });
        assert.deepEqual(secretsOf(listed([UNKNOWN]), plant), { ids: [], untold: true });
        assert.deepEqual(secretsOf(listed("none"), plant), { ids: [], untold: false });
    });
});

describe("the cluster of two associations", () => {
    const isSame = (one: ResourceFacts, other: ResourceFacts, ...resources: ResourceFacts[]) => {
        const stack = new Stack(stackOf(one, other, ...resources));
        return new Association(stack, one).isOfSameCluster(new Association(stack, other));
    };
    const open = { ...linked(), values: { clusterArn: UNKNOWN, secretArn: UNKNOWN } };
    const again = { ...open, id: "again" };

    it("is the same by its ARN, or by the edges of both", () => {
        assert.equal(isSame(association(), listed([])), true);
        assert.equal(isSame(association(), association({ clusterArn: `${CLUSTER_ARN}0` })), false);
        assert.equal(isSame(open, again, cluster()), true);
        const other = { ...cluster({ arn: UNKNOWN }), id: "other" };
        const elsewhere = { ...again, references: { clusterArn: ["other"] } };
        assert.equal(isSame(open, elsewhere, cluster(), other), false);
    });

    it("is not told where the stack does not tell", () => {
        assert.equal(isSame(open, again), UNKNOWN);
        assert.equal(isSame(open, association()), UNKNOWN);
    });
});
