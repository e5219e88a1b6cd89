/** The values of client properties: secrets from a file or from AWS Secrets Manager, and the templates that ask for them. */
export { type ResolvedProperties, type ResolveOptions, resolveProperties, secretNamesOf } from "./resolveProperties";
export { noSecrets, type SecretAnswer, type SecretSource, type SecretValue } from "./secretSource";
export { secretsFromAws } from "./secretsFromAws";
export { SecretsFileProblem, secretsFrom, secretsFromFile } from "./secretsFromFile";
