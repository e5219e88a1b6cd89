export type {
    KafkaAuthentication,
    KerberosAuthentication,
    MutualTlsAuthentication,
    PlainAuthentication,
    ScramAuthentication,
    SecretFile,
    SecretText,
    TrustStore,
    TrustStoreFile,
} from "./authentication";
export { KafkaTopicRule } from "./kafkaTopicRule";
export type {
    Acks,
    Compression,
    ErrorAction,
    KafkaConnection,
    KafkaHeader,
    KafkaMessage,
    KafkaTopicRuleArgs,
    RuleSettings,
} from "./kafkaTopicRuleArgs";
export type { OneOf, Optional } from "./oneOf";
export { VpcDestination } from "./vpcDestination";
export type { InterfacePermissions, MadeSecurityGroup, VpcDestinationArgs } from "./vpcDestinationArgs";
