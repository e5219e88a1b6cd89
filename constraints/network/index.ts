import type { Constraint } from "../core/constraint";
import { brokerIngress } from "./broker-ingress";
import { brokerPortsPublic } from "./broker-ports-public";
import { destinationEgress } from "./destination-egress";
import { destinationIngress } from "./destination-ingress";
import { kdcEgress } from "./kdc-egress";
import { natGatewaySubnet } from "./nat-gateway-subnet";
import { publicBrokersRoute } from "./public-brokers-route";
import { securityRuleWidth } from "./security-rule-width";

/** What a destination and brokers need of the network between them. */
export const NETWORK_CONSTRAINTS: readonly Constraint[] = [
    publicBrokersRoute,
    natGatewaySubnet,
    destinationEgress,
    brokerIngress,
    kdcEgress,
    destinationIngress,
    brokerPortsPublic,
    securityRuleWidth,
];
