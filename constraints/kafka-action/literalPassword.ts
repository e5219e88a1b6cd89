import { isUnknown } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import type { ClientProperty } from "../facts/clientProperties";
import type { KafkaAction } from "../facts/kafkaAction";
import { propertyPath } from "./enumerated";
import { isBlank } from "./requiredProperties";

/**
 * Judges a password that may be written out, but had better come from Secrets Manager. Its value is never shown; one
 * that is empty is no secret.
 */
export function checkLiteralPassword(action: KafkaAction, property: ClientProperty): Verdict | undefined {
    const path = propertyPath(property);
    const value = action.property(property);
    if (isUnknown(value)) return undetermined(path);
    if (typeof value !== "string" || isBlank(value)) return undefined;
    const parsed = action.templateOf(property)?.parsed;
    if (!parsed?.ok) return undefined;
    const hasText = parsed.value.parts.some((part) => part.kind === "text" && part.text.trim() !== "");
    const readsSecret = action.secretCalls.some((call) => call.property === property);
    return hasText || !readsSecret ? violation(path, `${property} is written out in the rule`) : undefined;
}
