import { iotGuide, page } from "../core/source";

export const METRICS = iotGuide("metrics_dimensions");
export const LOGGING = iotGuide("configure-logging");
export const LOG_ENTRIES = iotGuide("cwl-format");
export const MSK_METRICS = page(
    "Amazon MSK metrics",
    "https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details.html",
);
export const KAFKA_DESTINATION = iotGuide("kafka-vpc-destination");
