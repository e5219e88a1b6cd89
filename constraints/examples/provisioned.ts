import { UNKNOWN } from "../core/known";
import type { ResourceFacts, StackFacts } from "../facts/stack";
import { alone, association, type RuleChanges, SECRET_ARN } from "./clusters";
import { given } from "./given";
import { stackOf } from "./rules";

export const AUTHORITY_ARN =
    "arn:aws:acm-pca:us-east-1:209876543210:certificate-authority/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e";

/** What one changes of a cluster: values by their paths, `brokerNodeGroupInfo.instanceType`; `undefined` removes one. */
export type ClusterChanges = Readonly<Record<string, unknown>>;

/** Three standard brokers that take SASL/SCRAM over TLS. */
const SCRAM_VALUES = {
    arn: "arn:aws:kafka:us-east-1:209876543210:cluster/works/4f9a3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e-2",
    clusterName: "works",
    kafkaVersion: "3.9.x",
    numberOfBrokerNodes: 3,
    brokerNodeGroupInfo: {
        instanceType: "kafka.m7g.large",
        clientSubnets: ["subnet-0a1b2c3d4e5f60711", "subnet-0a1b2c3d4e5f60712", "subnet-0a1b2c3d4e5f60713"],
        securityGroups: ["sg-0a1b2c3d4e5f60711"],
        storageInfo: { ebsStorageInfo: { volumeSize: 100 } },
    },
    clientAuthentication: { sasl: { scram: true }, unauthenticated: false },
    encryptionInfo: { encryptionInTransit: { clientBroker: "TLS", inCluster: true } },
    loggingInfo: { brokerLogs: { cloudwatchLogs: { enabled: true, logGroup: "/aws/vendedlogs/works" } } },
};

/** The same with Express brokers. */
export const EXPRESS: ClusterChanges = {
    "brokerNodeGroupInfo.instanceType": "express.m7g.large",
    "brokerNodeGroupInfo.storageInfo": undefined,
    kafkaVersion: "3.9.x",
};

/** The same with two brokers for development. */
export const DEVELOPMENT: ClusterChanges = {
    "brokerNodeGroupInfo.instanceType": "kafka.t3.small",
    "brokerNodeGroupInfo.clientSubnets": SCRAM_VALUES.brokerNodeGroupInfo.clientSubnets.slice(1),
    numberOfBrokerNodes: 2,
};

/** The same with mutual TLS in place of SASL/SCRAM. */
export const CERTIFICATES: ClusterChanges = {
    clientAuthentication: { tls: { certificateAuthorityArns: [AUTHORITY_ARN] } },
};

/** The same with SASL/SCRAM and IAM together. */
export const SCRAM_AND_IAM: ClusterChanges = { "clientAuthentication.sasl.iam": true };

/** The same, to be reached from the internet. */
export const PUBLIC: ClusterChanges = {
    "brokerNodeGroupInfo.connectivityInfo.publicAccess.type": "SERVICE_PROVIDED_EIPS",
};

/** The same, to be reached from other VPCs by IAM. */
export const MULTI_VPC: ClusterChanges = {
    "clientAuthentication.sasl": { iam: true },
    "brokerNodeGroupInfo.connectivityInfo.vpcConnectivity.clientAuthentication.sasl.iam": true,
};

/** A correct cluster with these changes, as one resource of a larger stack. */
export function provisioned(changes: ClusterChanges = {}, more: Partial<ResourceFacts> = {}): ResourceFacts {
    let values: Record<string, unknown> = SCRAM_VALUES;
    for (const [path, value] of Object.entries(changes)) values = changed(values, path.split("."), value);
    return { kind: "cluster", id: "works", name: "works", values, ...more };
}

/** A stack of one correct cluster with these changes. */
export function withCluster(changes: ClusterChanges = {}, region = "us-east-1"): StackFacts {
    return { ...stackOf(provisioned(changes)), region };
}

function changed(
    values: Record<string, unknown>,
    [first = "", ...rest]: readonly string[],
    value: unknown,
): Record<string, unknown> {
    if (rest.length === 0) return given({ ...values, [first]: value });
    const inner = (values[first] ?? {}) as Record<string, unknown>;
    return given({ ...values, [first]: changed(inner, rest, value) });
}

/** A cluster in new subnets with these values, none of which is known by its id yet. */
export function inSubnetsOf(...subnets: Readonly<Record<string, unknown>>[]): StackFacts {
    const made = subnets.map(
        (values, index): ResourceFacts => ({ kind: "subnet", id: `subnet${index}`, name: `subnet${index}`, values }),
    );
    const changes = {
        "brokerNodeGroupInfo.clientSubnets": subnets.map(() => UNKNOWN),
        numberOfBrokerNodes: subnets.length,
    };
    const references = { brokerNodeGroupInfo: made.map(({ id }) => id) };
    return stackOf(...made, provisioned(changes, { references }));
}

/** A cluster with a configuration of these server properties, one a line, neither of which is made yet. */
export function provisionedWith(serverProperties: unknown, changes: ClusterChanges = {}): StackFacts {
    const configurationInfo = { arn: UNKNOWN, revision: 1 };
    return stackOf(
        { kind: "configuration", id: "configuration", name: "works", values: { arn: UNKNOWN, serverProperties } },
        provisioned({ configurationInfo, ...changes }, { references: { configurationInfo: ["configuration"] } }),
    );
}

/** A cluster whose configuration is in another stack. */
export const ELSEWHERE_CONFIGURED: ClusterChanges = {
    configurationInfo: {
        arn: "arn:aws:kafka:us-east-1:209876543210:configuration/works/4f9a3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e-2",
        revision: 1,
    },
};

/** A rule that sends to a cluster with these changes, whose brokers are not known yet. */
export function sentTo(changes: ClusterChanges, rule: RuleChanges = {}): StackFacts {
    const cluster = provisioned(changes);
    const properties = { "bootstrap.servers": UNKNOWN, ...rule.properties };
    const associated = association({ secretArn: SECRET_ARN, clusterArn: cluster.values.arn });
    const stack = alone([cluster, associated], { ...rule, properties });
    const resources = stack.resources.map((resource) =>
        resource.kind === "topicRule" ? { ...resource, references: { kafkas: [cluster.id] } } : resource,
    );
    return { ...stack, resources };
}

/** A rule that sends to a serverless cluster, or to one of these others; its brokers are not known yet. */
export function sentToServerless(...others: ResourceFacts[]): StackFacts {
    const serverless: ResourceFacts = {
        kind: "serverlessCluster",
        id: "serverless",
        name: "serverless",
        values: { arn: UNKNOWN, clusterName: "serverless" },
    };
    const stack = alone([serverless, ...others], { properties: { "bootstrap.servers": UNKNOWN } });
    const kafkas = [serverless, ...others].map(({ id }) => id);
    const resources = stack.resources.map((resource) =>
        resource.kind === "topicRule" ? { ...resource, references: { kafkas } } : resource,
    );
    return { ...stack, resources };
}
