import type { FailureCode } from "../client/failures";
import { wordsOf } from "../client/words";
import type { SecretAnswer } from "./secretSource";

export type AwsReader = (id: string, timeout: number) => Promise<SecretAnswer>;

/** Reads secrets of one Region. AWS's SDK is large, and is loaded here and nowhere else. */
export async function awsReader(region: string | undefined): Promise<AwsReader> {
    const { GetSecretValueCommand, SecretsManagerClient } = await import("@aws-sdk/client-secrets-manager");
    const client = new SecretsManagerClient({ ...(region ? { region } : {}), maxAttempts: 2 });
    return async (id, timeout) => {
        const abort = new AbortController();
        const timer = setTimeout(() => abort.abort(), timeout);
        try {
            const answer = await client.send(new GetSecretValueCommand({ SecretId: id }), {
                abortSignal: abort.signal,
            });
            const { SecretString: text, SecretBinary: bytes } = answer;
            const value = {
                ...(text === undefined ? {} : { SecretString: text }),
                ...(bytes === undefined ? {} : { SecretBinary: Buffer.from(bytes).toString("base64") }),
            };
            return { ok: true, value };
        } catch (error) {
            return refusalOf(error, id, timeout);
        } finally {
            clearTimeout(timer);
        }
    };
}

const DENIED = ["AccessDeniedException", "DecryptionFailure", "AccessDenied", "KMSAccessDeniedException"];
const CREDENTIALS = [
    "CredentialsProviderError",
    "UnrecognizedClientException",
    "InvalidSignatureException",
    "ExpiredTokenException",
    "ExpiredToken",
    "InvalidClientTokenId",
    "IncompleteSignature",
    "MissingAuthenticationToken",
];

/** What AWS or its SDK throws, in our words. */
export function refusalOf(error: unknown, id: string, timeout: number): SecretAnswer {
    const { name = "", message = "" } = error as Partial<Error>;
    const secret = `The secret ${JSON.stringify(id)}`;
    const said = `${wordsOf(name)}: ${wordsOf(message)}`;
    const refusal = (code: FailureCode, cause: string, fix: string): SecretAnswer => ({ ok: false, code, cause, fix });
    if (name === "ResourceNotFoundException" || name === "InvalidRequestException") {
        return refusal(
            "secret-not-found",
            `${secret} is not in AWS Secrets Manager, or is about to be deleted (${said}).`,
            "Correct the template of the rule, or the Region; the secret has to be in the Region of the rule.",
        );
    }
    if (DENIED.includes(name)) {
        return refusal(
            "secret-denied",
            `${secret} may not be read with the credentials of this machine (${said}).`,
            "Allow secretsmanager:GetSecretValue on it, and kms:Decrypt where it has a key of your own; the role of the rule needs the same.",
        );
    }
    if (CREDENTIALS.includes(name)) {
        return refusal(
            "secret-credentials",
            `${secret} cannot be read: AWS takes no credentials of this machine (${said}).`,
            "Log in with the AWS CLI, or run where a role gives credentials; a file of secrets works as well.",
        );
    }
    if (/region is missing/i.test(message)) {
        return refusal(
            "secret-region",
            `The Region of the secret ${JSON.stringify(id)} is not known.`,
            "Set AWS_REGION.",
        );
    }
    const silence = name === "AbortError" || name === "TimeoutError" ? ` within ${timeout} ms` : "";
    return refusal(
        "secret-unreachable",
        `${secret} cannot be read: AWS Secrets Manager does not answer${silence} (${said}).`,
        "Open the way to Secrets Manager, in a VPC by an interface endpoint or NAT, or give a file of secrets.",
    );
}
