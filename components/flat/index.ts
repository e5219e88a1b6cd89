/**
 * The components with flat arguments, from which Pulumi infers a schema: what `plugin/` gives to other languages.
 * TypeScript programs use the components themselves, whose types refuse what excludes each other.
 */
export { IotKafkaPipeline } from "./iotKafkaPipeline";
export { KafkaCredentials } from "./kafkaCredentials";
export { KafkaTopicRule } from "./kafkaTopicRule";
export { MskCluster } from "./mskCluster";
export { PipelineAlarms } from "./pipelineAlarms";
export { VpcDestination } from "./vpcDestination";
