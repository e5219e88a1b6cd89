import { secret } from "@pulumi/pulumi";
import { KafkaCredentials, type KafkaCredentialsArgs } from "../../components";
import { type Registered, run, type Settings } from "./program";
import { CLUSTER } from "./samples";

export const KEY = "aws:kms/key:Key";
export const SECRET = "aws:secretsmanager/secret:Secret";
export const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
export const SECRET_POLICY = "aws:secretsmanager/secretPolicy:SecretPolicy";
export const ASSOCIATION = "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation";
export const ROLE_TYPE = "aws:iam/role:Role";
export const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
export const PASSWORD = "random:index/randomPassword:RandomPassword";
export const KEY_ARN = "arn:aws:kms:us-east-1:209876543210:key/11111111-aaaa-4bbb-8ccc-dddddddddddd";
export const SECRET_ARN = "arn:aws:secretsmanager:us-east-1:209876543210:secret:AmazonMSK_other-a1B2c3";

export const SCRAM = { mode: "SCRAM-SHA-512" } as const satisfies KafkaCredentialsArgs;
export const ON_CLUSTER = { ...SCRAM, clusterArn: CLUSTER } satisfies KafkaCredentialsArgs;
export const PLACES = [
    ["aws", "us-east-1", "amazonaws.com"],
    ["aws-cn", "cn-north-1", "amazonaws.com.cn"],
    ["aws-us-gov", "us-gov-west-1", "amazonaws.com"],
] as const;

export const made = { [PASSWORD]: { result: secret("canary-password") } };
export const make = (args: KafkaCredentialsArgs = ON_CLUSTER, settings: Settings = {}) =>
    run(() => new KafkaCredentials("plant", args), { made, ...settings });
export const statementsOf = (one: Registered) => JSON.parse(one.inputs.policy).Statement;
export const get = (
    key: string,
    id = "AmazonMSK_plant_dev_plant",
    role = "arn:aws:iam::209876543210:role/plant-dev-plant-secrets",
) => `\${get_secret('${id}', 'SecretString', '${key}', '${role}')}`;
