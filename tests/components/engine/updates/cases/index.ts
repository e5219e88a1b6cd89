import { iotKafkaPipelineCases } from "./iotKafkaPipeline";
import { kafkaCredentialsCases } from "./kafkaCredentials";
import { kafkaTopicRuleCases } from "./kafkaTopicRule";
import { MSK_CLUSTER_CASES } from "./mskCluster";
import { pipelineAlarmsCases } from "./pipelineAlarms";
import type { Shared, UpdateCases } from "./updateCase";
import { vpcDestinationCases } from "./vpcDestination";

/** The cases of every component, by the class that they are for. */
export function casesOf(shared: Shared) {
    return {
        KafkaTopicRule: kafkaTopicRuleCases(shared),
        VpcDestination: vpcDestinationCases(),
        MskCluster: MSK_CLUSTER_CASES,
        KafkaCredentials: kafkaCredentialsCases(),
        IotKafkaPipeline: iotKafkaPipelineCases(shared),
        PipelineAlarms: pipelineAlarmsCases(),
    };
}

/** A component is called after its class and its case: `MskCluster_vpc`. */
export const NOTHING_SHARED: Shared = { destinationArn: "", otherDestinationArn: "", destinationAbroadArn: "" };

/** The cases, for who wants to know their rows and what they change. */
export const ALL_CASES: Readonly<Record<string, UpdateCases<object>>> = casesOf(NOTHING_SHARED);
