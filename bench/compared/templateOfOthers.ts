const DATABASE = {
    Engine: "postgres",
    DBInstanceClass: "db.t3.micro",
    AllocatedStorage: "20",
    MasterUsername: "plant",
    ManageMasterUserPassword: true,
};

/** Resources of a template that have nothing to do with Kafka, with the mistakes of stack.ts. */
export const OTHER_RESOURCES: Readonly<Record<string, object>> = {
    BucketPublic: { Type: "AWS::S3::Bucket", Properties: { AccessControl: "PublicRead" } },
    BucketUnencrypted: { Type: "AWS::S3::Bucket", Properties: {} },
    VolumeUnencrypted: {
        Type: "AWS::EC2::Volume",
        Properties: { AvailabilityZone: "us-east-1a", Size: 8, Encrypted: false },
    },
    InstancePublic: {
        Type: "AWS::EC2::Instance",
        Properties: {
            ImageId: "ami-0a1b2c3d4e5f60718",
            InstanceType: "t3.micro",
            NetworkInterfaces: [{ DeviceIndex: "0", AssociatePublicIpAddress: true }],
        },
    },
    DatabasePublic: {
        Type: "AWS::RDS::DBInstance",
        Properties: { ...DATABASE, PubliclyAccessible: true, StorageEncrypted: true },
    },
    DatabaseUnencrypted: { Type: "AWS::RDS::DBInstance", Properties: { ...DATABASE, StorageEncrypted: false } },
    ListenerHttp: {
        Type: "AWS::ElasticLoadBalancingV2::Listener",
        Properties: {
            LoadBalancerArn:
                "arn:aws:elasticloadbalancing:us-east-1:209876543210:loadbalancer/app/plant/50dc6c495c0c9188",
            Port: 80,
            Protocol: "HTTP",
            DefaultActions: [
                {
                    Type: "forward",
                    TargetGroupArn:
                        "arn:aws:elasticloadbalancing:us-east-1:209876543210:targetgroup/plant/50dc6c495c0c9188",
                },
            ],
        },
    },
    KeyNotRotated: {
        Type: "AWS::KMS::Key",
        Properties: {
            EnableKeyRotation: false,
            KeyPolicy: {
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Principal: { AWS: "arn:aws:iam::209876543210:root" },
                        Action: "kms:*",
                        Resource: "*",
                    },
                ],
            },
        },
    },
    GroupOpen: {
        Type: "AWS::EC2::SecurityGroup",
        Properties: {
            GroupDescription: "open",
            SecurityGroupIngress: [{ IpProtocol: "-1", CidrIp: "0.0.0.0/0" }],
        },
    },
    FunctionWithoutTracing: {
        Type: "AWS::Lambda::Function",
        Properties: {
            Role: "arn:aws:iam::209876543210:role/function",
            Runtime: "nodejs20.x",
            Handler: "index.handler",
            Code: { S3Bucket: "plant-code", S3Key: "function.zip" },
        },
    },
};
