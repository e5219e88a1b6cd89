import { RULE_PROPS } from "../sample";

const [KAFKA] = RULE_PROPS.kafkas;

/** A correct rule with these changes in its Kafka action. */
export function ruleWith(action: object, clientProperties: object = {}, rule: object = {}): object {
    const properties = { ...KAFKA!.clientProperties, ...clientProperties };
    return { ...RULE_PROPS, kafkas: [{ ...KAFKA, ...action, clientProperties: properties }], ...rule };
}

/** Fourteen mistakes that people make, all in one rule. */
export const FOURTEEN_MISTAKES = ruleWith(
    {
        destinationArn: "arn:aws:kafka:us-east-1:209876543210:cluster/plant/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e-2",
        topic: "my topic!!",
        partition: "minus one",
        headers: [],
    },
    {
        "security.protocol": "PLAINTEXT",
        acks: "all",
        "compression.type": "brotli",
        "sasl.mechanism": "SCRAM-SHA-256",
        "sasl.scram.password": "hunter2-hunter2",
        "bootstrap.servers": "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com",
        "linger.ms": "5",
    },
    { name: "plant-telemetry", sql: "SELEKT * FRM topic", sqlVersion: "2017-01-01" },
);

/** Where each of them is to be reported. */
export const MISTAKEN_PATHS = [
    "name",
    "sql",
    "sqlVersion",
    "kafkas[0].destinationArn",
    "kafkas[0].topic",
    "kafkas[0].partition",
    "kafkas[0].headers",
    'kafkas[0].clientProperties["security.protocol"]',
    "kafkas[0].clientProperties.acks",
    'kafkas[0].clientProperties["compression.type"]',
    'kafkas[0].clientProperties["sasl.mechanism"]',
    'kafkas[0].clientProperties["sasl.scram.password"]',
    'kafkas[0].clientProperties["bootstrap.servers"]',
    'kafkas[0].clientProperties["linger.ms"]',
];
