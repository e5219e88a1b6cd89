import { redact, secretsOf } from "../constraints/core/redact";
import type { Secrets } from "../language/evaluate";

/**
 * A sentence without the secrets that a simulation was given: what a rule sends is shown as it would arrive, but no
 * message about it repeats a secret.
 */
export function withoutSecrets(text: string, secrets: Secrets | undefined): string {
    return secrets === undefined ? text : redact(text, secretTexts(secrets));
}

function secretTexts(secrets: Secrets): readonly string[] {
    const values = Object.values(secrets).map(({ SecretString: secretString, SecretBinary: secretBinary }) => {
        return { secretString, secretBinary };
    });
    return secretsOf(values);
}
