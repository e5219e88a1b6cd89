import type { FailureCode } from "../client/failures";

/** A secret as AWS Secrets Manager gives it: a text, or bytes in base64. */
export interface SecretValue {
    readonly SecretString?: string;
    /** Base64. */
    readonly SecretBinary?: string;
}

/** A secret, or why there is none; the reason shows nothing of a value. */
export type SecretAnswer =
    | { readonly ok: true; readonly value: SecretValue }
    | { readonly ok: false; readonly code: FailureCode; readonly cause: string; readonly fix: string };

/** Where secrets are read. */
export interface SecretSource {
    /**
     * @param id name or ARN, the last also without its six random characters
     * @param timeout milliseconds
     */
    read(id: string, timeout: number): Promise<SecretAnswer>;
}

/** For rules whose templates name no secret. */
export const noSecrets: SecretSource = {
    read: async (id) => ({
        ok: false,
        code: "secret-not-found",
        cause: `The secret ${JSON.stringify(id)} is asked for, and no secrets are given.`,
        fix: "Give a file of secrets, or have them read from AWS: --secrets FILE, --secrets aws.",
    }),
};
