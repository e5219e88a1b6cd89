import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { CERTIFICATES, type ClusterChanges, ELSEWHERE_CONFIGURED, PUBLIC, withCluster } from "../examples/provisioned";
import { CLIENT_BROKER, type Cluster, IN_CLUSTER, LOGINS } from "../facts/cluster";
import { isAtLeast } from "../facts/kafkaVersion";
import { MSK_PUBLIC_ACCESS } from "./pages";

/** Something that keeps a cluster from being public. */
interface Obstacle {
    readonly path: Path;
    readonly found: string;
    readonly row: string;
    readonly fix: string;
}

export const clusterPublicAccess = defineConstraint({
    id: "cluster-public-access",
    subject: "cluster",
    requirements: ["MSK-PUB-02", "MSK-PUB-04", "MSK-PUB-05"],
    level: "mandatory",
    severity: "high",
    what: "A public cluster has Kafka 2.6.0 or later, logins without which nobody gets in, and no plaintext.",
    why: "Amazon MSK refuses to make it public otherwise.",
    fix: "Turn sasl.scram on and unauthenticated off, with clientBroker TLS; or leave public access off: AWS IoT does not use it.",
    source: MSK_PUBLIC_ACCESS,
    check: (cluster) => {
        const { isPublic } = cluster;
        if (isPublic === false) return undefined;
        return obstaclesOf(cluster).map((obstacle): Verdict => {
            if (isUnknown(obstacle)) return undetermined([], "the access to the cluster is not known yet");
            const { path, found, row, fix } = obstacle;
            if (isUnknown(isPublic)) return undetermined(path, "whether the cluster is public is not known yet");
            return violation(path, found, { requirements: [row], fix });
        });
    },
    examples: {
        valid: [
            { title: "SASL/SCRAM over TLS", stack: withCluster(PUBLIC) },
            { title: "mutual TLS", stack: withCluster({ ...CERTIFICATES, ...PUBLIC }) },
            { title: "a private cluster for anyone", stack: withCluster({ clientAuthentication: undefined }) },
            {
                title: "logins that are not known yet",
                stack: withCluster({ ...PUBLIC, clientAuthentication: UNKNOWN }),
            },
        ],
        invalid: [
            {
                title: "an old version",
                stack: published({ kafkaVersion: "2.5.1", "brokerNodeGroupInfo.instanceType": "kafka.m5.large" }),
            },
            { title: "no login", stack: published({ clientAuthentication: undefined }) },
            {
                title: "clients without a login beside others",
                stack: published({ "clientAuthentication.unauthenticated": true }),
            },
            {
                title: "plaintext",
                stack: published({
                    clientAuthentication: undefined,
                    [CLIENT_BROKER.join(".")]: "TLS_PLAINTEXT",
                    [IN_CLUSTER.join(".")]: false,
                }),
            },
        ],
    },
});

function obstaclesOf(cluster: Cluster): (Obstacle | typeof UNKNOWN)[] {
    const { version, admitsAnyone, clientBroker } = cluster;
    const encrypted = cluster.value(...IN_CLUSTER);
    const found: (Obstacle | typeof UNKNOWN)[] = [];
    if (version !== undefined && !isUnknown(version) && !isAtLeast(version, 2, 6))
        found.push({
            path: ["kafkaVersion"],
            found: `Kafka is ${show(cluster.value("kafkaVersion"))}, and the cluster is public`,
            row: "MSK-PUB-02",
            fix: "Take version 3.9.x.",
        });
    if (admitsAnyone === true)
        found.push({
            path: cluster.pathOf("clientAuthentication", "unauthenticated"),
            found: "Clients without a login get in, and the cluster is public",
            row: "MSK-PUB-04",
            fix: "Turn on sasl.scram or tls, and unauthenticated off.",
        });
    // With a login turned on, plaintext is refused in every cluster, unless it is let in by name: said elsewhere.
    const isJudged = LOGINS.some((login) => cluster.hasLogin(login) === true);
    const isLetIn = cluster.value("clientAuthentication", "unauthenticated") === true;
    if ((clientBroker === "PLAINTEXT" && !isJudged) || (clientBroker === "TLS_PLAINTEXT" && (!isJudged || isLetIn)))
        found.push({
            path: cluster.pathOf(...CLIENT_BROKER),
            found: `clientBroker is ${clientBroker}, and the cluster is public`,
            row: "MSK-PUB-05",
            fix: "Set clientBroker to TLS.",
        });
    if (encrypted === false && !isJudged)
        found.push({
            path: cluster.pathOf(...IN_CLUSTER),
            found: "inCluster is false, and the cluster is public",
            row: "MSK-PUB-05",
            fix: "Make a new cluster with inCluster true: it cannot be changed.",
        });
    if ([version, admitsAnyone, clientBroker, encrypted].some(isUnknown)) found.push(UNKNOWN);
    return found;
}

function published(changes: ClusterChanges) {
    return withCluster({ ...changes, ...PUBLIC, ...ELSEWHERE_CONFIGURED });
}
