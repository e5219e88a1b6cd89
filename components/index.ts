export type {
    KafkaAuthentication,
    KerberosAuthentication,
    MskAuthentication,
    MutualTlsAuthentication,
    PlainAuthentication,
    ScramAuthentication,
    SecretFile,
    SecretText,
    TrustStore,
    TrustStoreFile,
} from "./authentication";
export type {
    ErrorAction,
    ErrorBucket,
    ErrorFunction,
    ErrorLogsTarget,
    ErrorQueue,
    ErrorStream,
    ErrorTopic,
} from "./errorActionArgs";
export { IotKafkaPipeline } from "./iotKafkaPipeline";
export type {
    ExistingDestination,
    ExistingMsk,
    ExistingNetwork,
    IotKafkaPipelineArgs,
    KafkaTarget,
    NewClusterSettings,
    NewMsk,
    OtherKafka,
    OtherLogins,
} from "./iotKafkaPipelineArgs";
export {
    type JavaKeyStoreArgs,
    type JavaStoreFormat,
    type JavaTrustStoreArgs,
    javaKeyStore,
    javaTrustStore,
} from "./javaStores";
export type {
    Acks,
    Compression,
    FurtherKafkaAction,
    KafkaConnection,
    KafkaHeader,
    KafkaMessage,
} from "./kafkaActionArgs";
export { KafkaCredentials } from "./kafkaCredentials";
export type {
    CredentialsMode,
    KafkaCredentialsArgs,
    MadeUser,
    MskCredentials,
    ScramCredentials,
    SecretAccess,
    SecretStore,
} from "./kafkaCredentialsArgs";
export { KafkaTopicRule } from "./kafkaTopicRule";
export type { KafkaTopicRuleArgs, OtherActions, RuleSettings } from "./kafkaTopicRuleArgs";
export { MskCluster } from "./mskCluster";
export type {
    BrokerLogs,
    ExpressBrokerType,
    ExpressClusterArgs,
    ExpressTopic,
    MonitoringLevel,
    MskClusterArgs,
    MskClusterAuthentication,
    MskClusterOutputs,
    MskTopic,
    StandardBrokerType,
    StandardClusterArgs,
    TopicConfigs,
} from "./mskClusterArgs";
export type { ExpressServerProperties, StandardServerProperties } from "./mskServerProperties";
export type { OneOf, Optional } from "./oneOf";
export { VpcDestination } from "./vpcDestination";
export type { InterfacePermissions, MadeSecurityGroup, VpcDestinationArgs } from "./vpcDestinationArgs";
