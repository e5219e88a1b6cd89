import { bucket, bucketPolicy, bucketPublicAccessBlock } from "./bucket";
import { kinesisStream, lambdaFunction } from "./compute";
import { record, zone } from "./dns";
import { lambdaPermission } from "./lambdaPermission";
import { queue, queuePolicy, snsTopic } from "./messaging";

/** Services of which the product needs one or two resources. */
export const other = [
    queue,
    queuePolicy,
    snsTopic,
    bucket,
    bucketPolicy,
    bucketPublicAccessBlock,
    lambdaPermission,
    lambdaFunction,
    kinesisStream,
    zone,
    record,
];
