import { parseTemplate } from "../../language";
import { isUnknown } from "../core/known";
import type { KafkaAction } from "../facts/kafkaAction";

/** The largest trust store: 65 KB, which AWS does not say in bytes; this is the most that it can mean. */
export const TRUST_STORE_LIMIT = 66_560;

/** 65 KB in its smallest meaning is 65,000 bytes. */
export const TRUST_STORE_SAFE_SIZE = 65_000;

/** How many characters the trust store has where it is written out; undefined where it is not. */
export function truststoreLength(action: KafkaAction): number | undefined {
    const value = action.property("ssl.truststore");
    if (isUnknown(value) || typeof value !== "string") return undefined;
    const parsed = parseTemplate(value);
    return parsed.ok && parsed.value.parts.every(({ kind }) => kind === "text") ? value.length : undefined;
}
