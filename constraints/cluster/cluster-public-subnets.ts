import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { subnet } from "../examples/networks";
import { type ClusterChanges, ELSEWHERE_CONFIGURED, PUBLIC, provisioned, withCluster } from "../examples/provisioned";
import { INTERNET_GATEWAY, route, routeTable, tableOf } from "../examples/routes";
import { stackOf } from "../examples/rules";
import { type Answer, allOf } from "../facts/answers";
import { CLIENT_SUBNETS, type Cluster } from "../facts/cluster";
import { isDefault, routesOf } from "../facts/routes";
import type { ResourceFacts } from "../facts/stack";
import { MSK_PUBLIC_ACCESS } from "./pages";

export const clusterPublicSubnets = defineConstraint({
    id: "cluster-public-subnets",
    subject: "cluster",
    joins: true,
    requirements: ["MSK-PUB-03"],
    level: "mandatory",
    severity: "high",
    what: "The client subnets of a public cluster all have a route to an internet gateway.",
    why: "Amazon MSK refuses to make a cluster public whose subnets are not.",
    fix: "Leave public access off, which AWS IoT does not use; the subnets of a cluster cannot be changed.",
    source: MSK_PUBLIC_ACCESS,
    check: (cluster): Verdict | undefined => {
        const { isPublic } = cluster;
        if (isPublic === false) return undefined;
        const path = cluster.pathOf(...CLIENT_SUBNETS);
        const subnets = cluster.listed("clientSubnets", "subnet");
        if (isUnknown(subnets)) return undetermined(path, "the subnets are not known yet");
        const answers = subnets.map((made): Answered => ({ made, leads: leadsToInternet(cluster, made) }));
        if (allOf(answers.map(({ leads }) => leads)) === true) return undefined;
        const closed = answers.filter(({ leads }) => leads === false).map(({ made }) => made.name ?? made.id);
        if (closed.length === 0 || isUnknown(isPublic)) {
            return undetermined(path, "the access or the routes of the subnets are not known yet");
        }
        const verb = closed.length === 1 ? "has" : "have";
        return violation(
            path,
            `The cluster is public, and ${closed.join(", ")} ${verb} no route to an internet gateway`,
        );
    },
    examples: {
        valid: [
            { title: "public subnets", stack: routed("gatewayId", PUBLIC) },
            { title: "private subnets of a private cluster", stack: routed("natGatewayId", {}) },
            { title: "subnets of another stack", stack: withCluster({ ...PUBLIC, ...ELSEWHERE_CONFIGURED }) },
        ],
        invalid: [{ title: "private subnets", stack: routed("natGatewayId", PUBLIC) }],
    },
});

interface Answered {
    readonly made: ResourceFacts;
    readonly leads: Answer;
}

function leadsToInternet({ stack }: Cluster, subnet: ResourceFacts): Answer {
    const { routes, complete } = routesOf(stack, subnet);
    if (routes.some((one) => isDefault(one) && one.way === "internet")) return true;
    return complete && !routes.some(({ way }) => way === "open") ? false : UNKNOWN;
}

function routed(member: "natGatewayId" | "gatewayId", changes: ClusterChanges) {
    const made = {
        "brokerNodeGroupInfo.clientSubnets": [UNKNOWN, UNKNOWN],
        numberOfBrokerNodes: 2,
        ...ELSEWHERE_CONFIGURED,
        ...changes,
    };
    return stackOf(
        { kind: "vpc", id: "vpc", name: "vpc", values: {} },
        INTERNET_GATEWAY,
        {
            kind: "natGateway",
            id: "nat",
            name: "nat",
            values: { subnetId: UNKNOWN },
            references: { subnetId: ["subnet-a"] },
        },
        subnet("subnet-a", "10.0.1.0/24"),
        subnet("subnet-b", "10.0.2.0/24"),
        routeTable("table"),
        route("table", member, member === "gatewayId" ? "internet" : "nat"),
        tableOf("subnet-a", "table"),
        tableOf("subnet-b", "table"),
        provisioned(made, { references: { brokerNodeGroupInfo: ["subnet-a", "subnet-b"] } }),
    );
}
