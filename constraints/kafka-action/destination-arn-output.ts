import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { violation } from "../core/verdict";
import { besides, cluster } from "../examples/clusters";
import { destination } from "../examples/destinations";
import type { OutputUse, ResourceFacts, ResourceKind, UsedOutput } from "../facts/stack";

const PATH = ["destinationArn"];

export const destinationArnOutput = defineConstraint({
    id: "destination-arn-output",
    subject: "kafkaAction",
    joins: true,
    requirements: ["KAFKA-DEST-02"],
    level: "mandatory",
    severity: "high",
    what: "A destinationArn that is known only once it is made is the output of a VPC destination.",
    why: "AWS IoT reaches Kafka through a VPC destination only, whose ARN is another than that of the cluster behind it.",
    fix: "Give the `arn` output of the `aws.iot.TopicRuleDestination` or `VpcDestination`.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => {
        if (!isUnknown(action.value("destinationArn"))) return undefined;
        const used = action.outputsAt(PATH);
        if (used.length === 0 || used.some(({ resource }) => resource.kind === "destination")) return undefined;
        // A role or a secret beside it is what other parts of the action are made of.
        const meant = used.filter((one) => isMeant(one) && (one.resource.kind === "cluster" || used.length === 1));
        if (meant.length === 0) return undefined;
        return violation(
            PATH,
            `The destination is ${meant.map(describe).join(", or ")}, not the ARN of a VPC destination`,
        );
    },
    examples: {
        valid: [
            { title: "the ARN of a destination", stack: withOutput(destination("plant"), "arn") },
            { title: "what is looked up by the name of the cluster", stack: withOutput(cluster(), "clusterName") },
            { title: "an output of nothing in the stack", stack: withOutput(cluster(), undefined, "elsewhere") },
        ],
        invalid: [
            { title: "the ARN of the cluster", stack: withOutput(cluster(), "arn") },
            { title: "an output of the cluster that is not told", stack: withOutput(cluster(), undefined) },
            { title: "the ARN of a role", stack: withOutput({ kind: "role", id: "role", values: {} }, "arn") },
        ],
    },
});

/** A name may be what an ARN is looked up by. */
function isMeant({ output = "arn" }: UsedOutput): boolean {
    return output === "arn" || output === "id" || output.startsWith("bootstrapBrokers");
}

function describe({ resource, output }: UsedOutput): string {
    const name = output === undefined ? "an output" : output === "arn" ? "the ARN" : `the output ${output}`;
    return `${name} of ${KINDS[resource.kind] ?? "the resource"} ${resource.name ?? resource.id}`;
}

/** What people take an output of in place of the destination's. */
const KINDS: Readonly<Partial<Record<ResourceKind, string>>> = {
    cluster: "the Amazon MSK cluster",
    serverlessCluster: "the MSK Serverless cluster",
    configuration: "the MSK configuration",
    topic: "the Kafka topic",
    role: "the role",
    secret: "the secret",
    vpc: "the VPC",
    subnet: "the subnet",
    securityGroup: "the security group",
    lambdaFunction: "the Lambda function",
};

function withOutput(resource: ResourceFacts, output: string | undefined, of = resource.id) {
    const { resources, ...stack } = besides([resource], { action: { destinationArn: UNKNOWN } });
    const use: OutputUse = { path: ["kafkas", 0, ...PATH], of, ...(output === undefined ? {} : { output }) };
    return {
        ...stack,
        resources: resources.map((one) => (one.kind === "topicRule" ? { ...one, outputs: [use] } : one)),
    };
}
