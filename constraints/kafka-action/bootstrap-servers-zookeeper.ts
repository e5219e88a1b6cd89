import { defineConstraint } from "../core/constraint";
import { withProperties } from "../examples/configurations";
import { checkEntries, ZOOKEEPER_PORTS } from "./brokerPorts";
import { MSK_PORTS } from "./pages";

export const bootstrapServersZookeeper = defineConstraint({
    id: "bootstrap-servers-zookeeper",
    subject: "kafkaAction",
    requirements: ["KAFKA-BOOT-08", "KAFKA-BOOT-03", "RULE-QUOTA-03"],
    level: "mandatory",
    severity: "high",
    what: "No entry of bootstrap.servers is a ZooKeeper node.",
    why: "ZooKeeper takes no messages, and its ports lie outside those that AWS IoT reaches.",
    fix: "Take an output of the cluster that lists brokers: bootstrapBrokersSaslScram or bootstrapBrokersTls.",
    source: MSK_PORTS,
    check: (action) =>
        checkEntries(action, ({ port }) =>
            Object.hasOwn(ZOOKEEPER_PORTS, port) ? `has the port of ${ZOOKEEPER_PORTS[port]}` : undefined,
        ),
    examples: {
        valid: [{ title: "brokers", stack: withProperties({}) }],
        invalid: [
            {
                title: "ZooKeeper",
                stack: withProperties({
                    "bootstrap.servers": "z-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:2181",
                }),
            },
            {
                title: "ZooKeeper with TLS",
                stack: withProperties({ "bootstrap.servers": "zookeeper.plant.example:2182" }),
            },
        ],
    },
});
