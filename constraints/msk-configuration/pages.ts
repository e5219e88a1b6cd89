import { page } from "../core/source";

const MSK_GUIDE = "https://docs.aws.amazon.com/msk/latest/developerguide/";
const MSK_API = "https://docs.aws.amazon.com/msk/1.0/apireference/";

export const CONFIGURATION_PROPERTIES = page(
    "Configuration properties of Amazon MSK",
    `${MSK_GUIDE}msk-configuration-properties.html`,
);
export const CONFIGURATION_OPERATIONS = page(
    "Operations with configurations of Amazon MSK",
    `${MSK_GUIDE}msk-configuration-operations-create.html`,
);
export const DEFAULT_CONFIGURATION = page(
    "Default configuration of Amazon MSK",
    `${MSK_GUIDE}msk-default-configuration.html`,
);
export const CUSTOM_DOMAINS = page("Custom domain names of Amazon MSK", `${MSK_GUIDE}custom-domain-names.html`);
export const BEST_PRACTICES = page("Amazon MSK best practices", `${MSK_GUIDE}bestpractices.html`);
export const KAFKA_VERSIONS = page("Apache Kafka versions of Amazon MSK", `${MSK_GUIDE}supported-kafka-versions.html`);
export const MONITORING = page("Metrics of Amazon MSK", `${MSK_GUIDE}metrics-details.html`);
export const BROKER_LOGS = page("Amazon MSK logging", `${MSK_GUIDE}msk-logging.html`);
export const ENCRYPTION = page("Amazon MSK encryption", `${MSK_GUIDE}msk-encryption.html`);
export const ACCESS_LISTS = page("Access lists with Amazon MSK", `${MSK_GUIDE}msk-acls.html`);
export const CLUSTERS_API = page("Clusters of the Amazon MSK API", `${MSK_API}clusters.html`);
export const CONFIGURATIONS_API = page("Configurations of the Amazon MSK API", `${MSK_API}configurations.html`);
export const TOPICS_API = page("Topics of the Amazon MSK API", `${MSK_GUIDE}msk-topic-operations-information.html`);
export const TOPIC_RESOURCE = page("aws.msk.Topic", "https://www.pulumi.com/registry/packages/aws/api-docs/msk/topic/");
