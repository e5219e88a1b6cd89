import { iotGuide, page } from "../core/source";

const MSK_GUIDE = "https://docs.aws.amazon.com/msk/latest/developerguide/";

export const API_KAFKA_ACTION = page(
    "KafkaAction",
    "https://docs.aws.amazon.com/iot/latest/apireference/API_KafkaAction.html",
);
export const API_KAFKA_HEADER = page(
    "KafkaActionHeader",
    "https://docs.aws.amazon.com/iot/latest/apireference/API_KafkaActionHeader.html",
);
export const IOT_CORE_QUOTAS = page(
    "AWS IoT Core endpoints and quotas",
    "https://docs.aws.amazon.com/general/latest/gr/iot-core.html",
);
export const RULE_ACTIONS = iotGuide("iot-rule-actions");
export const VPC_DESTINATIONS = iotGuide("vpc-rule-action");
export const TOPIC_FUNCTION = iotGuide("iot-sql-functions", "iot-function-topic");
export const TOPIC_NAMES = page(
    "Apache Kafka topic names",
    "https://kafka.apache.org/documentation/#basic_ops_add_topic",
);
export const PRODUCER_PARTITIONS = page(
    "Apache Kafka introduction",
    "https://kafka.apache.org/documentation/#intro_concepts_and_terms",
);
export const MSK_PORTS = page("Amazon MSK port information", `${MSK_GUIDE}port-info.html`);
export const MSK_BEST_PRACTICES = page("Amazon MSK best practices", `${MSK_GUIDE}bestpractices.html`);
export const MSK_BOOTSTRAP = page("Getting the bootstrap brokers", `${MSK_GUIDE}msk-get-bootstrap-brokers.html`);
export const MSK_ENCRYPTION = page("Amazon MSK encryption", `${MSK_GUIDE}msk-encryption.html`);
export const MSK_PASSWORDS = page("SASL/SCRAM with Amazon MSK", `${MSK_GUIDE}msk-password-tutorial.html`);
export const MSK_PASSWORD_LIMITS = page(
    "Limits of SASL/SCRAM with Amazon MSK",
    `${MSK_GUIDE}msk-password-limitations.html`,
);
export const MSK_SECURITY = page("Updating the security of a cluster", `${MSK_GUIDE}msk-update-security.html`);
export const MSK_DEFAULT_CONFIGURATION = page(
    "Default configuration of Amazon MSK",
    `${MSK_GUIDE}msk-default-configuration.html`,
);
export const MSK_CONFIGURATION_PROPERTIES = page(
    "Configuration properties of Amazon MSK",
    `${MSK_GUIDE}msk-configuration-properties.html`,
);
export const MSK_CUSTOM_DOMAINS = page("Custom domain names of Amazon MSK", `${MSK_GUIDE}custom-domain-names.html`);
export const MSK_TROUBLESHOOTING = page("Troubleshooting Amazon MSK", `${MSK_GUIDE}troubleshooting.html`);
