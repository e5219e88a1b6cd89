import assert from "node:assert/strict";
import fc from "fast-check";
import { Judge } from "../../../constraints/core/judge";
import { UNKNOWN } from "../../../constraints/core/known";
import { alarm, watching } from "../../../constraints/examples/alarms";
import { KERBEROS } from "../../../constraints/examples/configurations";
import { loggingOptions } from "../../../constraints/examples/logging";
import { inline, network } from "../../../constraints/examples/networks";
import { OVER_NAT, toHosted } from "../../../constraints/examples/routes";
import type { ResourceFacts, StackFacts } from "../../../constraints/facts/stack";
import { NETWORK_CONSTRAINTS } from "../../../constraints/network";
import { OBSERVABILITY_CONSTRAINTS } from "../../../constraints/observability";

const CONSTRAINTS = [...NETWORK_CONSTRAINTS, ...OBSERVABILITY_CONSTRAINTS];
const judge = new Judge(
    CONSTRAINTS,
    Object.fromEntries(CONSTRAINTS.map(({ id, level }) => [id, { enforcementLevel: level }])),
);

const ACL = { ruleNo: 1, action: "allow", protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: "0.0.0.0/0" };
const more: readonly ResourceFacts[] = [
    {
        kind: "networkAcl",
        id: "acl",
        values: { subnetIds: [UNKNOWN], ingress: [ACL], egress: [ACL] },
        references: { subnetIds: ["subnet-a"] },
    },
    {
        kind: "zone",
        id: "zone",
        values: { name: "plant.example", vpcs: [{ vpcId: UNKNOWN }] },
        references: { vpcs: ["vpc"] },
    },
];

/** Stacks in which nothing must be changed. */
const CORRECT: readonly StackFacts[] = [
    network({ more }),
    network({
        mode: KERBEROS,
        properties: { "bootstrap.servers": "kafka-1.plant.example:9092" },
        interfaces: {
            egress: [inline({ protocol: "-1", cidrBlocks: ["10.0.0.0/16"] })],
            ingress: [inline({ self: true })],
        },
        more,
    }),
    toHosted(OVER_NAT),
    watching(alarm(), loggingOptions(), {
        kind: "logGroup",
        id: "logs",
        values: { name: "errors", retentionInDays: 7 },
    }),
];

const junk: fc.Arbitrary<unknown> = fc.oneof(
    fc.constantFrom(
        null,
        undefined,
        0,
        -1,
        1e21,
        Number.NaN,
        true,
        "",
        "x",
        "0.0.0.0/0",
        "::/0",
        "sg-",
        [],
        [null],
        [[]],
        {},
        [{}],
    ),
    fc.constant(UNKNOWN),
    fc.string(),
    fc.jsonValue(),
);

interface Place {
    readonly resource: number;
    readonly path: readonly (string | number)[];
}

function placesIn({ resources }: StackFacts): Place[] {
    return resources.flatMap(({ values }, resource) => pathsIn(values).map((path) => ({ resource, path })));
}

function pathsIn(value: unknown): (string | number)[][] {
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]) => {
        const segment = Array.isArray(value) ? Number(name) : name;
        return [[segment], ...pathsIn(inner).map((path) => [segment, ...path])];
    });
}

function replaced(stack: StackFacts, { resource, path }: Place, value: unknown): StackFacts {
    const resources = stack.resources.map((one, index) =>
        index === resource ? { ...one, values: withValue(one.values, path, value) as ResourceFacts["values"] } : one,
    );
    return { ...stack, resources };
}

function withValue(within: unknown, [first, ...rest]: readonly (string | number)[], value: unknown): unknown {
    if (first === undefined) return value;
    const inner = withValue((within as Record<string | number, unknown>)[first], rest, value);
    if (Array.isArray(within)) return within.map((old, index) => (index === first ? inner : old));
    return { ...(within as object), [first]: inner };
}

function mandatory(stack: StackFacts) {
    return judge.judge(stack).findings.filter(({ level }) => level === "mandatory");
}

describe("what is judged of the network, of alarms and of logs", () => {
    for (const [index, stack] of CORRECT.entries()) {
        it(`is right in correct stack ${index + 1}, also with any value of it not known`, () => {
            assert.deepEqual(mandatory(stack), []);
            for (const place of placesIn(stack)) {
                const hidden = mandatory(replaced(stack, place, UNKNOWN));
                assert.deepEqual(hidden, [], `${stack.resources[place.resource]!.id} ${place.path.join(".")}`);
            }
        });

        it(`is answered in stack ${index + 1} whatever stands in any place`, () => {
            const places = placesIn(stack);
            fc.assert(
                fc.property(fc.nat(), junk, (which, value) => {
                    judge.judge(replaced(stack, places[which % places.length]!, value));
                }),
                { numRuns: 400 },
            );
        });

        it(`hangs not on the order of the resources in stack ${index + 1}`, () => {
            const turned = { ...stack, resources: [...stack.resources].reverse() };
            const answers = (of: StackFacts) =>
                judge
                    .judge(of)
                    .findings.map((one) => JSON.stringify(one))
                    .sort();
            assert.deepEqual(answers(turned), answers(stack));
        });
    }

    it("takes time in proportion to the number of rules of groups, and of topic rules", function () {
        this.timeout(20_000);
        const base = network();
        const rules = Array.from(
            { length: 3000 },
            (_, index): ResourceFacts => ({
                kind: "securityGroupIngressRule",
                id: `rule${index}`,
                values: {
                    securityGroupId: UNKNOWN,
                    ipProtocol: "tcp",
                    fromPort: index,
                    toPort: index,
                    cidrIpv4: "10.0.0.0/8",
                },
                references: { securityGroupId: [index % 2 === 0 ? "brokers" : "interfaces"] },
            }),
        );
        const topicRule = base.resources.find(({ kind }) => kind === "topicRule")!;
        const others = Array.from({ length: 1000 }, (_, index) => ({ ...topicRule, id: `other${index}` }));
        assert.doesNotThrow(() => judge.judge({ ...base, resources: [...base.resources, ...rules, ...others] }));
    });
});
