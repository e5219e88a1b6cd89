import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, type Verdict, type Violation } from "../core/verdict";
import { KERBEROS, MUTUAL_TLS, withProperties } from "../examples/configurations";
import { type BrokerEntry, isMskHost, isServerlessHost } from "../facts/brokers";
import type { KafkaAction } from "../facts/kafkaAction";
import { BROKERS, checkEntries, HIGHEST_PORT, isWellFormed, LOWEST_PORT } from "./brokerPorts";
import { MSK_PORTS } from "./pages";

/** The private listeners of Amazon MSK that the Kafka action can use, by protocol. */
const USABLE: Readonly<Record<string, number>> = { SSL: 9094, SASL_SSL: 9096 };

const LISTENERS: Readonly<Record<number, string>> = {
    9092: "the plaintext listener",
    9094: "the TLS listener",
    9096: "the SASL/SCRAM listener",
    9098: "the IAM listener",
};

export const bootstrapServersMskPort = defineConstraint({
    id: "bootstrap-servers-msk-port",
    subject: "kafkaAction",
    requirements: ["KAFKA-BOOT-04", "MSK-PORT-07", "MSK-SRVLESS-02"],
    level: "mandatory",
    severity: "high",
    what: "A broker of Amazon MSK has the port of the protocol: 9094 for SSL, 9096 for SASL_SSL.",
    why: "Each listener of Amazon MSK speaks one protocol; the others are plaintext (9092) and IAM (9098), which the Kafka action does not speak.",
    fix: "Take bootstrapBrokersSaslScram (9096) for SASL_SSL, bootstrapBrokersTls (9094) for SSL.",
    source: MSK_PORTS,
    check: (action) => judge(action),
    examples: {
        valid: [
            { title: "SASL_SSL at 9096", stack: withProperties({}) },
            { title: "SSL at 9094", stack: withProperties({}, MUTUAL_TLS) },
            { title: "9092 of a broker that is none of Amazon MSK's", stack: withProperties({}, KERBEROS) },
        ],
        invalid: [
            { title: "the plaintext listener", stack: withPort(9092) },
            { title: "the IAM listener", stack: withPort(9098) },
            {
                title: "MSK Serverless",
                stack: withProperties({
                    "bootstrap.servers": "boot-abc123.c1.kafka-serverless.us-east-1.amazonaws.com:9098",
                }),
            },
            { title: "the TLS listener for SASL_SSL", stack: withPort(9094) },
            { title: "the SASL/SCRAM listener for SSL", stack: withPort(9096, true) },
        ],
    },
});

function judge(action: KafkaAction): Verdict | undefined {
    const { protocol, brokers } = action;
    if (isUnknown(brokers)) return undetermined(BROKERS);
    const serverless = checkEntries(action, ({ host }) =>
        isServerlessHost(host) ? "is MSK Serverless, which lets clients in by IAM only" : undefined,
    );
    if (serverless?.kind === "violation") return { ...serverless, ...ofServerless(brokers.filter(isOfMsk)) };
    const wanted = typeof protocol === "string" && Object.hasOwn(USABLE, protocol) ? USABLE[protocol] : undefined;
    const verdict = checkEntries(action, ({ host, port }) => {
        if (!isMskHost(host) || !isJudgedHere(port)) return undefined;
        const fits = wanted === undefined ? isUsable(port) : port === wanted;
        const listener = LISTENERS[port] ?? "no listener";
        return fits
            ? undefined
            : `is ${listener} of Amazon MSK${wanted === undefined ? "" : `, but security.protocol is ${String(protocol)}`}`;
    });
    const ofMsk = brokers.filter(isOfMsk);
    if (verdict?.kind === "violation") return { ...verdict, requirements: ["KAFKA-BOOT-04", ...portRow(ofMsk)] };
    if (!isUnknown(protocol)) return undefined;
    return ofMsk.length > 0 ? undetermined(BROKERS, "the security protocol is not known yet") : undefined;
}

type WellFormed = BrokerEntry & { readonly host: string; readonly port: number };

function isOfMsk(entry: BrokerEntry): entry is WellFormed {
    return isWellFormed(entry) && isMskHost(entry.host);
}

/** A port that AWS IoT does not reach at all is reported once, by another constraint. */
function isJudgedHere(port: number): boolean {
    return port >= LOWEST_PORT && port <= HIGHEST_PORT;
}

function isUsable(port: number): boolean {
    return Object.values(USABLE).includes(port);
}

/** The row of a listener that no protocol of the Kafka action makes usable. */
function portRow(ofMsk: readonly WellFormed[]): string[] {
    return ofMsk.some(({ port }) => isJudgedHere(port) && !isUsable(port)) ? ["MSK-PORT-07"] : [];
}

function ofServerless(ofMsk: readonly WellFormed[]): Pick<Violation, "requirements" | "fix"> {
    const rows = portRow(ofMsk);
    return {
        requirements: ["MSK-SRVLESS-02", ...rows, ...(rows.length > 0 ? ["KAFKA-BOOT-04"] : [])],
        fix: "Send to a provisioned cluster with SASL/SCRAM (9096) or mutual TLS (9094).",
    };
}

function withPort(port: number, isTls = false) {
    return withProperties(
        { "bootstrap.servers": `b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:${port}` },
        isTls ? MUTUAL_TLS : undefined,
    );
}
