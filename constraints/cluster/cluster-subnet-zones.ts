import { defineConstraint } from "../core/constraint";
import { isUnknown, member } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { isPlaceholderSubnet } from "../data/placeholders";
import { inSubnetsOf, withCluster } from "../examples/provisioned";
import { CLIENT_SUBNETS, type Cluster } from "../facts/cluster";
import type { ResourceFacts } from "../facts/stack";
import { MSK_CREATE_CLUSTER } from "./pages";

export const clusterSubnetZones = defineConstraint({
    id: "cluster-subnet-zones",
    subject: "cluster",
    joins: true,
    requirements: ["MSK-SUB-02"],
    level: "mandatory",
    severity: "high",
    what: "The client subnets of a cluster are different ones, each in an Availability Zone of its own.",
    why: "Amazon MSK puts the same number of brokers into each zone, and refuses two subnets in one.",
    fix: "List one subnet of each Availability Zone.",
    source: MSK_CREATE_CLUSTER,
    check: (cluster) => {
        const doubles = listedTwice(cluster);
        return doubles.length > 0 ? doubles : inOneZone(cluster);
    },
    examples: {
        valid: [
            { title: "three zones", stack: inZones("us-east-1a", "us-east-1b", "us-east-1c") },
            { title: "subnets of another stack", stack: withCluster() },
            { title: "zones that are not known yet", stack: inZones("us-east-1a", undefined, "us-east-1c") },
        ],
        invalid: [
            { title: "two subnets in one zone", stack: inZones("us-east-1a", "us-east-1b", "us-east-1a") },
            {
                title: "one subnet twice",
                stack: withCluster({
                    "brokerNodeGroupInfo.clientSubnets": ["subnet-0a1b2c3d", "subnet-0a1b2c3e", "subnet-0a1b2c3d"],
                }),
            },
        ],
    },
});

function listedTwice(cluster: Cluster): Verdict[] {
    const ids = cluster.list(...CLIENT_SUBNETS);
    if (isUnknown(ids)) return [];
    return ids.flatMap((id, index) => {
        const first = ids.indexOf(id);
        if (typeof id !== "string" || first === index || isPlaceholderSubnet(id)) return [];
        return [violation([...CLIENT_SUBNETS, index], `${show(id)} stands at position ${first} already`)];
    });
}

function inOneZone(cluster: Cluster): Verdict | undefined {
    const path = cluster.pathOf(...CLIENT_SUBNETS);
    const subnets = cluster.listed("clientSubnets", "subnet");
    if (isUnknown(subnets)) return undetermined(path, "the subnets are not known yet");
    for (const name of ["availabilityZone", "availabilityZoneId"]) {
        const zones = subnets.map(({ values }) => member(values, name));
        const doubled = zones.find((zone, index) => typeof zone === "string" && zones.indexOf(zone) < index);
        if (doubled === undefined) continue;
        const names = subnets.filter((_, index) => zones[index] === doubled).map(nameOf);
        return violation(path, `${names.join(" and ")} are in one Availability Zone, ${String(doubled)}`);
    }
    const isOpen = subnets.length > 1 && subnets.some(({ values }) => zoneOf(values) === undefined);
    return isOpen ? undetermined(path, "the Availability Zones of the subnets are not known yet") : undefined;
}

function zoneOf(values: ResourceFacts["values"]): string | undefined {
    const zone = member(values, "availabilityZone") ?? member(values, "availabilityZoneId");
    return typeof zone === "string" ? zone : undefined;
}

function nameOf({ name, id }: ResourceFacts): string {
    return name ?? id;
}

function inZones(...zones: (string | undefined)[]) {
    return inSubnetsOf(
        ...zones.map((availabilityZone) => (availabilityZone === undefined ? {} : { availabilityZone })),
    );
}
