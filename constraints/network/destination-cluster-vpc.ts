import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { booleanOption } from "../core/options";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { NODES, network, subnet } from "../examples/networks";
import { routeTable, tableOf } from "../examples/routes";
import { clusterName } from "../facts/clusters";
import type { Destination } from "../facts/destination";
import { isSame, type Named } from "../facts/identity";
import {
    type Interfaces,
    interfacesOfCluster,
    interfacesOfDestination,
    vpcIn,
    vpcOfInterfaces,
} from "../facts/interfaces";
import { routesOf } from "../facts/routes";
import type { ResourceFacts, StackFacts } from "../facts/stack";
import { targetsOf } from "../facts/targets";
import { KAFKA_ACTION_REQUIREMENTS } from "./pages";

const OTHER_VPC: ResourceFacts = { kind: "vpc", id: "other", name: "other", values: { cidrBlock: "10.1.0.0/16" } };

export const destinationClusterVpc = defineConstraint({
    id: "destination-cluster-vpc",
    subject: "destination",
    joins: true,
    requirements: ["DEST-SAME-01"],
    level: "mandatory",
    severity: "high",
    what: "A destination is in the VPC of the cluster that its rules send to.",
    why: "The brokers have addresses of their own VPC only, so that nothing from another one reaches them unless routes lead there.",
    fix: "Make the destination in the VPC of the cluster's client subnets; where a peering or a transit gateway connects the two, set the option `connected`.",
    source: KAFKA_ACTION_REQUIREMENTS,
    options: {
        connected: booleanOption(
            "True where a peering or a transit gateway of another stack connects the VPCs.",
            false,
        ),
    },
    check: (destination, { connected }) => {
        if (connected) return undefined;
        const clusters = new Set(targetsOf(destination).map(({ cluster }) => cluster));
        return [...clusters].flatMap((cluster) => (cluster === undefined ? [] : judge(destination, cluster)));
    },
    examples: {
        valid: [
            { title: "one VPC", stack: network() },
            { title: "two VPCs that are connected", stack: inTwoVpcs(), options: { connected: true } },
            {
                title: "two VPCs with a route over a peering between them",
                stack: inTwoVpcs(
                    routeTable("private", {
                        routes: [{ cidrBlock: "10.1.0.0/16", vpcPeeringConnectionId: "pcx-0a1b2c3d" }],
                    }),
                    tableOf("subnet-a", "private"),
                ),
            },
            {
                title: "subnets of another stack",
                stack: network({
                    cluster: {
                        brokerNodeGroupInfo: { ...NODES, clientSubnets: ["subnet-0a1b2c3d", "subnet-0a1b2c3e"] },
                    },
                }),
            },
        ],
        invalid: [{ title: "two VPCs", stack: inTwoVpcs() }],
    },
});

function judge(destination: Destination, cluster: ResourceFacts): Verdict[] {
    const { stack, resource } = destination;
    const own = vpcIn(stack, resource, "vpcConfiguration", destination.value("vpcId"));
    const brokers = interfacesOfCluster(stack, cluster);
    const its = vpcOfInterfaces(brokers);
    if (its === undefined) return [];
    const path = destination.pathOf("vpcId");
    const answer = isSame(own, its);
    if (answer === true || leadsElsewhere(interfacesOfDestination(destination))) return [];
    if (isUnknown(answer)) return [undetermined(path, "which VPC it is is not known yet")];
    const found = `The brokers of the cluster ${clusterName(cluster)} are in ${titleOf(its)}, not in this VPC`;
    return [violation(path, found)];
}

/** Routes over a peering, a transit gateway and so on may lead to the brokers. */
function leadsElsewhere({ stack, subnets }: Interfaces): boolean {
    return subnets.names.some(
        ({ made }) => made.length === 1 && routesOf(stack, made[0]!).routes.some(({ way }) => way === "other"),
    );
}

function titleOf({ id, made }: Named): string {
    return made[0]?.name ?? id ?? "another one";
}

/** The cluster's subnets and group are in another VPC than the destination's. */
function inTwoVpcs(...more: readonly ResourceFacts[]): StackFacts {
    const moved = [subnet("subnet-c", "10.1.1.0/24", "other"), subnet("subnet-d", "10.1.2.0/24", "other")];
    const stack = network({
        interfaces: { egress: [{ protocol: "tcp", fromPort: 9096, toPort: 9096, cidrBlocks: ["10.1.0.0/16"] }] },
        more: [OTHER_VPC, ...moved, ...more],
    });
    const resources = stack.resources.map((resource) => {
        if (resource.id === "brokers") {
            return { ...resource, references: { vpcId: ["other"], ingress: ["interfaces"] } };
        }
        if (resource.kind !== "cluster") return resource;
        const values = { ...resource.values, brokerNodeGroupInfo: { ...NODES, clientSubnets: [UNKNOWN, UNKNOWN] } };
        return { ...resource, values, references: { brokerNodeGroupInfo: ["subnet-c", "subnet-d", "brokers"] } };
    });
    return { ...stack, resources };
}
