import assert from "node:assert/strict";
import { CATALOGUE, Judge, renderFinding, type StackFacts, UNKNOWN } from "../../../constraints";
import { CLUSTER_CONSTRAINTS } from "../../../constraints/cluster";
import {
    CERTIFICATES,
    type ClusterChanges,
    DEVELOPMENT,
    ELSEWHERE_CONFIGURED,
    EXPRESS,
    MULTI_VPC,
    PUBLIC,
    provisionedWith,
    SCRAM_AND_IAM,
    sentTo,
    withCluster,
} from "../../../constraints/examples/provisioned";

const judge = new Judge(CATALOGUE);
type Path = readonly (string | number)[];

const CORRECT: Readonly<Record<string, ClusterChanges>> = {
    "three standard brokers with SASL/SCRAM": {},
    "SASL/SCRAM and IAM together": SCRAM_AND_IAM,
    "mutual TLS with a private authority": CERTIFICATES,
    "Express brokers": EXPRESS,
    "Express brokers with KRaft and rebalancing": {
        ...EXPRESS,
        kafkaVersion: "3.9.x.kraft",
        rebalancing: { status: "ACTIVE" },
    },
    "two brokers for development": DEVELOPMENT,
    "tiered storage": { storageMode: "TIERED", kafkaVersion: "3.8.x" },
    "provisioned throughput": {
        "brokerNodeGroupInfo.instanceType": "kafka.m5.4xlarge",
        "brokerNodeGroupInfo.storageInfo.ebsStorageInfo": {
            volumeSize: 1000,
            provisionedThroughput: { enabled: true, volumeThroughput: 250 },
        },
    },
    "nothing but what is required": {
        encryptionInfo: undefined,
        loggingInfo: undefined,
        clientAuthentication: undefined,
    },
    "a public cluster that is there": { ...PUBLIC, ...ELSEWHERE_CONFIGURED },
    "a cluster for several VPCs": MULTI_VPC,
    "a new cluster for several VPCs": { ...MULTI_VPC, arn: UNKNOWN },
    "kafka.m5 with an old version that still runs": {
        "brokerNodeGroupInfo.instanceType": "kafka.m5.large",
        kafkaVersion: "2.8.1",
    },
};

describe("a correct cluster", () => {
    for (const [title, changes] of Object.entries(CORRECT)) {
        it(`has no mandatory finding: ${title}`, () => {
            assert.deepEqual(mandatory(withCluster(changes)), []);
        });
    }

    it("has none with a configuration beside it, before either is made", () => {
        const stack = provisionedWith("auto.create.topics.enable=false\nmin.insync.replicas=2", { arn: UNKNOWN });
        assert.deepEqual(mandatory(stack), []);
    });

    it("has none with a rule that sends to it", () => {
        assert.deepEqual(mandatory(sentTo({})), []);
        assert.deepEqual(mandatory(sentTo(SCRAM_AND_IAM)), []);
    });

    it("has none with any of its values not known yet", () => {
        for (const changes of Object.values(CORRECT)) {
            const stack = withCluster(changes);
            // An ARN that is not known yet says that the cluster is yet to be made.
            const places = placesIn(stack.resources[0]!.values).filter(([name]) => name !== "arn");
            for (const path of places) assert.deepEqual(mandatory(hidden(stack, path)), [], path.join("."));
        }
    });
});

describe("a mistake in a cluster", () => {
    for (const constraint of CLUSTER_CONSTRAINTS.filter(({ subject }) => subject === "cluster")) {
        it(`is neither invented nor thrown by a value that is not known yet: ${constraint.id}`, () => {
            const own = new Judge([constraint], { [constraint.id]: { enforcementLevel: constraint.level } });
            for (const { stack, options } of constraint.examples.invalid) {
                assert.equal(options, undefined);
                const original = own.judge(stack).findings.map(({ requirements }) => requirements.join());
                for (const [index, resource] of stack.resources.entries()) {
                    for (const path of placesIn(resource.values)) {
                        const { findings, undetermined } = own.judge(hidden(stack, path, index));
                        // What is hidden is either proved by the rest, or said to be open, or concerns something else.
                        for (const { requirements } of findings)
                            assert.ok(original.some((row) => requirements.every((id) => row.includes(id))));
                        if (
                            resource.kind === "cluster" &&
                            constraint.joins !== true &&
                            findings.length < original.length
                        )
                            assert.notEqual(undetermined.length, 0, `${path.join(".")} is silent`);
                    }
                }
            }
        });
    }
});

function mandatory(stack: StackFacts): string[] {
    return judge
        .judge(stack)
        .findings.filter(({ level }) => level === "mandatory")
        .map(renderFinding);
}

/** The path of everything that a value holds, at every depth. */
function placesIn(value: unknown, path: Path = []): Path[] {
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]) => {
        const place = [...path, Array.isArray(value) ? Number(name) : name];
        return [place, ...placesIn(inner, place)];
    });
}

function hidden(stack: StackFacts, path: Path, index = 0): StackFacts {
    const resources = stack.resources.map((resource, position) =>
        position === index ? { ...resource, values: withUnknown(resource.values, path) as never } : resource,
    );
    return { ...stack, resources };
}

function withUnknown(within: unknown, [first, ...rest]: Path): unknown {
    if (first === undefined) return UNKNOWN;
    if (Array.isArray(within)) return within.map((old, index) => (index === first ? withUnknown(old, rest) : old));
    return { ...(within as object), [first]: withUnknown((within as Record<string, unknown>)[first], rest) };
}
