import { TopicRuleDestination } from "@pulumi/aws/iot";
import {
    ComponentResource,
    type ComponentResourceOptions,
    getProject,
    getStack,
    type Input,
    type Output,
    output,
    type Resource,
} from "@pulumi/pulumi";
import { urnOf, VPC_DESTINATION } from "../constraints/components";
import { destinationInputs } from "../constraints/components/destination";
import type { NamedIn } from "../constraints/components/names";
import { dependenciesOf } from "./dependencies";
import { createDestinationSecurityGroup } from "./destinationSecurityGroup";
import { withExplanations } from "./failures";
import { gate } from "./gate";
import { hasType } from "./hasType";
import { inputArguments } from "./inputs";
import { createInterfaceRole } from "./interfaceRole";
import { createKdcRecord } from "./kdcRecord";
import { placeOf } from "./place";
import { withTimeouts } from "./timeouts";
import type { VpcDestinationArgs } from "./vpcDestinationArgs";

/** What a `VpcDestination` gives. */
export interface VpcDestinationOutputs {
    readonly destinationArn: Output<string>;
    readonly roleArn: Output<string>;
    readonly roleName: Output<string | undefined>;
    readonly securityGroupIds: Output<string[]>;
    readonly securityGroupId: Output<string | undefined>;
}

/**
 * The way from AWS IoT into a VPC: a topic rule destination with the role that makes its network interfaces, a security
 * group that lets them reach the brokers and nothing else, and the order in which all of it can be deleted again.
 *
 * Its arguments are checked against what AWS documents before a resource exists: everything wrong with them is in one
 * `ResourceError`. An Output among them is checked when it resolves.
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/vpc-rule-action.html
 */
export class VpcDestination extends ComponentResource {
    /** @internal */
    static readonly __pulumiType = VPC_DESTINATION;

    /** True for a `VpcDestination`, even of another copy of this package. */
    static override isInstance(candidate: unknown): candidate is VpcDestination {
        return hasType(candidate, VPC_DESTINATION);
    }

    /** ARN of the destination, for `destinationArn` of a rule. */
    readonly destinationArn: Output<string>;
    /** ARN of the role that makes the interfaces. */
    readonly roleArn: Output<string>;
    /** Name of the role that was made; undefined when one was given. */
    readonly roleName: Output<string | undefined>;
    /** The interfaces' security groups. */
    readonly securityGroupIds: Output<string[]>;
    /** The security group that was made; undefined when some were given. */
    readonly securityGroupId: Output<string | undefined>;

    /** @throws ResourceError naming every argument that breaks what AWS documents */
    constructor(name: string, args: VpcDestinationArgs, opts?: ComponentResourceOptions) {
        super(VPC_DESTINATION, name, args ?? {}, withTimeouts(withExplanations(VPC_DESTINATION, name, opts)));
        const outputs = createVpcDestination(this, name, args, dependenciesOf(opts));
        this.destinationArn = outputs.destinationArn;
        this.roleArn = outputs.roleArn;
        this.roleName = outputs.roleName;
        this.securityGroupIds = outputs.securityGroupIds;
        this.securityGroupId = outputs.securityGroupId;
        this.registerOutputs({ ...outputs });
    }
}

/**
 * Makes what a `VpcDestination` is made of, as children of `component`. The destination itself also comes after
 * `dependencies`, and is deleted before them: the policies of a role that was given must be among them.
 */
export function createVpcDestination(
    component: ComponentResource,
    name: string,
    given: VpcDestinationArgs,
    dependencies: readonly Input<Resource>[] = [],
): VpcDestinationOutputs {
    const named = { project: getProject(), stack: getStack(), name };
    const urn = urnOf(VPC_DESTINATION, named);
    const args = gate({ component, type: VPC_DESTINATION, urn, name }, given);
    return makeVpcDestination(component, named, args, dependencies);
}

/** The same with arguments that somebody has checked. */
export function makeVpcDestination(
    component: ComponentResource,
    named: NamedIn,
    args: VpcDestinationArgs,
    dependencies: readonly Input<Resource>[],
): VpcDestinationOutputs {
    const { name } = named;
    const role =
        args.roleArn === undefined
            ? createInterfaceRole(component, named, placeOf(component, args.region), args)
            : undefined;
    const group =
        args.securityGroupIds === undefined ? createDestinationSecurityGroup(component, name, args) : undefined;
    const kdc = args.kdcRecord === undefined ? [] : createKdcRecord(component, name, { ...args, ...args.kdcRecord });
    const roleArn = output(role?.roleArn ?? args.roleArn!);
    const securityGroupIds = output(group ? [group.securityGroupId] : args.securityGroupIds!);

    const destination = new TopicRuleDestination(
        name,
        destinationInputs(inputArguments(args), {
            roleArn,
            securityGroups: group ? [group.securityGroupId] : securityGroupIds,
        }),
        {
            parent: component,
            // AWS IoT removes the interfaces with the role's rights, through the group's rules; a destination that
            // outlives them hangs for ever.
            dependsOn: [...(role ? [role.rolePolicy] : []), ...(group?.rules ?? []), ...kdc, ...dependencies],
        },
    );
    return {
        destinationArn: destination.arn,
        roleArn,
        roleName: output(role?.roleName),
        securityGroupIds,
        securityGroupId: output(group?.securityGroupId),
    };
}
