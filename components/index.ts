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
    NewDestination,
    NewMsk,
    NewMskWithTls,
    NewTlsClusterSettings,
    OtherKafka,
    OtherLogins,
    PipelineAlarmSettings,
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
    ExistingKeyStore,
    ExistingSecretId,
    KafkaCredentialsArgs,
    KerberosCredentials,
    KnownUser,
    MadeUser,
    MskCredentials,
    MutualTlsCredentials,
    OtherCredentials,
    PlainCredentials,
    ScramCredentials,
    SecretAccess,
    SecretContent,
    SecretStore,
} from "./kafkaCredentialsArgs";
export type {
    ExistingText,
    ExistingTrustStore,
    KeyStoreFile,
    KeyStoreOfPem,
    MadeKeyStore,
    StoredText,
    TrustStoreFileContent,
    TrustStoreOfPem,
    TrustStoreSource,
} from "./kafkaStoreArgs";
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
export { PipelineAlarms } from "./pipelineAlarms";
export type {
    AlarmSettings,
    AlarmTopic,
    CountedAlarm,
    PipelineAlarmsArgs,
    WatchedCertificate,
    WatchedCluster,
} from "./pipelineAlarmsArgs";
export { VpcDestination } from "./vpcDestination";
export type { InterfacePermissions, KdcRecord, MadeSecurityGroup, VpcDestinationArgs } from "./vpcDestinationArgs";
