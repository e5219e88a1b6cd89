import type { Constraint } from "../core/constraint";
import { brokerIngress } from "./broker-ingress";
import { brokerPortsPublic } from "./broker-ports-public";
import { destinationClusterVpc } from "./destination-cluster-vpc";
import { destinationEgress } from "./destination-egress";
import { destinationIngress } from "./destination-ingress";
import { destinationIngressOutside } from "./destination-ingress-outside";
import { kdcEgress } from "./kdc-egress";
import { natGatewaySubnet } from "./nat-gateway-subnet";
import { networkAclPorts } from "./network-acl-ports";
import { privateZoneAttached } from "./private-zone-attached";
import { publicBrokersRoute } from "./public-brokers-route";
import { securityRuleWidth } from "./security-rule-width";

/** What a destination and brokers need of the network between them. */
export const NETWORK_CONSTRAINTS: readonly Constraint[] = [
    destinationClusterVpc,
    privateZoneAttached,
    publicBrokersRoute,
    natGatewaySubnet,
    destinationEgress,
    brokerIngress,
    kdcEgress,
    networkAclPorts,
    destinationIngress,
    destinationIngressOutside,
    brokerPortsPublic,
    securityRuleWidth,
];
