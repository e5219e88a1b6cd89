import type { ResourceKind } from "../../../constraints";
import type { SourceDocument } from "../../../sources";

/** The parts of the way of a message, as the drawing shows them. */
export const STAGES = {
    rule: "Topic rule",
    network: "VPC destination",
    access: "Roles and secrets",
    cluster: "Apache Kafka",
} as const;

export type Stage = keyof typeof STAGES;

const NETWORK: ReadonlySet<ResourceKind> = new Set<ResourceKind>([
    "destination",
    "elasticAddress",
    "internetGateway",
    "natGateway",
    "networkAcl",
    "networkAclAssociation",
    "networkAclRule",
    "record",
    "route",
    "routeTable",
    "routeTableAssociation",
    "securityGroup",
    "securityGroupEgressRule",
    "securityGroupIngressRule",
    "securityGroupRule",
    "subnet",
    "vpc",
    "zone",
    "zoneAssociation",
]);

const CLUSTER: ReadonlySet<ResourceKind> = new Set<ResourceKind>([
    "cluster",
    "clusterPolicy",
    "configuration",
    "scramSecretAssociation",
    "serverlessCluster",
    "singleScramSecretAssociation",
    "topic",
]);

const RULE: ReadonlySet<ResourceKind> = new Set<ResourceKind>([
    "lambdaPermission",
    "logGroup",
    "loggingOptions",
    "metricAlarm",
    "topicRule",
]);

function stageOf(kind: ResourceKind): Stage {
    if (RULE.has(kind)) return "rule";
    if (NETWORK.has(kind)) return "network";
    return CLUSTER.has(kind) ? "cluster" : "access";
}

/** The stage of every resource, by its file and the name that findings give it. */
export class StageIndex {
    readonly #stages = new Map<string, Stage>();
    readonly counts: Record<Stage, number> = { rule: 0, network: 0, access: 0, cluster: 0 };

    constructor(documents: readonly SourceDocument[]) {
        for (const { resources } of documents) {
            for (const { facts, file, resource } of resources) {
                const stage = stageOf(facts.kind);
                this.#stages.set(JSON.stringify([file, resource]), stage);
                this.counts[stage]++;
            }
        }
    }

    of({ file, resource }: { readonly file: string; readonly resource: string }): Stage {
        return this.#stages.get(JSON.stringify([file, resource])) ?? "rule";
    }
}
