import type { ClientSettings, Failure, KafkaClient } from "../../kafka/client";
import type { EvaluationContext, KafkaActionTexts, KafkaRecord, Secrets } from "../../simulator";
import type { ReadRules } from "./readRules";
import { AWS } from "./secretsOfRules";
import type { SimulateCall } from "./simulateCall";

/** Where a record was put, or why it was not. */
export type Produced =
    /** The offset is null with `acks` 0: nobody says. */
    | { readonly partition: number; readonly offset: number | null }
    | { readonly error: { readonly code: string; readonly message: string } };

/** Sends the record of an action with the client properties of that action. Never throws. */
export interface Producer {
    produce(action: KafkaActionTexts, record: KafkaRecord): Promise<Produced>;
    close(): Promise<void>;
}

/** Where the client of an action reads its secrets: among those at hand, or in AWS Secrets Manager, in a Region. */
export type ProducerSecrets = (
    action: KafkaActionTexts,
) => { readonly known: Secrets } | { readonly region: string | undefined };

/** The secrets that a call says. */
export function producerSecrets(
    { secrets: from }: SimulateCall,
    { rules, regions }: ReadRules,
    { secrets = {} }: Omit<EvaluationContext, "topic">,
): ProducerSecrets {
    if (from !== AWS) return () => ({ known: secrets });
    return (action) => {
        const rule = rules.find(({ rule: { actions } }) => actions.includes(action));
        return { region: rule && regions.get(rule) };
    };
}

/**
 * Producers over Kafka's protocol, one connection for each action, made when its first record comes. `get_secret` in
 * client properties reads the secrets.
 */
export function kafkaProducer(secrets: ProducerSecrets): Producer {
    const clients = new Map<KafkaActionTexts, Promise<Connected>>();
    const clientOf = (action: KafkaActionTexts) => {
        const known = clients.get(action) ?? connected(action, secrets);
        clients.set(action, known);
        return known;
    };
    return {
        async produce(action, record) {
            const client = await clientOf(action);
            if ("failure" in client) return refused(client.failure);
            const sent = await client.produce(wireRecord(action, record));
            if (!sent.ok) return refused(sent.failure);
            const { partition, baseOffset } = sent.value;
            return { partition, offset: baseOffset === undefined ? null : Number(baseOffset) };
        },
        async close() {
            const open = await Promise.all(clients.values());
            await Promise.all(open.map((client) => ("failure" in client ? undefined : client.close())));
        },
    };
}

type Connected = KafkaClient | { readonly failure: Pick<Failure, "cause" | "fix"> & { readonly code: string } };

/** The Kafka client is loaded for those who produce. */
async function connected(action: KafkaActionTexts, secrets: ProducerSecrets): Promise<Connected> {
    const { connect, settingsOf } = require("../../kafka/client") as typeof import("../../kafka/client");
    const read = require("../../kafka/secrets") as typeof import("../../kafka/secrets");
    const from = secrets(action);
    const source =
        "known" in from
            ? read.secretsFrom(from.known)
            : read.secretsFromAws(from.region ? { region: from.region } : {});
    const { properties, unresolved, problems } = await read.resolveProperties(action.clientProperties, source);
    const settings = settingsOf(properties, { unresolved });
    const wrong = [...problems, ...settings.problems].find(({ level }) => level === "error");
    if (wrong !== undefined) return { failure: { ...wrong, cause: `${wrong.property}: ${wrong.cause}` } };
    const outcome = await connect(settings.settings as ClientSettings);
    return outcome.ok ? outcome.value : { failure: outcome.failure };
}

/** Without a partition of the action's own the broker's number of partitions decides, whatever --partitions said. */
function wireRecord(action: KafkaActionTexts, { topic, key, partition, headers, valueBase64 }: KafkaRecord) {
    return {
        topic,
        key: key === null ? null : Buffer.from(key, "utf8"),
        value: Buffer.from(valueBase64, "base64"),
        headers: headers.map((header) => ({ key: header.key, value: Buffer.from(header.value, "utf8") })),
        ...(action.partition !== undefined && typeof partition === "number" ? { partition } : {}),
    };
}

function refused({
    code,
    cause,
    fix,
}: {
    readonly code: string;
    readonly cause: string;
    readonly fix: string;
}): Produced {
    return { error: { code, message: `${cause} ${fix}` } };
}
