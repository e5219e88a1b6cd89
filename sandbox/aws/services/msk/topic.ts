import { amount, text } from "../../../provider/value";
import { Refusal } from "../../refusal";
import type { Attempt, ResourceTable } from "../../table";
import { first, nameOf } from "../common";

const TOKEN = "aws:msk/topic:Topic";
const NAME = /^[a-zA-Z0-9._-]{1,249}$/;

/** https://docs.aws.amazon.com/msk/1.0/apireference/v1-clusters-clusterarn-topics.html */
export const topic: ResourceTable = {
    token: TOKEN,
    required: ["clusterArn", "partitionCount", "replicationFactor"],
    name: { property: "name", limit: 249 },
    computed: ["arn", "configsActual", "name"],
    volatile: ["configsActual"],
    replaces: ["clusterArn", "name", "replicationFactor"],
    documents: ["configs"],
    remembers: ["clusterArn", "name"],
    make: (attempt) => {
        const name = nameOf(attempt);
        const clusterArn = text(attempt.inputs, "clusterArn") ?? "";
        const topicArn = `${clusterArn.replace(":cluster/", ":topic/")}/${name}`;
        return {
            id: topicArn,
            outputs: { name, arn: topicArn, configsActual: text(attempt.inputs, "configs") ?? "{}" },
        };
    },
    remake: ({ inputs }) => ({ configsActual: text(inputs, "configs") ?? "{}" }),
    refuse: (attempt) =>
        first(
            () => nameProblem(attempt),
            () => numbersProblem(attempt),
        ),
};

function nameProblem({ moment, inputs, account }: Attempt): Refusal | undefined {
    const name = text(inputs, "name") ?? "";
    if (!NAME.test(name) || name === "." || name === "..") {
        return new Refusal("BadRequestException", `The topic name ${name} is not valid.`);
    }
    const exists = account
        .all(TOKEN)
        .some(({ facts }) => facts.clusterArn === inputs.clusterArn && facts.name === name);
    return moment === "create" && exists
        ? new Refusal("TopicExistsException", `A topic with the name ${name} already exists.`)
        : undefined;
}

function numbersProblem({ inputs, olds, account }: Attempt): Refusal | undefined {
    const partitions = amount(inputs, "partitionCount") ?? 0;
    const replicas = amount(inputs, "replicationFactor") ?? 0;
    const cluster = account.find("aws:msk/cluster:Cluster", text(inputs, "clusterArn") ?? "")?.facts;
    const brokers = amount(cluster, "numberOfBrokerNodes") ?? replicas;
    const [major, minor] = (text(cluster, "kafkaVersion") ?? "4.0").split(".").map(Number);
    if (major === undefined || major < 3 || (major === 3 && (minor ?? 0) < 6)) {
        return new Refusal(
            "BadRequestException",
            "Topics can be managed on clusters with Apache Kafka 3.6.0 or later.",
        );
    }
    if (partitions < 1 || replicas < 1) {
        return new Refusal("BadRequestException", "Partition count and replication factor must be 1 or more.");
    }
    if (replicas > brokers) {
        return new Refusal(
            "BadRequestException",
            `Replication factor ${replicas} is larger than the number of brokers, ${brokers}.`,
        );
    }
    return partitions < (amount(olds, "partitionCount") ?? 0)
        ? new Refusal("BadRequestException", "The partition count of a topic cannot be reduced.")
        : undefined;
}
