import type { FailureCode } from "../client/failures";
import type { SecretValue } from "./secretSource";

/** Why get_secret finds nothing in a secret that is there. No text shows a value, and of keys only the one that is asked for. */
export function secretProblem(
    id: string,
    value: SecretValue,
    type: "SecretString" | "SecretBinary",
    key: string | undefined,
): { readonly code: FailureCode; readonly cause: string; readonly fix: string } | undefined {
    const name = JSON.stringify(id);
    const content = value[type];
    if (content === undefined) {
        const other = type === "SecretString" ? "SecretBinary" : "SecretString";
        return {
            code: "secret-no-part",
            cause: `The secret ${name} has no ${type}, which the template asks for; it has a ${other}.`,
            fix: `Ask for '${other}' in the template, or store the secret as ${type}.`,
        };
    }
    if (key === undefined) return undefined;
    if (type === "SecretBinary") {
        return {
            code: "secret-no-key",
            cause: `The template asks for the key ${JSON.stringify(key)} of the SecretBinary of ${name}, which has none.`,
            fix: "Leave the key out, or store the secret as SecretString with JSON.",
        };
    }
    if (hasKey(content, key)) return undefined;
    return {
        code: "secret-no-key",
        cause: `The SecretString of ${name} is no JSON object with the key ${JSON.stringify(key)}.`,
        fix: "Correct the third argument of get_secret, where capitals count, or store the secret as JSON with this key.",
    };
}

function hasKey(text: string, key: string): boolean {
    try {
        const value: unknown = JSON.parse(text);
        return typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, key);
    } catch {
        return false;
    }
}
