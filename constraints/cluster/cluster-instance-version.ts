import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { SMALL_TYPE } from "../data/brokerTypes";
import { withCluster } from "../examples/provisioned";
import { INSTANCE_TYPE } from "../facts/cluster";
import { isAtLeast, type KafkaVersion } from "../facts/kafkaVersion";
import { MSK_BROKER_SIZES } from "./pages";

const PATH = ["kafkaVersion"];

export const clusterInstanceVersion = defineConstraint({
    id: "cluster-instance-version",
    subject: "cluster",
    requirements: ["MSK-INST-03", "MSK-INST-05"],
    level: "mandatory",
    severity: "high",
    what: "The version of Apache Kafka runs on the brokers' type: kafka.m7g from 2.8.2 and 3.3.2 on, kafka.t3.small without KRaft.",
    why: "Amazon MSK refuses the combination.",
    fix: "Take another version, or another type.",
    source: MSK_BROKER_SIZES,
    check: (cluster) => {
        const { instanceType, version } = cluster;
        if (version === undefined || instanceType === undefined) return undefined;
        const isGraviton = typeof instanceType === "string" && instanceType.startsWith("kafka.m7g.");
        const isSmall = instanceType === SMALL_TYPE;
        if (!isGraviton && !isSmall && !isUnknown(instanceType)) return undefined;
        if (isUnknown(version)) return undetermined(PATH);
        const [tooOld, tooNew] = [!runsOnGraviton(version), version.isKraft || isAtLeast(version, 4)];
        if (isUnknown(instanceType)) {
            const path = cluster.pathOf(...INSTANCE_TYPE);
            return tooOld || tooNew ? undetermined(path, "the type of the brokers is not known yet") : undefined;
        }
        const found = `Kafka ${show(cluster.value(...PATH))} does not run on ${instanceType}`;
        if (isGraviton && tooOld)
            return violation(PATH, found, {
                requirements: ["MSK-INST-03"],
                fix: "Take version 3.9.x, or a size of kafka.m5.",
            });
        if (isSmall && tooNew)
            return violation(PATH, found, {
                requirements: ["MSK-INST-05"],
                fix: "Take the version without .kraft, or a larger type.",
            });
        return undefined;
    },
    examples: {
        valid: [
            { title: "a new version on kafka.m7g", stack: withCluster() },
            { title: "2.8.2 with tiered storage", stack: running("2.8.2.tiered", "kafka.m7g.large") },
            { title: "KRaft on kafka.m7g", stack: running("3.9.x.kraft", "kafka.m7g.large") },
            { title: "an old version on kafka.m5", stack: running("2.6.2", "kafka.m5.large") },
            { title: "ZooKeeper on kafka.t3.small", stack: running("3.9.x", "kafka.t3.small") },
            { title: "a version that is not known yet", stack: running(UNKNOWN, "kafka.m7g.large") },
        ],
        invalid: [
            { title: "an old version on kafka.m7g", stack: running("2.6.2", "kafka.m7g.large") },
            { title: "a version between those on kafka.m7g", stack: running("3.2.0", "kafka.m7g.large") },
            { title: "KRaft on kafka.t3.small", stack: running("3.9.x.kraft", "kafka.t3.small") },
        ],
    },
});

function runsOnGraviton(version: KafkaVersion): boolean {
    return isAtLeast(version, 3, 3, 2) || (isAtLeast(version, 2, 8, 2) && !isAtLeast(version, 3));
}

function running(kafkaVersion: unknown, instanceType: string) {
    return withCluster({ kafkaVersion, [INSTANCE_TYPE.join(".")]: instanceType });
}
