/** Where a constraint is documented, and when that was last read: service rules age. */
export interface Source {
    readonly page: string;
    readonly url: string;
    /** ISO date on which the page was read. */
    readonly retrieved: string;
}

const IOT_GUIDE = "https://docs.aws.amazon.com/iot/latest/developerguide/";
const RETRIEVED = "2026-11-24";

/** A page of the AWS IoT Core developer guide. */
export function iotGuide(page: string, anchor?: string): Source {
    return { page, url: `${IOT_GUIDE}${page}.html${anchor ? `#${anchor}` : ""}`, retrieved: RETRIEVED };
}

/** The founding page: the Apache Kafka rule action. */
export const KAFKA_ACTION_PARAMETERS = iotGuide("apache-kafka-rule-action", "apache-kafka-rule-action-parameters");
export const KAFKA_ACTION_REQUIREMENTS = iotGuide("apache-kafka-rule-action", "apache-kafka-rule-action-requirements");
export const KAFKA_ACTION_EXAMPLES = iotGuide("apache-kafka-rule-action", "apache-kafka-rule-action-examples");

/** A page outside the IoT guide. */
export function page(name: string, url: string): Source {
    return { page: name, url, retrieved: RETRIEVED };
}
