import { defineConstraint } from "../core/constraint";
import { withProperties } from "../examples/configurations";
import { checkEntries, HIGHEST_PORT, LOWEST_PORT, UNREACHABLE_MSK_PORTS, ZOOKEEPER_PORTS } from "./brokerPorts";
import { IOT_CORE_QUOTAS } from "./pages";

export const bootstrapServersPort = defineConstraint({
    id: "bootstrap-servers-port",
    subject: "kafkaAction",
    requirements: ["KAFKA-BOOT-03", "RULE-QUOTA-03"],
    level: "mandatory",
    severity: "high",
    what: `The port of every broker is from ${LOWEST_PORT} to ${HIGHEST_PORT}.`,
    why: "AWS IoT opens connections to these ports only, and the quota cannot be raised.",
    fix: `Let the brokers listen on a port from ${LOWEST_PORT} to ${HIGHEST_PORT}, and name that.`,
    source: IOT_CORE_QUOTAS,
    check: (action) =>
        checkEntries(action, ({ port }) => {
            // Ports that are something else are named by constraints of their own.
            if (Object.hasOwn(ZOOKEEPER_PORTS, port) || Object.hasOwn(UNREACHABLE_MSK_PORTS, port)) return undefined;
            return port < LOWEST_PORT || port > HIGHEST_PORT
                ? `is outside the ports ${LOWEST_PORT} to ${HIGHEST_PORT}`
                : undefined;
        }),
    examples: {
        valid: [
            { title: "the lowest and the highest port", stack: withPorts(LOWEST_PORT, HIGHEST_PORT) },
            { title: "the port of the founding page", stack: withPorts(9092) },
        ],
        invalid: [
            { title: "the port below", stack: withPorts(LOWEST_PORT - 1) },
            { title: "the port above", stack: withPorts(HIGHEST_PORT + 1) },
            { title: "one of two ports", stack: withPorts(9092, 19092) },
            { title: "HTTPS", stack: withPorts(443) },
        ],
    },
});

function withPorts(...ports: number[]) {
    return withProperties({ "bootstrap.servers": ports.map((port) => `kafka.plant.example:${port}`).join(",") });
}
