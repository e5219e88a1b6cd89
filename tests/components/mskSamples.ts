/** Where an `MskCluster` stands. */
export const MSK_VPC = {
    vpcId: "vpc-0a1b2c3d4e5f60718",
    subnetIds: ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719", "subnet-0a1b2c3d4e5f6071a"],
};

/** What AWS makes up for a cluster. */
export const MSK_BOOTSTRAP = {
    "aws:msk/cluster:Cluster": { bootstrapBrokersSaslScram: "b-1:9096", bootstrapBrokersTls: "b-1:9094" },
};

export const AUTHORITY =
    "arn:aws:acm-pca:us-east-1:209876543210:certificate-authority/0a1b2c3d-1111-4222-8333-0a1b2c3d4e5f";
