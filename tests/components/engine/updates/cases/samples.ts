/** What exists outside the program. */
const ACCOUNT = "602911837465";
export const CLUSTER = `arn:aws:kafka:us-east-1:${ACCOUNT}:cluster/plant/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e-2`;
export const OTHER_CLUSTER = CLUSTER.replace("plant", "other");
export const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/0a1b2c3d-1111-4222-8333-0a1b2c3d4e5f`;
export const AUTHORITY = `arn:aws:acm-pca:us-east-1:${ACCOUNT}:certificate-authority/0a1b2c3d-1111-4222-8333-0a1b2c3d4e5f`;
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/kafka-secrets`;
export const SECRET = `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:AmazonMSK_plant-a1B2c3`;
export const BROKERS = "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096";
export const GROUP = "sg-0a1b2c3d4e5f60718";
export const OTHER_GROUP = "sg-0a1b2c3d4e5f60719";

export const NETWORK = {
    vpcId: "vpc-0a1b2c3d4e5f60718",
    subnetIds: ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719", "subnet-0a1b2c3d4e5f6071a"],
};

const given = { secretId: "AmazonMSK_plant", roleArn: ROLE };
export const AUTHENTICATION = {
    mode: "SCRAM-SHA-512" as const,
    username: { ...given, key: "username" },
    password: { ...given, key: "password" },
};
