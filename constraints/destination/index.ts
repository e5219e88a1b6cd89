import type { Constraint } from "../core/constraint";
import { destinationDeletionOrder } from "./destination-deletion-order";
import { destinationKind } from "./destination-kind";
import { destinationQuota } from "./destination-quota";
import { destinationRequired } from "./destination-required";
import { destinationRoleArn } from "./destination-role-arn";
import { destinationSamePlace } from "./destination-same-place";
import { destinationSecurityGroupCount } from "./destination-security-group-count";
import { destinationSecurityGroupId } from "./destination-security-group-id";
import { destinationSecurityGroupsGiven } from "./destination-security-groups-given";
import { destinationSubnetId } from "./destination-subnet-id";
import { destinationSubnets } from "./destination-subnets";
import { destinationSubnetsUnique } from "./destination-subnets-unique";
import { destinationVpcId } from "./destination-vpc-id";
import { destinationZones } from "./destination-zones";

/** What AWS documents about the VPC destination. */
export const DESTINATION_CONSTRAINTS: readonly Constraint[] = [
    destinationKind,
    destinationRequired,
    destinationVpcId,
    destinationSubnets,
    destinationSubnetId,
    destinationSubnetsUnique,
    destinationZones,
    destinationSecurityGroupId,
    destinationSecurityGroupsGiven,
    destinationSecurityGroupCount,
    destinationRoleArn,
    destinationSamePlace,
    destinationQuota,
    destinationDeletionOrder,
];
