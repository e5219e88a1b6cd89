import type { Constraint } from "../core/constraint";
import { brokerIngress } from "./broker-ingress";
import { destinationEgress } from "./destination-egress";

/** What a destination and brokers need of the network between them. */
export const NETWORK_CONSTRAINTS: readonly Constraint[] = [destinationEgress, brokerIngress];
