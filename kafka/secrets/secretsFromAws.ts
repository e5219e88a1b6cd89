import { type AwsReader, awsReader } from "./awsSecretsManager";
import { regionOfSecret } from "./secretNames";
import type { SecretSource } from "./secretSource";

/**
 * The secrets of AWS Secrets Manager, read with the credentials of this machine: AWS IoT reads them with the role that the
 * template names, which may be allowed more or less. AWS's SDK is loaded with the first secret.
 *
 * @param region of secrets that are named without an ARN. @default as AWS's SDK finds it: AWS_REGION, the profile
 */
export function secretsFromAws({ region }: { readonly region?: string } = {}): SecretSource {
    const readers = new Map<string, Promise<AwsReader>>();
    return {
        async read(id, timeout) {
            const place = regionOfSecret(id) ?? region ?? "";
            const reader = readers.get(place) ?? awsReader(place || undefined);
            readers.set(place, reader);
            return (await reader)(id, timeout);
        },
    };
}
