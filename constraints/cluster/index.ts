import type { Constraint } from "../core/constraint";
import { bootstrapServersRegion } from "./bootstrap-servers-region";
import { clusterAccessAtCreation } from "./cluster-access-at-creation";
import { clusterAccessLists } from "./cluster-access-lists";
import { clusterAuthentication } from "./cluster-authentication";
import { clusterAuthenticationGiven } from "./cluster-authentication-given";
import { clusterBrokerCount } from "./cluster-broker-count";
import { clusterBrokerQuota } from "./cluster-broker-quota";
import { clusterCertificateAuthority } from "./cluster-certificate-authority";
import { clusterCertificateAuthorityShared } from "./cluster-certificate-authority-shared";
import { clusterClientBroker } from "./cluster-client-broker";
import { clusterDevelopmentBroker } from "./cluster-development-broker";
import { clusterEncryption } from "./cluster-encryption";
import { clusterExpressConfiguration } from "./cluster-express-configuration";
import { clusterExpressPartitions } from "./cluster-express-partitions";
import { clusterExpressStorage } from "./cluster-express-storage";
import { clusterExpressVersion } from "./cluster-express-version";
import { clusterExpressZones } from "./cluster-express-zones";
import { clusterInstanceType } from "./cluster-instance-type";
import { clusterInstanceVersion } from "./cluster-instance-version";
import { clusterMultiVpc } from "./cluster-multi-vpc";
import { clusterMutualTlsRegion } from "./cluster-mutual-tls-region";
import { clusterProvisionedThroughput } from "./cluster-provisioned-throughput";
import { clusterPublicAccess } from "./cluster-public-access";
import { clusterPublicAccessUnused } from "./cluster-public-access-unused";
import { clusterPublicSubnets } from "./cluster-public-subnets";
import { clusterRebalancing } from "./cluster-rebalancing";
import { clusterRefusedZone } from "./cluster-refused-zone";
import { clusterSameVpc } from "./cluster-same-vpc";
import { clusterStorageMode } from "./cluster-storage-mode";
import { clusterSubnetZones } from "./cluster-subnet-zones";
import { clusterSubnets } from "./cluster-subnets";
import { clusterVolumeSize } from "./cluster-volume-size";
import { clusterZoneDistribution } from "./cluster-zone-distribution";
import { serverlessTarget } from "./serverless-target";

/** Constraints on clusters of Amazon MSK: how clients log in, what they are made of, how they are reached. */
export const CLUSTER_CONSTRAINTS: readonly Constraint[] = [
    bootstrapServersRegion,
    serverlessTarget,
    clusterAuthentication,
    clusterAuthenticationGiven,
    clusterClientBroker,
    clusterEncryption,
    clusterCertificateAuthority,
    clusterCertificateAuthorityShared,
    clusterMutualTlsRegion,
    clusterAccessAtCreation,
    clusterPublicAccess,
    clusterPublicAccessUnused,
    clusterPublicSubnets,
    clusterMultiVpc,
    clusterAccessLists,
    clusterSubnets,
    clusterSubnetZones,
    clusterRefusedZone,
    clusterZoneDistribution,
    clusterSameVpc,
    clusterBrokerCount,
    clusterBrokerQuota,
    clusterInstanceType,
    clusterInstanceVersion,
    clusterDevelopmentBroker,
    clusterVolumeSize,
    clusterStorageMode,
    clusterProvisionedThroughput,
    clusterExpressZones,
    clusterExpressStorage,
    clusterExpressVersion,
    clusterExpressPartitions,
    clusterExpressConfiguration,
    clusterRebalancing,
];
