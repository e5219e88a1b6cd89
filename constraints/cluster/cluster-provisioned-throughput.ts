import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { LEAST_PROVISIONED_VOLUME, LEAST_THROUGHPUT, STORAGE_THROUGHPUT } from "../data/brokerTypes";
import { type ClusterChanges, withCluster } from "../examples/provisioned";
import { type Cluster, INSTANCE_TYPE, VOLUME } from "../facts/cluster";
import { MSK_THROUGHPUT } from "./pages";

const PATH = [...VOLUME, "provisionedThroughput"];
const ENABLED = [...PATH, "enabled"];
const THROUGHPUT = [...PATH, "volumeThroughput"];
const SIZE = [...VOLUME, "volumeSize"];
const LARGEST = Math.max(...Object.values(STORAGE_THROUGHPUT));

export const clusterProvisionedThroughput = defineConstraint({
    id: "cluster-provisioned-throughput",
    subject: "cluster",
    requirements: ["MSK-STOR-03", "MSK-STOR-04", "MSK-STOR-05"],
    level: "mandatory",
    severity: "high",
    what: `Storage throughput is provisioned only where it is turned on, for kafka.m5.4xlarge or kafka.m7g.2xlarge and larger, for volumes of ${LEAST_PROVISIONED_VOLUME} GiB and more, from ${LEAST_THROUGHPUT} MiB/s to what the type can do.`,
    why: "Amazon MSK refuses the cluster otherwise.",
    fix: "Leave provisionedThroughput out, or take a larger type.",
    source: MSK_THROUGHPUT,
    check: (cluster) => {
        const enabled = cluster.value(...ENABLED);
        if (enabled === true) return [...judgeType(cluster), ...judgeVolume(cluster), ...judgeThroughput(cluster)];
        const throughput = cluster.value(...THROUGHPUT);
        if (throughput === undefined && enabled !== UNKNOWN) return undefined;
        if (isUnknown(throughput)) return undetermined(cluster.pathOf(...THROUGHPUT));
        if (isUnknown(enabled)) {
            // Turned on, the number is wrong; turned off, it must not be there.
            const wrong = judgeThroughput(cluster).filter(({ kind }) => kind === "violation");
            return wrong.length > 0 ? wrong : undetermined(cluster.pathOf(...THROUGHPUT));
        }
        return violation(THROUGHPUT, "volumeThroughput is given, and `enabled` is not true", {
            requirements: ["MSK-STOR-05"],
            fix: "Write `enabled: true` beside it, or leave it out.",
        });
    },
    examples: {
        valid: [
            { title: "none", stack: withCluster() },
            { title: "turned off", stack: withThroughput({ enabled: false }) },
            { title: "the most of kafka.m7g.2xlarge", stack: onLarge({ enabled: true, volumeThroughput: 312 }) },
            { title: "one that is not known yet", stack: onLarge({ enabled: true, volumeThroughput: UNKNOWN }) },
        ],
        invalid: [
            { title: "too small a type", stack: withThroughput({ enabled: true, volumeThroughput: 250 }) },
            {
                title: "too small a volume",
                stack: onLarge({ enabled: true, volumeThroughput: 250 }, { [SIZE.join(".")]: 5 }),
            },
            { title: "more than the type can do", stack: onLarge({ enabled: true, volumeThroughput: 500 }) },
            { title: "less than there is", stack: onLarge({ enabled: true, volumeThroughput: 100 }) },
            { title: "not turned on", stack: onLarge({ volumeThroughput: 250 }) },
        ],
    },
});

function judgeType(cluster: Cluster): Verdict[] {
    const type = cluster.instanceType;
    if (isUnknown(type)) return [undetermined(cluster.pathOf(...INSTANCE_TYPE))];
    if (typeof type !== "string" || type.startsWith("express.") || Object.hasOwn(STORAGE_THROUGHPUT, type)) return [];
    return [violation(ENABLED, `Brokers of the type ${show(type)} take none`, { requirements: ["MSK-STOR-03"] })];
}

function judgeVolume(cluster: Cluster): Verdict[] {
    const size = cluster.number(...SIZE);
    if (isUnknown(size)) return [undetermined(cluster.pathOf(...SIZE))];
    if (size === undefined || size >= LEAST_PROVISIONED_VOLUME) return [];
    const found = `The volume has ${size} GiB, less than ${LEAST_PROVISIONED_VOLUME}`;
    return [violation(SIZE, found, { requirements: ["MSK-STOR-03"], fix: "Take a larger volume." })];
}

function judgeThroughput(cluster: Cluster): Verdict[] {
    const given = cluster.value(...THROUGHPUT);
    if (given === undefined) return [];
    const throughput = cluster.number(...THROUGHPUT);
    if (isUnknown(throughput)) return [undetermined(cluster.pathOf(...THROUGHPUT))];
    const type = cluster.instanceType;
    const ofType =
        typeof type === "string" && Object.hasOwn(STORAGE_THROUGHPUT, type) ? STORAGE_THROUGHPUT[type] : undefined;
    const most = ofType ?? LARGEST;
    if (throughput !== undefined && throughput >= LEAST_THROUGHPUT && throughput <= most) return [];
    return [
        violation(THROUGHPUT, `volumeThroughput is ${show(given)}`, {
            requirements: ["MSK-STOR-04"],
            fix: `Write a number from ${LEAST_THROUGHPUT} to ${most}.`,
        }),
    ];
}

function withThroughput(provisionedThroughput: object, changes: ClusterChanges = {}) {
    return withCluster({ [PATH.join(".")]: provisionedThroughput, ...changes });
}

function onLarge(provisionedThroughput: object, changes: ClusterChanges = {}) {
    return withThroughput(provisionedThroughput, { [INSTANCE_TYPE.join(".")]: "kafka.m7g.2xlarge", ...changes });
}
