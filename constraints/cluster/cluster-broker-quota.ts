import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { numberOption } from "../core/options";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { provisioned, withCluster } from "../examples/provisioned";
import { stackOf } from "../examples/rules";
import { Cluster } from "../facts/cluster";
import type { Stack } from "../facts/stack";
import { MSK_QUOTAS } from "./pages";

const PATH = ["numberOfBrokerNodes"];

interface Options {
    readonly perZookeeperCluster: number;
    readonly perKraftCluster: number;
    readonly perAccount: number;
}

export const clusterBrokerQuota = defineConstraint({
    id: "cluster-broker-quota",
    subject: "cluster",
    joins: true,
    requirements: ["MSK-COUNT-02"],
    level: "advisory",
    severity: "low",
    what: "A cluster, and all clusters of an account in a Region, have no more brokers than the quotas allow.",
    why: "Amazon MSK refuses more until the quota is raised, which takes days.",
    fix: "Ask for a higher quota first, and write it into the option; or take fewer, larger brokers.",
    source: MSK_QUOTAS,
    options: {
        perZookeeperCluster: numberOption("Brokers of a cluster with ZooKeeper.", 30),
        perKraftCluster: numberOption("Brokers of a cluster with KRaft.", 60),
        perAccount: numberOption("Brokers of an account in one Region.", 90),
    },
    check: (cluster, options: Options) => ofCluster(cluster, options) ?? ofAccount(cluster, options.perAccount),
    examples: {
        valid: [
            { title: "thirty brokers", stack: withCluster({ numberOfBrokerNodes: 30 }) },
            { title: "sixty with KRaft", stack: withCluster({ numberOfBrokerNodes: 60, kafkaVersion: "3.9.x.kraft" }) },
            {
                title: "a quota that was raised",
                stack: withCluster({ numberOfBrokerNodes: 60 }),
                options: { perZookeeperCluster: 60 },
            },
            {
                title: "clusters in several Regions",
                stack: clusters("us-east-1", "us-east-1", "eu-west-1", "eu-west-1"),
            },
        ],
        invalid: [
            { title: "more than thirty", stack: withCluster({ numberOfBrokerNodes: 33 }) },
            {
                title: "more than sixty with KRaft",
                stack: withCluster({ numberOfBrokerNodes: 63, kafkaVersion: "3.9.x.kraft" }),
            },
            {
                title: "four clusters in one Region",
                stack: clusters("us-east-1", "us-east-1", "us-east-1", "us-east-1"),
            },
        ],
    },
});

function ofCluster({ brokers, hasKraft }: Cluster, options: Options): Verdict | undefined {
    const { perZookeeperCluster, perKraftCluster } = options;
    if (isUnknown(brokers)) return undetermined(PATH);
    if (brokers === undefined || brokers <= Math.min(perZookeeperCluster, perKraftCluster)) return undefined;
    if (hasKraft === undefined) return undefined;
    if (isUnknown(hasKraft)) return undetermined(PATH, "whether the cluster has KRaft is not known yet");
    const most = hasKraft ? perKraftCluster : perZookeeperCluster;
    if (brokers <= most) return undefined;
    return violation(PATH, `There are ${brokers} brokers, of ${most} at most with ${hasKraft ? "KRaft" : "ZooKeeper"}`);
}

/** The cluster with which the sum exceeds the quota is told of it. */
function ofAccount({ stack, resource, brokers }: Cluster, most: number): Verdict | undefined {
    if (stack.ofKind("cluster").length < 2 || typeof brokers !== "number") return undefined;
    const sum = sumsOf(stack).get(resource.id);
    if (sum === undefined || sum <= most || sum - brokers > most) return undefined;
    return violation(PATH, `With this cluster the stack has ${sum} brokers in the Region, of ${most} for an account`);
}

const SUMS = new WeakMap<Stack, ReadonlyMap<string, number>>();

/** For each cluster how many brokers it and those before it have in its Region; none where the Region is not known. */
function sumsOf(stack: Stack): ReadonlyMap<string, number> {
    const known = SUMS.get(stack);
    if (known !== undefined) return known;
    const byRegion = new Map<string | undefined, number>();
    const sums = new Map<string, number>();
    for (const resource of stack.ofKind("cluster")) {
        const { region, brokers } = new Cluster(stack, resource);
        if (isUnknown(region)) continue;
        const sum = (byRegion.get(region) ?? 0) + (typeof brokers === "number" ? brokers : 0);
        byRegion.set(region, sum);
        sums.set(resource.id, sum);
    }
    SUMS.set(stack, sums);
    return sums;
}

function clusters(...regions: string[]) {
    return stackOf(
        ...regions.map((region, index) =>
            provisioned(
                { region, clusterName: `works${index}`, numberOfBrokerNodes: 30 },
                { id: `works${index}`, name: `works${index}` },
            ),
        ),
    );
}
