import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { iotGuide } from "../../constraints/core/source";
import { VpcDestination as Made } from "../vpcDestination";
import { component } from "./component";
import { nested } from "./nested";
import { VPC_DESTINATION_SHAPE } from "./shapes";
import type { VpcDestinationArgs } from "./vpcDestinationArgs";

/**
 * The way from AWS IoT into a VPC: a topic rule destination with the role that makes its network interfaces, a security
 * group that lets them reach the brokers and nothing else, and the order in which all of it can be deleted again.
 */
export class VpcDestination extends component(Made) {
    /** ARN of the destination, for `destinationArn` of a rule. */
    declare readonly destinationArn: Output<string>;
    /** ARN of the role that makes the interfaces. */
    declare readonly roleArn: Output<string>;
    /** Name of the role that was made; none when one was given. */
    declare readonly roleName: Output<string | undefined>;
    /** The interfaces' security groups. */
    declare readonly securityGroupIds: Output<string[]>;
    /** The security group that was made; none when some were given. */
    declare readonly securityGroupId: Output<string | undefined>;

    constructor(name: string, args: VpcDestinationArgs, opts?: ComponentResourceOptions) {
        super(name, nested(name, args, VPC_DESTINATION_SHAPE, iotGuide("vpc-rule-action")), opts);
    }
}
