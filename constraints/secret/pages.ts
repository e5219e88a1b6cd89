import { page } from "../core/source";

export { GET_SECRET } from "../get-secret/calls";
export { MSK_PASSWORD_LIMITS, MSK_PASSWORDS } from "../kafka-action/pages";

const API = "https://docs.aws.amazon.com/secretsmanager/latest/apireference/";
const REGISTRY = "https://www.pulumi.com/registry/packages/aws/api-docs/";

export const CREATE_SECRET = page("CreateSecret", `${API}API_CreateSecret.html`);
export const PUT_SECRET_VALUE = page("PutSecretValue", `${API}API_PutSecretValue.html`);
export const DELETE_SECRET = page("DeleteSecret", `${API}API_DeleteSecret.html`);
export const SECRET_QUOTAS = page(
    "Secrets Manager quotas",
    "https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html",
);
export const SECRET_VERSION = page("aws.secretsmanager.SecretVersion", `${REGISTRY}secretsmanager/secretversion/`);
export const SCRAM_ASSOCIATION = page("aws.msk.ScramSecretAssociation", `${REGISTRY}msk/scramsecretassociation/`);
export const PULUMI_SECRETS = page("Secrets of Pulumi", "https://www.pulumi.com/docs/iac/concepts/secrets/");
