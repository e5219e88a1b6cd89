import { iotGuide, page } from "../core/source";

/** The page of the VPC destination, which the founding page refers to. */
export const VPC_DESTINATION = iotGuide("vpc-rule-action");

/** What a VPC destination is made of, in the API reference. */
export const VPC_DESTINATION_API = page(
    "VpcDestinationConfiguration",
    "https://docs.aws.amazon.com/iot/latest/apireference/API_VpcDestinationConfiguration.html",
);

/** Ids of EC2 resources. */
export const RESOURCE_IDS = page(
    "Amazon EC2 resource IDs",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html",
);

/** Quotas of AWS IoT Core. */
export const IOT_QUOTAS = page(
    "AWS IoT Core quotas",
    "https://docs.aws.amazon.com/general/latest/gr/iot-core.html#limits_iot",
);
