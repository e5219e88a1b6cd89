import { digits, nameOr, uuid } from "./identifiers";
import type { Answers, Inputs, Made } from "./made";
import { arnOf, dnsSuffixOf } from "./place";

/** Amazon MSK and AWS IoT. */
export const KAFKA: Answers = {
    "aws:msk/cluster:Cluster": (made) => {
        const { name, inputs, place } = made;
        const clusterName = nameOr(inputs.clusterName, name);
        const clusterUuid = `${uuid(name)}-2`;
        const arn = arnOf(place, "kafka", `cluster/${clusterName}/${clusterUuid}`);
        const outputs = { clusterName, clusterUuid, arn, currentVersion: "K1", ...bootstrapBrokers(made, clusterName) };
        return { id: arn, outputs };
    },
    "aws:msk/configuration:Configuration": ({ name, inputs, place }) => {
        const own = nameOr(inputs.name, name);
        const arn = arnOf(place, "kafka", `configuration/${own}/${uuid(name)}-2`);
        return { id: arn, outputs: { name: own, arn, latestRevision: 1 } };
    },
    "aws:msk/topic:Topic": ({ name, inputs, place }) => {
        const own = nameOr(inputs.name, name);
        const [, cluster = "cluster/unknown"] = /:(cluster\/.+)$/.exec(String(inputs.clusterArn)) ?? [];
        const arn = arnOf(place, "kafka", `${cluster.replace("cluster", "topic")}/${own}`);
        return { id: `${inputs.clusterArn},${own}`, outputs: { name: own, arn } };
    },
    "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation": ({ inputs }) => ({
        id: `${inputs.clusterArn},${inputs.secretArn}`,
    }),
    "aws:iot/topicRule:TopicRule": ({ name, inputs, place }) => {
        const own = nameOr(inputs.name, name, "_");
        return { id: own, outputs: { name: own, arn: arnOf(place, "iot", `rule/${own}`) } };
    },
    "aws:iot/topicRuleDestination:TopicRuleDestination": ({ name, place }) => {
        const arn = arnOf(place, "iot", `ruledestination/vpc/${uuid(name)}`);
        return { id: arn, outputs: { arn } };
    },
};

/** The brokers of each listener that is on; an empty text stands for one that is off, as in @pulumi/aws. */
function bootstrapBrokers({ name, inputs, place }: Made, clusterName: string): Inputs {
    const count = Math.min(Number(inputs.numberOfBrokerNodes ?? 1), 3);
    const domain = `${clusterName}.${digits(name, 6)}.c2.kafka.${place.region}.${dnsSuffixOf(place.region)}`;
    const brokers = (port: number, isOn: unknown) =>
        isOn ? Array.from({ length: count }, (_, index) => `b-${index + 1}.${domain}:${port}`).join(",") : "";
    const { sasl, tls } = inputs.clientAuthentication ?? {};
    return {
        bootstrapBrokersSaslScram: brokers(9096, sasl?.scram),
        bootstrapBrokersSaslIam: brokers(9098, sasl?.iam),
        bootstrapBrokersTls: brokers(9094, tls),
    };
}
