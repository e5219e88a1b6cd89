import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { nearest, oneOf, show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { SMALL_TYPE } from "../data/brokerTypes";
import { DEVELOPMENT, withCluster } from "../examples/provisioned";
import type { Cluster } from "../facts/cluster";
import { isAtLeast } from "../facts/kafkaVersion";
import { MSK_TIERED_STORAGE } from "./pages";

const PATH = ["storageMode"];
const MODES = ["LOCAL", "TIERED"];

export const clusterStorageMode = defineConstraint({
    id: "cluster-storage-mode",
    subject: "cluster",
    requirements: ["MSK-STOR-02", "MSK-INST-06"],
    level: "mandatory",
    severity: "high",
    what: `The storage mode is LOCAL or TIERED; tiered needs Kafka 2.8.2.tiered or 3.6.0 and later, and no ${SMALL_TYPE}.`,
    why: "Amazon MSK refuses the cluster.",
    fix: "Leave storageMode out; or take Kafka 3.9.x and a larger type for tiered storage.",
    source: MSK_TIERED_STORAGE,
    check: (cluster) => {
        const mode = cluster.value(...PATH);
        if (mode === undefined || mode === "LOCAL") return undefined;
        if (isUnknown(mode)) return undetermined(PATH);
        if (mode === "TIERED") return [...judgeVersion(cluster), ...judgeType(cluster)];
        const meant = typeof mode === "string" ? nearest(mode, MODES) : undefined;
        return violation(PATH, `storageMode is ${show(mode)}, not ${oneOf(MODES)}`, {
            requirements: ["MSK-STOR-02"],
            ...(meant === undefined ? {} : { fix: `Did you mean ${show(meant)}?` }),
        });
    },
    examples: {
        valid: [
            { title: "none", stack: withCluster() },
            { title: "LOCAL", stack: withCluster({ storageMode: "LOCAL" }) },
            { title: "tiered storage", stack: withCluster({ storageMode: "TIERED" }) },
            {
                title: "the version that is made for it",
                stack: withCluster({ storageMode: "TIERED", kafkaVersion: "2.8.2.tiered" }),
            },
            {
                title: "a version that is not known yet",
                stack: withCluster({ storageMode: "TIERED", kafkaVersion: UNKNOWN }),
            },
        ],
        invalid: [
            { title: "another mode", stack: withCluster({ storageMode: "tiered" }) },
            {
                title: "a version without tiered storage",
                stack: withCluster({ storageMode: "TIERED", kafkaVersion: "3.5.1" }),
            },
            { title: "the type for development", stack: withCluster({ ...DEVELOPMENT, storageMode: "TIERED" }) },
        ],
    },
});

function judgeVersion(cluster: Cluster): Verdict[] {
    const { version } = cluster;
    if (version === undefined) return [];
    if (isUnknown(version)) return [undetermined(["kafkaVersion"])];
    if (version.isTiered || isAtLeast(version, 3, 6)) return [];
    const found = `Kafka ${show(cluster.value("kafkaVersion"))} has no tiered storage`;
    return [violation(PATH, found, { requirements: ["MSK-STOR-02"] })];
}

function judgeType({ instanceType }: Cluster): Verdict[] {
    if (isUnknown(instanceType)) return [undetermined(PATH, "the type of the brokers is not known yet")];
    if (instanceType !== SMALL_TYPE) return [];
    return [
        violation(PATH, `Brokers of the type ${SMALL_TYPE} have no tiered storage`, { requirements: ["MSK-INST-06"] }),
    ];
}
