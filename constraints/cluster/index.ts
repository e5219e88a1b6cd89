import type { Constraint } from "../core/constraint";
import { clusterAuthentication } from "./cluster-authentication";
import { clusterAuthenticationGiven } from "./cluster-authentication-given";
import { clusterCertificateAuthority } from "./cluster-certificate-authority";
import { clusterCertificateAuthorityShared } from "./cluster-certificate-authority-shared";
import { clusterClientBroker } from "./cluster-client-broker";
import { clusterEncryption } from "./cluster-encryption";
import { clusterMutualTlsRegion } from "./cluster-mutual-tls-region";

/** Constraints on clusters of Amazon MSK: how clients log in, what they are made of, how they are reached. */
export const CLUSTER_CONSTRAINTS: readonly Constraint[] = [
    clusterAuthentication,
    clusterAuthenticationGiven,
    clusterClientBroker,
    clusterEncryption,
    clusterCertificateAuthority,
    clusterCertificateAuthorityShared,
    clusterMutualTlsRegion,
];
