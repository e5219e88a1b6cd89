import { bucket } from "./bucket";
import { record, zone } from "./dns";
import { lambdaPermission } from "./lambdaPermission";
import { queue, snsTopic } from "./messaging";

/** Services of which the product needs one or two resources. */
export const other = [queue, snsTopic, bucket, lambdaPermission, zone, record];
