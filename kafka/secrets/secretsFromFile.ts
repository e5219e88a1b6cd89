import { fitnessOf } from "./secretNames";
import type { SecretAnswer, SecretSource, SecretValue } from "./secretSource";

/** A file of secrets that is none; its message shows nothing of a value. */
export class SecretsFileProblem extends Error {
    override readonly name = "SecretsFileProblem";
}

/**
 * The secrets of a file: `{ "<name or ARN>": { "SecretString": "…" } | { "SecretBinary": "<base64>" } }`.
 *
 * @throws SecretsFileProblem
 */
export function secretsFromFile(text: string): SecretSource {
    return secretsFrom(parsed(text));
}

/** The same of what was read already. @throws SecretsFileProblem */
export function secretsFrom(given: unknown): SecretSource {
    if (!isObject(given)) throw new SecretsFileProblem("The file of secrets is no JSON object.");
    const secrets = Object.entries(given).map(([id, value]) => [id, secretOf(id, value)] as const);
    return {
        async read(id): Promise<SecretAnswer> {
            const [best] = secrets
                .map(([known, value]) => ({ value, fitness: fitnessOf(id, known) }))
                .sort((a, b) => b.fitness - a.fitness);
            if (best && best.fitness > 0) return { ok: true, value: best.value };
            return {
                ok: false,
                code: "secret-not-found",
                cause: `The file of secrets has no secret ${JSON.stringify(id)}.`,
                fix: "Add it under its name or its ARN, or correct the template of the rule.",
            };
        },
    };
}

/** JSON's own message would show a part of the text. */
function parsed(text: string): unknown {
    try {
        return JSON.parse(text.replace(/^\ufeff/, ""));
    } catch {
        throw new SecretsFileProblem("The file of secrets is no JSON.");
    }
}

function secretOf(id: string, given: unknown): SecretValue {
    const name = JSON.stringify(id);
    if (!isObject(given))
        throw new SecretsFileProblem(`The secret ${name} is no object with SecretString or SecretBinary.`);
    const { SecretString: text, SecretBinary: bytes } = given;
    if (text === undefined && bytes === undefined) {
        throw new SecretsFileProblem(`The secret ${name} has neither SecretString nor SecretBinary.`);
    }
    if (text !== undefined && typeof text !== "string") {
        throw new SecretsFileProblem(
            `SecretString of the secret ${name} is no text; JSON in it has to be written as text.`,
        );
    }
    if (bytes !== undefined && (typeof bytes !== "string" || !isBase64(bytes))) {
        throw new SecretsFileProblem(`SecretBinary of the secret ${name} is no base64 text.`);
    }
    return {
        ...(text === undefined ? {} : { SecretString: text }),
        ...(bytes === undefined ? {} : { SecretBinary: bytes.replace(/\s/g, "") }),
    };
}

function isBase64(text: string): boolean {
    const joined = text.replace(/\s/g, "");
    return joined.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(joined);
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
