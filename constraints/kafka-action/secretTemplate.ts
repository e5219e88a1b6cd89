import { isUnknown } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { type ClientProperty, describeProperty } from "../facts/clientProperties";
import type { KafkaAction } from "../facts/kafkaAction";
import { literalText } from "../facts/secretCall";
import { propertyPath } from "./enumerated";
import { isBlank, isRequired } from "./requiredProperties";

/** The IDs that a value breaks, by what is wrong with it. */
export interface SecretRows {
    /** It is no `get_secret` template, or not it alone. */
    readonly notSecret: readonly string[];
    /** It reads the secret as the wrong type. */
    readonly wrongType: readonly string[];
}

/**
 * Judges a client property that must come from Secrets Manager, in whatever mode it stands. Its value is never shown.
 * What is wrong inside a `get_secret` call, or around one that reads a file, has constraints of its own.
 */
export function checkSecret(action: KafkaAction, property: ClientProperty, rows: SecretRows): Verdict | undefined {
    const path = propertyPath(property);
    const value = action.property(property);
    if (isUnknown(value)) return undetermined(path);
    if (typeof value !== "string") return undefined;
    if (isBlank(value)) return judgeBlank(action, property, rows);
    const notSecret = (found: string) => violation(path, `${property} ${found}`, { requirements: rows.notSecret });
    const parsed = action.templateOf(property)?.parsed;
    if (!parsed?.ok) return undefined;
    const calls = action.secretCalls.filter((call) => call.property === property);
    const hasTemplate = parsed.value.parts.some(({ kind }) => kind !== "text");
    if (calls.length === 0) {
        return notSecret(hasTemplate ? "is a template that reads no secret" : "is written out in the rule");
    }
    const hasText = parsed.value.parts.some((part) => part.kind === "text" && part.text.trim() !== "");
    if (hasText && typeOf(property) === "SecretString") return notSecret("has text around its get_secret template");
    return checkSecretType(action, property, rows.wrongType);
}

/** Judges the secret type of every `get_secret` in a property: a text is read as SecretString, a file as SecretBinary. */
export function checkSecretType(
    action: KafkaAction,
    property: ClientProperty,
    requirements: readonly string[],
): Verdict | undefined {
    const wanted = typeOf(property);
    const isWrong = action.secretCalls.some(
        (call) => call.property === property && literalText(call.secretType) === otherThan(wanted),
    );
    if (!isWrong) return undefined;
    const what = wanted === "SecretString" ? "a text" : "a file";
    return violation(propertyPath(property), `${property} is ${what}, but is read as ${otherThan(wanted)}`, {
        requirements,
        fix: `Write '${wanted}' as the second argument of get_secret${wanted === "SecretBinary" ? ", and no key" : ""}.`,
    });
}

/** Nothing in it: missing where it is required, which client-property-required says; no template where it is not. */
function judgeBlank(action: KafkaAction, property: ClientProperty, rows: SecretRows): Verdict | undefined {
    const required = isRequired(action, property);
    if (required === true) return undefined;
    return violation(propertyPath(property), `${property} is empty`, { requirements: rows.notSecret });
}

function typeOf(property: ClientProperty): "SecretString" | "SecretBinary" {
    return describeProperty(property)?.secretType === "SecretBinary" ? "SecretBinary" : "SecretString";
}

function otherThan(type: "SecretString" | "SecretBinary"): string {
    return type === "SecretString" ? "SecretBinary" : "SecretString";
}
