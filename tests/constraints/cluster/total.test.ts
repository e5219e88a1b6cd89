import assert from "node:assert/strict";
import fc from "fast-check";
import { CATALOGUE, Judge, type ResourceKind, UNKNOWN } from "../../../constraints";
import { provisioned } from "../../../constraints/examples/provisioned";

/** Every constraint on clusters, also one that is off by default. */
const judge = new Judge(
    CATALOGUE.filter(({ subject }) => subject === "cluster"),
    Object.fromEntries(CATALOGUE.map(({ id, level }) => [id, { enforcementLevel: level }])),
);

const leaf = fc.oneof(
    fc.string(),
    fc.constantFrom<unknown>(
        ...["constructor", "__proto__", "TLS_PLAINTEXT", "express.m7g.large", "kafka.t3.small", "3.9.x.kraft", "4"],
        ...["arn:aws:acm-pca:::", "SERVICE_PROVIDED_EIPS", "[object Object]", UNKNOWN, null, undefined, true, false, 0],
    ),
    fc.double(),
);
const anything: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    value: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        leaf,
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(fc.string(), tie("value"), { maxKeys: 3 }),
    ),
})).value;

const PATHS = placesIn(provisioned({ rebalancing: { status: "ACTIVE" }, storageMode: "TIERED" }).values);
const KINDS: readonly ResourceKind[] = ["subnet", "securityGroup", "configuration", "topic", "routeTable", "vpc"];

describe("the constraints on clusters", () => {
    it("answer whatever a cluster and what is around it hold", () => {
        const changes = fc.array(fc.tuple(fc.constantFrom(...PATHS), anything), { maxLength: 4 });
        const others = fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.dictionary(fc.string(), anything)), {
            maxLength: 4,
        });
        fc.assert(
            fc.property(changes, others, (wrong, around) => {
                const resources = around.map(([kind, values], index) => ({ kind, id: `other${index}`, values }));
                const ids = resources.map(({ id }) => id);
                const references = { brokerNodeGroupInfo: ids, configurationInfo: ids, clientAuthentication: ids };
                const values = provisioned(Object.fromEntries(wrong)).values;
                judge.judge({
                    resources: [
                        ...resources,
                        { kind: "cluster", id: "one", values },
                        { kind: "cluster", id: "two", values, references },
                    ],
                });
            }),
            { numRuns: 400 },
        );
    });

    it("answer in time to a hostile text in any place", () => {
        for (const text of ["9".repeat(100_000), "3.".repeat(50_000), "arn:".repeat(30_000), "kafka.".repeat(20_000)]) {
            for (const path of PATHS) {
                assert.doesNotThrow(() => judge.judge({ resources: [provisioned({ [path]: text })] }), path);
            }
        }
    });
});

function placesIn(value: unknown, path = ""): string[] {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
    return Object.entries(value).flatMap(([name, inner]) => {
        const place = path === "" ? name : `${path}.${name}`;
        return [place, ...placesIn(inner, place)];
    });
}
