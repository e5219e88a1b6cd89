/** Type tokens of the components. */
export const KAFKA_TOPIC_RULE = "iotkafka:index:KafkaTopicRule";
export const VPC_DESTINATION = "iotkafka:index:VpcDestination";
export const MSK_CLUSTER = "iotkafka:index:MskCluster";
export const KAFKA_CREDENTIALS = "iotkafka:index:KafkaCredentials";
export const IOT_KAFKA_PIPELINE = "iotkafka:index:IotKafkaPipeline";
export const PIPELINE_ALARMS = "iotkafka:index:PipelineAlarms";
