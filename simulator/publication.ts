import { matchesFilter } from "../constraints/facts/topicFilter";

/** A message as a device publishes it. */
export interface Publication {
    /** MQTT topic; `$aws/rules/<rule>/…` for Basic Ingest. */
    readonly topic: string;
    /** A text is taken as UTF-8. */
    readonly payload: string | Uint8Array;
}

/**
 * Why the message broker takes no such message.
 * https://docs.aws.amazon.com/general/latest/gr/iot-core.html#message-broker-limits
 */
export interface PublicationProblem {
    readonly code: "topic-invalid" | "payload-too-large";
    readonly message: string;
}

/** Bytes of a payload: 128 KB. */
const PAYLOAD = 128 * 1024;
/** Bytes of a topic. */
const TOPIC = 256;
const SLASHES = 7;

/** `$aws/rules/<rule>/<topic>`; the first three levels neither count nor are seen by the rule. */
const BASIC_INGEST = /^\$aws\/rules\/([^/]+)\/(.+)$/s;

/** The rule that a message is sent to past the message broker, and the topic that this rule sees. */
export interface BasicIngest {
    readonly rule: string;
    readonly topic: string;
}

/** https://docs.aws.amazon.com/iot/latest/developerguide/iot-basic-ingest.html */
export function basicIngest(topic: string): BasicIngest | undefined {
    const found = BASIC_INGEST.exec(topic);
    return found ? { rule: found[1]!, topic: found[2]! } : undefined;
}

/** Why the broker takes no message of this size. */
export function payloadProblem(payload: Publication["payload"]): PublicationProblem | undefined {
    const size = typeof payload === "string" ? Buffer.byteLength(payload, "utf8") : payload.length;
    if (size <= PAYLOAD) return undefined;
    return {
        code: "payload-too-large",
        message: `The payload has ${size} bytes; the broker takes at most ${PAYLOAD}.`,
    };
}

/** Why nobody can publish to a topic. */
export function topicProblem(topic: string): PublicationProblem | undefined {
    const invalid = wrongTopic(basicIngest(topic)?.topic ?? topic);
    if (invalid === undefined) return undefined;
    return { code: "topic-invalid", message: `A message cannot be published to ${JSON.stringify(topic)}: ${invalid}.` };
}

function wrongTopic(topic: string): string | undefined {
    if (topic === "") return "it is empty";
    if (/[+#]/.test(topic)) return "+ and # belong to topic filters";
    if (topic.includes("\u0000")) return "it holds a null character";
    const bytes = Buffer.byteLength(topic, "utf8");
    if (bytes > TOPIC) return `it has ${bytes} bytes, of at most ${TOPIC}`;
    const slashes = topic.split("/").length - 1;
    return slashes > SLASHES ? `it has ${slashes} slashes, of at most ${SLASHES}` : undefined;
}

/**
 * Whether a rule is asked about a message: by its filter, or by its name with Basic Ingest. A rule without FROM gets
 * only the latter; a rule that is named gets the message whatever its filter says. A rule whose name is not known, as
 * that of a bare payload, is taken for the one that is named.
 */
export function reaches(
    topic: string,
    rule: { readonly name: string | null; readonly filter: string | undefined },
): boolean {
    const direct = basicIngest(topic);
    if (direct !== undefined) return rule.name === null || direct.rule === rule.name;
    return rule.filter !== undefined && matchesFilter(rule.filter, topic);
}
