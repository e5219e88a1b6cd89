import { UNKNOWN } from "../core/known";
import type { ResourceFacts, StackFacts } from "../facts/stack";
import { type Properties, withProperties } from "./configurations";
import { given } from "./given";
import { only, stackOf } from "./rules";

export const CLUSTER_ARN = "arn:aws:kafka:us-east-1:209876543210:cluster/plant/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e-2";
export const SECRET_ARN = "arn:aws:secretsmanager:us-east-1:209876543210:secret:AmazonMSK_plant-AbCdEf";

/** An MSK cluster that takes SASL/SCRAM in three zones, with these changes. */
export function cluster(values: Record<string, unknown> = {}, more: Partial<ResourceFacts> = {}): ResourceFacts {
    return {
        kind: "cluster",
        id: "cluster",
        name: "plant",
        values: {
            arn: CLUSTER_ARN,
            clusterName: "plant",
            numberOfBrokerNodes: 3,
            brokerNodeGroupInfo: { clientSubnets: ["subnet-0a1b2c3d", "subnet-0a1b2c3e", "subnet-0a1b2c3f"] },
            clientAuthentication: { sasl: { scram: true } },
            ...values,
        },
        ...more,
    };
}

/** A serverless cluster under the same ARN. */
export const SERVERLESS: ResourceFacts = {
    kind: "serverlessCluster",
    id: "serverless",
    name: "plant",
    values: { arn: CLUSTER_ARN, clusterName: "plant" },
};

/** The same with a configuration of these server properties, one a line. */
export function configured(serverProperties: unknown, values: Record<string, unknown> = {}): ResourceFacts[] {
    return [
        { kind: "configuration", id: "configuration", name: "plant", values: { arn: UNKNOWN, serverProperties } },
        cluster(
            { configurationInfo: { arn: UNKNOWN, revision: 1 }, ...values },
            { references: { configurationInfo: ["configuration"] } },
        ),
    ];
}

/** A topic of that cluster. */
export function topic(name: unknown, values: Record<string, unknown> = {}): ResourceFacts {
    return {
        kind: "topic",
        id: `topic-${String(name)}`,
        name: "telemetry",
        values: { name, clusterArn: CLUSTER_ARN, partitionCount: 6, replicationFactor: 3, ...values },
    };
}

/** An association of that cluster with a secret: by default the one that the examples log in with. */
export function association(
    values: Record<string, unknown> = { secretArn: SECRET_ARN },
    more: Partial<ResourceFacts> = {},
): ResourceFacts {
    return {
        kind: "singleScramSecretAssociation",
        id: "association",
        name: "plant",
        values: { clusterArn: CLUSTER_ARN, ...values },
        ...more,
    };
}

/** What one changes of a correct rule. */
export interface RuleChanges {
    readonly action?: Record<string, unknown>;
    readonly properties?: Properties;
    readonly mode?: Properties;
}

/** A rule with these changes, in a stack with these resources and no others. */
export function alone(
    resources: readonly ResourceFacts[],
    { action = {}, properties = {}, mode }: RuleChanges = {},
): StackFacts {
    const rule = only(withProperties(properties, mode));
    const kafkas = (rule.values.kafkas as object[]).map((kafka) => given({ ...kafka, ...action }));
    return stackOf(...resources, { ...rule, values: { ...rule.values, kafkas } });
}

/** The same with the association that a rule with SASL/SCRAM needs, of a cluster whose ARN is not known yet. */
export function besides(resources: readonly ResourceFacts[], changes: RuleChanges = {}): StackFacts {
    return alone([...resources, association({ clusterArn: UNKNOWN, secretArn: SECRET_ARN })], changes);
}

/** The same, the brokers being an output of the cluster that is not known yet. */
export function besidesCluster(resources: readonly ResourceFacts[], changes: RuleChanges = {}): StackFacts {
    return withClusterOutput(
        besides(resources, { ...changes, properties: { "bootstrap.servers": UNKNOWN, ...changes.properties } }),
    );
}

/** The rule of a stack hangs on the cluster. */
export function withClusterOutput(stack: StackFacts): StackFacts {
    const resources = stack.resources.map((resource) =>
        resource.kind === "topicRule" ? { ...resource, references: { kafkas: ["cluster"] } } : resource,
    );
    return { ...stack, resources };
}
