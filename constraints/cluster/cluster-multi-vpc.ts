import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { SMALL_TYPE } from "../data/brokerTypes";
import { DEVELOPMENT, MULTI_VPC, withCluster } from "../examples/provisioned";
import { type Cluster, INSTANCE_TYPE } from "../facts/cluster";
import { isAtLeast } from "../facts/kafkaVersion";
import { MSK_MULTI_VPC } from "./pages";

export const clusterMultiVpc = defineConstraint({
    id: "cluster-multi-vpc",
    subject: "cluster",
    requirements: ["MSK-MVPC-02"],
    level: "mandatory",
    severity: "high",
    what: `A cluster for several VPCs has Kafka 2.7.1 or later, brokers larger than ${SMALL_TYPE}, and lets nobody in without a login.`,
    why: "Amazon MSK refuses to open it to other VPCs otherwise.",
    fix: "Leave vpcConnectivity out: a destination in the cluster's own VPC, or one that is peered with it, needs none.",
    source: MSK_MULTI_VPC,
    check: (cluster) => {
        const { isMultiVpc } = cluster;
        if (isMultiVpc === false) return undefined;
        const verdicts = obstaclesOf(cluster).map(
            ({ path, found }): Verdict =>
                isUnknown(isMultiVpc)
                    ? undetermined(path, "whether the cluster is for several VPCs is not known yet")
                    : violation(path, `${found}, and the cluster is for several VPCs`),
        );
        const { version, instanceType, admitsAnyone } = cluster;
        const isOpen = [version, instanceType, admitsAnyone].some(isUnknown);
        return isOpen ? [...verdicts, undetermined([], "the access to the cluster is not known yet")] : verdicts;
    },
    examples: {
        valid: [
            { title: "IAM from other VPCs", stack: withCluster(MULTI_VPC) },
            { title: "one VPC", stack: withCluster(DEVELOPMENT) },
            { title: "a version that is not known yet", stack: withCluster({ ...MULTI_VPC, kafkaVersion: UNKNOWN }) },
        ],
        invalid: [
            {
                title: "an old version",
                stack: withCluster({
                    ...MULTI_VPC,
                    kafkaVersion: "2.6.2",
                    [INSTANCE_TYPE.join(".")]: "kafka.m5.large",
                }),
            },
            { title: "brokers for development", stack: withCluster({ ...DEVELOPMENT, ...MULTI_VPC }) },
            {
                title: "clients without a login",
                stack: withCluster({ ...MULTI_VPC, "clientAuthentication.unauthenticated": true }),
            },
        ],
    },
});

function obstaclesOf(cluster: Cluster): { readonly path: Path; readonly found: string }[] {
    const { version, instanceType, admitsAnyone } = cluster;
    const found: { path: Path; found: string }[] = [];
    if (version !== undefined && !isUnknown(version) && !isAtLeast(version, 2, 7, 1))
        found.push({ path: ["kafkaVersion"], found: `Kafka is ${show(cluster.value("kafkaVersion"))}` });
    if (instanceType === SMALL_TYPE) found.push({ path: INSTANCE_TYPE, found: `The brokers are ${SMALL_TYPE}` });
    if (admitsAnyone === true)
        found.push({
            path: cluster.pathOf("clientAuthentication", "unauthenticated"),
            found: "Clients without a login get in",
        });
    return found;
}
