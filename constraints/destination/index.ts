import type { Constraint } from "../core/constraint";
import { destinationDeletionOrder } from "./destination-deletion-order";
import { destinationDnsHostnames } from "./destination-dns-hostnames";
import { destinationDnsSupport } from "./destination-dns-support";
import { destinationKind } from "./destination-kind";
import { destinationQuota } from "./destination-quota";
import { destinationRefusedZone } from "./destination-refused-zone";
import { destinationRequired } from "./destination-required";
import { destinationRoleArn } from "./destination-role-arn";
import { destinationSamePlace } from "./destination-same-place";
import { destinationSameVpc } from "./destination-same-vpc";
import { destinationSecurityGroupCount } from "./destination-security-group-count";
import { destinationSecurityGroupId } from "./destination-security-group-id";
import { destinationSecurityGroupsGiven } from "./destination-security-groups-given";
import { destinationSubnetId } from "./destination-subnet-id";
import { destinationSubnetSize } from "./destination-subnet-size";
import { destinationSubnets } from "./destination-subnets";
import { destinationSubnetsUnique } from "./destination-subnets-unique";
import { destinationVpcId } from "./destination-vpc-id";
import { destinationZones } from "./destination-zones";

/** What AWS documents about the VPC destination and what it stands in. */
export const DESTINATION_CONSTRAINTS: readonly Constraint[] = [
    destinationKind,
    destinationRequired,
    destinationVpcId,
    destinationSubnets,
    destinationSubnetId,
    destinationSubnetsUnique,
    destinationZones,
    destinationRefusedZone,
    destinationSubnetSize,
    destinationSecurityGroupId,
    destinationSecurityGroupsGiven,
    destinationSecurityGroupCount,
    destinationRoleArn,
    destinationSamePlace,
    destinationSameVpc,
    destinationDnsSupport,
    destinationDnsHostnames,
    destinationQuota,
    destinationDeletionOrder,
];
