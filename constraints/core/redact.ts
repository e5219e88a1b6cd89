import { parseTemplate } from "../../language";
import { isDocumentedProperty, SENSITIVE_PROPERTIES } from "../facts/clientProperties";
import { isRecord } from "./known";

/** What stands in a message where a secret would have stood. */
export const HIDDEN = "[hidden]";

/** True when the value of a client property must never be shown: a documented secret, or a name nobody documents. */
export function isSensitiveProperty(name: string): boolean {
    return SENSITIVE_PROPERTIES.has(name) || !isDocumentedProperty(name);
}

/** The inputs of resources that hold a secret as it is. */
const SECRET_INPUTS: ReadonlySet<string> = new Set(["secretString", "secretStringWo", "secretBinary", "password"]);

/**
 * The texts that must not appear in messages about a resource: the literal parts of its secret-bearing client
 * properties, and the values of secrets. Checks do not print these fields at all; this is the second lock on the same
 * door.
 */
export function secretsOf(values: unknown): string[] {
    const secrets = new Set<string>();
    collect(values, secrets, 0);
    return [...secrets].sort((a, b) => b.length - a.length);
}

function collect(value: unknown, secrets: Set<string>, depth: number): void {
    if (typeof value !== "object" || value === null || depth > 16) return;
    for (const [name, inner] of Object.entries(value)) {
        if (name === "clientProperties" && isRecord(inner)) {
            for (const [property, text] of Object.entries(inner)) {
                if (typeof text === "string" && isSensitiveProperty(property)) addLiterals(text, secrets);
            }
        } else if (SECRET_INPUTS.has(name) && typeof inner === "string") addValue(inner, secrets);
        else collect(inner, secrets, depth + 1);
    }
}

/**
 * The value of a secret: the whole text, each of its lines, and the members of the JSON object that it may be. A user
 * name is no secret, and is often the name of other things too.
 */
function addValue(text: string, secrets: Set<string>): void {
    for (const line of [text, ...text.split("\n")]) addSecret(line, secrets);
    for (const inner of membersOf(text)) addSecret(inner, secrets);
}

function membersOf(text: string): string[] {
    try {
        const value: unknown = JSON.parse(text);
        return isRecord(value)
            ? Object.entries(value).flatMap(([name, inner]) =>
                  typeof inner === "string" && name !== "username" ? [inner] : [],
              )
            : [];
    } catch {
        return [];
    }
}

/** A template names a secret without holding it; what stands around it, or cannot be parsed, may be one. */
function addLiterals(text: string, secrets: Set<string>): void {
    const parsed = parseTemplate(text);
    if (!parsed.ok) {
        addSecret(text, secrets);
        return;
    }
    for (const part of parsed.value.parts) {
        if (part.kind === "text") addSecret(part.text, secrets);
    }
}

/** Texts of one or two characters would blacken every message; no check prints their fields anyway. */
function addSecret(text: string, secrets: Set<string>): void {
    const trimmed = text.trim();
    if (trimmed.length < 3) return;
    secrets.add(trimmed);
    secrets.add(JSON.stringify(trimmed).slice(1, -1));
}

/** Shorter ones, such as user names, stand inside ordinary words by accident: `device` in `devices/+/telemetry`. */
const LONG = 8;

/** A message without the secrets in it; a short one is taken out only where it is a word of its own. */
export function redact(message: string, secrets: readonly string[]): string {
    return secrets.reduce(
        (text, secret) => text.split(secret.length < LONG ? wordOf(secret) : secret).join(HIDDEN),
        message,
    );
}

function wordOf(secret: string): RegExp {
    const escaped = secret.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
    return new RegExp(`(?<![A-Za-z0-9])${escaped}(?![A-Za-z0-9])`);
}
