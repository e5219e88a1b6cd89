import { isUnknown, member, UNKNOWN } from "../core/known";
import type { ResourceFacts, StackFacts } from "../facts/stack";
import { besidesCluster, cluster, type RuleChanges } from "./clusters";
import { destination } from "./destinations";
import { given } from "./given";
import { stackOf } from "./rules";

/** What one changes of a correct network between a destination and a cluster. */
export interface NetworkChanges extends RuleChanges {
    /** Of the group of the destination's interfaces. */
    readonly interfaces?: Record<string, unknown>;
    /** Of the group of the brokers. */
    readonly brokers?: Record<string, unknown>;
    /** Of the VPC configuration of the destination. */
    readonly vpcConfiguration?: Record<string, unknown>;
    readonly cluster?: Record<string, unknown>;
    /** Besides everything else. */
    readonly more?: readonly ResourceFacts[];
}

/** Where the brokers of that cluster are. */
export const NODES = { clientSubnets: [UNKNOWN, UNKNOWN], securityGroups: [UNKNOWN] };

/** A rule of a group as it is written in the group. */
export function inline(changes: Record<string, unknown> = {}): Record<string, unknown> {
    return { protocol: "tcp", fromPort: 9096, toPort: 9096, ...changes };
}

/** A rule of the group with this id as a resource of its own, in the newer spelling. */
export function groupRule(
    direction: "Ingress" | "Egress",
    groupId: string,
    values: Record<string, unknown>,
    referencedId?: string,
): ResourceFacts {
    const id = `${groupId}-${direction.toLowerCase()}-${String(values.fromPort ?? "all")}-${String(values.ipProtocol ?? "tcp")}`;
    return {
        kind: direction === "Ingress" ? "securityGroupIngressRule" : "securityGroupEgressRule",
        id,
        name: id,
        values: given({
            securityGroupId: UNKNOWN,
            ipProtocol: "tcp",
            fromPort: 9096,
            toPort: 9096,
            ...(referencedId === undefined ? {} : { referencedSecurityGroupId: UNKNOWN }),
            ...values,
        }),
        references: {
            securityGroupId: [groupId],
            ...(referencedId === undefined ? {} : { referencedSecurityGroupId: [referencedId] }),
        },
    };
}

/** A subnet of the VPC with this id. */
export function subnet(id: string, cidrBlock: unknown, vpcId = "vpc"): ResourceFacts {
    return {
        kind: "subnet",
        id,
        name: id,
        values: { vpcId: UNKNOWN, cidrBlock, availabilityZone: `us-east-1${id.at(-1)}` },
        references: { vpcId: [vpcId] },
    };
}

/** A security group of the VPC with this id; `hangsOn` are the groups that its rules name. */
export function group(
    id: string,
    values: Record<string, unknown> = {},
    hangsOn: readonly string[] = [],
    vpcId = "vpc",
): ResourceFacts {
    const references = { vpcId: [vpcId], ...(hangsOn.length === 0 ? {} : { ingress: hangsOn }) };
    return { kind: "securityGroup", id, name: id, values: { vpcId: UNKNOWN, ...values }, references };
}

/**
 * A rule, a destination and a cluster in one new VPC, in which everything is as it should be but for these changes:
 * the interfaces may reach the VPC on the port of SASL/SCRAM, and the brokers let the interfaces in there.
 */
export function network(changes: NetworkChanges = {}): StackFacts {
    const { interfaces, brokers, vpcConfiguration, cluster: ofCluster, more = [], ...rule } = changes;
    const made = destination("destination");
    const { resources } = besidesCluster([], { ...rule, action: { destinationArn: UNKNOWN, ...rule.action } });
    return stackOf(
        { kind: "vpc", id: "vpc", name: "vpc", values: { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true } },
        subnet("subnet-a", "10.0.1.0/24"),
        subnet("subnet-b", "10.0.2.0/24"),
        group("interfaces", {
            egress: [inline({ cidrBlocks: ["10.0.0.0/16"] })],
            ingress: [inline({ self: true })],
            ...interfaces,
        }),
        group("brokers", { ingress: [inline({ securityGroups: [UNKNOWN] })], ...brokers }, ["interfaces"]),
        cluster(
            {
                brokerNodeGroupInfo: NODES,
                numberOfBrokerNodes: 2,
                ...ofCluster,
            },
            {
                references: {
                    brokerNodeGroupInfo: edges("subnet-a", "subnet-b", ofCluster?.brokerNodeGroupInfo, "brokers"),
                },
            },
        ),
        {
            ...made,
            values: {
                ...made.values,
                vpcConfiguration: given({
                    ...(made.values.vpcConfiguration as object),
                    vpcId: UNKNOWN,
                    subnetIds: [UNKNOWN, UNKNOWN],
                    securityGroups: [UNKNOWN],
                    ...vpcConfiguration,
                }),
            },
            references: { vpcConfiguration: ["vpc", ...edges("subnet-a", "subnet-b", vpcConfiguration, "interfaces")] },
        },
        ...more,
        ...resources.map((resource) =>
            resource.kind === "topicRule"
                ? { ...resource, references: { kafkas: ["cluster", "destination"] }, dependencies: ["destination"] }
                : resource,
        ),
    );
}

/** What a network's property hangs on: the group too, where it is not given by its id. */
function edges(one: string, other: string, changes: unknown, groupId: string): string[] {
    const groups = member(changes, "securityGroups");
    return [one, other, ...(Array.isArray(groups) && !groups.some(isUnknown) ? [] : [groupId])];
}
