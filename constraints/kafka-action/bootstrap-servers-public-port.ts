import { defineConstraint } from "../core/constraint";
import { MUTUAL_TLS, withProperties } from "../examples/configurations";
import { checkEntries, UNREACHABLE_MSK_PORTS } from "./brokerPorts";
import { MSK_PORTS } from "./pages";

export const bootstrapServersPublicPort = defineConstraint({
    id: "bootstrap-servers-public-port",
    subject: "kafkaAction",
    requirements: ["KAFKA-BOOT-05", "KAFKA-BOOT-03", "RULE-QUOTA-03"],
    level: "mandatory",
    severity: "high",
    what: "No broker has the port of a public or IPv6 listener of Amazon MSK.",
    why: "These ports lie outside 9000 to 9100, where AWS IoT opens connections.",
    fix: "Take the private addresses: bootstrapBrokersSaslScram (9096) for SASL_SSL, bootstrapBrokersTls (9094) for SSL.",
    source: MSK_PORTS,
    check: (action) =>
        checkEntries(action, ({ port }) =>
            Object.hasOwn(UNREACHABLE_MSK_PORTS, port) ? `has the port of ${UNREACHABLE_MSK_PORTS[port]}` : undefined,
        ),
    examples: {
        valid: [
            { title: "the private SASL/SCRAM listener", stack: withProperties({}) },
            { title: "the private TLS listener", stack: withProperties({}, MUTUAL_TLS) },
        ],
        invalid: [
            {
                title: "the public SASL/SCRAM listener",
                stack: withProperties({
                    "bootstrap.servers": "b-1-public.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9196",
                }),
            },
            {
                title: "an IPv6 listener",
                stack: withProperties({
                    "bootstrap.servers": "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:20096",
                }),
            },
        ],
    },
});
