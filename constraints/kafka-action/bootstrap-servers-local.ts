import { defineConstraint } from "../core/constraint";
import { KAFKA_ACTION_REQUIREMENTS } from "../core/source";
import { withProperties } from "../examples/configurations";
import { checkEntries } from "./brokerPorts";

export const bootstrapServersLocal = defineConstraint({
    id: "bootstrap-servers-local",
    subject: "kafkaAction",
    requirements: ["KAFKA-BOOT-10"],
    level: "advisory",
    severity: "high",
    what: "No broker is at an address of one machine alone.",
    why: "AWS IoT connects from interfaces inside the VPC: localhost, loopback and link-local addresses lead to no broker.",
    fix: "Name the broker as other machines of the VPC do.",
    source: KAFKA_ACTION_REQUIREMENTS,
    check: (action) =>
        checkEntries(action, ({ host }) =>
            isLocal(host.toLowerCase()) ? "is an address of one machine alone" : undefined,
        ),
    examples: {
        valid: [{ title: "a private address", stack: withBroker("10.0.1.17:9096") }],
        invalid: [
            { title: "localhost", stack: withBroker("localhost:9092") },
            { title: "loopback", stack: withBroker("127.0.0.1:9092") },
            { title: "the address of instance metadata", stack: withBroker("169.254.169.254:9092") },
            { title: "IPv6 loopback", stack: withBroker("[::1]:9092") },
        ],
    },
});

function isLocal(host: string): boolean {
    if (/^(?:.+\.)?localhost\.?$/.test(host) || host.startsWith("[fe80:")) return true;
    if (["[::1]", "[::]", "[fd00:ec2::254]", "0.0.0.0"].includes(host)) return true;
    return /^(?:127\.\d{1,3}|169\.254)\.\d{1,3}\.\d{1,3}$/.test(host);
}

function withBroker(broker: string) {
    return withProperties({ "bootstrap.servers": broker });
}
