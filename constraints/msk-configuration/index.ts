import type { Constraint } from "../core/constraint";
import { accessListsFirst } from "./access-lists-first";
import { clusterCustomerKey } from "./cluster-customer-key";
import { clusterLogGroupName } from "./cluster-log-group-name";
import { clusterLogTarget } from "./cluster-log-target";
import { clusterLogs } from "./cluster-logs";
import { clusterMonitoringLevel } from "./cluster-monitoring-level";
import { clusterNameForm } from "./cluster-name";
import { clusterPartitions } from "./cluster-partitions";
import { clusterPartitionsRecommended } from "./cluster-partitions-recommended";
import { clusterThreeZones } from "./cluster-three-zones";
import { configurationAutoCreate } from "./configuration-auto-create";
import { configurationCustomListeners } from "./configuration-custom-listeners";
import { configurationInSync } from "./configuration-in-sync";
import { configurationLineForm } from "./configuration-line-form";
import { configurationMessageSize } from "./configuration-message-size";
import { configurationName } from "./configuration-name";
import { configurationPropertyKnown } from "./configuration-property-known";
import { configurationServiceProperty } from "./configuration-service-property";
import { configurationValueRange } from "./configuration-value-range";
import { configurationValueType } from "./configuration-value-type";
import { kafkaVersionForm } from "./kafka-version-form";
import { kafkaVersionSupported } from "./kafka-version-supported";
import { topicAutoNamed } from "./topic-auto-named";
import { topicBeforeRule } from "./topic-before-rule";
import { topicCluster } from "./topic-cluster";
import { topicForm } from "./topic-form";
import { topicInSync } from "./topic-in-sync";
import { topicMessageSize } from "./topic-message-size";
import { topicReplicas } from "./topic-replicas";
import { topicReplicasBrokers } from "./topic-replicas-brokers";
import { uncleanLeaderDefault } from "./unclean-leader-default";
import { uncleanLeaderElection } from "./unclean-leader-election";

/** What AWS documents about server properties, topics, versions and logs of Amazon MSK. */
export const MSK_CONFIGURATION_CONSTRAINTS: readonly Constraint[] = [
    configurationName,
    configurationPropertyKnown,
    configurationLineForm,
    configurationServiceProperty,
    configurationValueType,
    configurationValueRange,
    configurationCustomListeners,
    configurationMessageSize,
    configurationInSync,
    configurationAutoCreate,
    uncleanLeaderElection,
    uncleanLeaderDefault,
    accessListsFirst,
    topicForm,
    topicCluster,
    topicReplicasBrokers,
    topicReplicas,
    topicInSync,
    topicMessageSize,
    topicBeforeRule,
    topicAutoNamed,
    clusterNameForm,
    kafkaVersionForm,
    kafkaVersionSupported,
    clusterThreeZones,
    clusterPartitions,
    clusterPartitionsRecommended,
    clusterMonitoringLevel,
    clusterLogTarget,
    clusterLogs,
    clusterLogGroupName,
    clusterCustomerKey,
];
