/**
 * The Regions that have AWS IoT Core, from the public endpoint list of botocore 1.44.5 (`endpoints.json`, service
 * `iot`). Amazon MSK has more of them; a rule cannot be made there.
 */
export const IOT_CORE_REGIONS: readonly string[] = [
    "ap-east-1",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-southeast-5",
    "ca-central-1",
    "cn-north-1",
    "cn-northwest-1",
    "eu-central-1",
    "eu-north-1",
    "eu-south-1",
    "eu-south-2",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "il-central-1",
    "me-central-1",
    "me-south-1",
    "sa-east-1",
    "us-east-1",
    "us-east-2",
    "us-gov-east-1",
    "us-gov-west-1",
    "us-west-1",
    "us-west-2",
];

/** Regions in which SCRAM-SHA-512 is the only SASL mechanism that works (KAFKA-SASL-03). */
export const SCRAM_ONLY_REGIONS: readonly string[] = ["cn-north-1", "cn-northwest-1", "us-gov-east-1", "us-gov-west-1"];
