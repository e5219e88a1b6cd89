import type { Input } from "@pulumi/pulumi";
import type { Optional } from "./oneOf";

/**
 * What the role may do. `"tagged"`: interfaces that it tags itself, the narrow form of the VPC destination's page.
 * `"documented"`: the eight actions on everything, as the Kafka action's page prints them.
 */
export type InterfacePermissions = "tagged" | "documented";

/**
 * What the security group that a `VpcDestination` makes lets through. Nothing of it may be given together with
 * `securityGroupIds`, whose rules are somebody else's.
 */
export interface MadeSecurityGroup {
    /** The brokers' TCP port, from 9000 to 9100. @default the ports in `bootstrapServers`, else 9000 to 9100 */
    brokerPort?: Input<number>;
    /** `host:port,host:port`: opens the ports from the lowest to the highest in the list. Excludes `brokerPort`. @default none */
    bootstrapServers?: Input<string>;
    /** The brokers' security group: opened to the interfaces, which may then send nowhere else. @default none */
    brokerSecurityGroupId?: Input<string>;
    /**
     * Where brokers without a security group are, for example `["0.0.0.0/0"]` for a public cluster. Written as a plain
     * list, since each entry makes a rule.
     * @default the VPC's first block, unless `brokerSecurityGroupId` is given
     */
    brokerCidrBlocks?: Input<string>[];
    /** Opens port 88, TCP and UDP, for Kerberos. Written plainly. @default true when one of the next two is given */
    kerberos?: boolean;
    /** The key distribution center's security group: opened to the interfaces. @default none */
    kdcSecurityGroupId?: Input<string>;
    /**
     * Where a key distribution center without a security group is. Written as a plain list, since each entry makes a
     * rule.
     * @default the VPC's first block, unless `kdcSecurityGroupId` is given
     */
    kdcCidrBlocks?: Input<string>[];
}

/** A name for the key distribution center in the private DNS of the VPC. */
export interface KdcRecord {
    /** Its host name, as in `kdc` of `authentication`. */
    host: Input<string>;
    /** Its IPv4 addresses. */
    addresses: Input<Input<string>[]>;
    /** A private hosted zone that exists and is attached to the VPC. @default one is made that holds this name only */
    zoneId?: Input<string>;
}

/**
 * Arguments of a `VpcDestination`.
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/vpc-rule-action.html
 */
export interface VpcDestinationArgs extends MadeSecurityGroup {
    /** The VPC. It must resolve DNS. */
    vpcId: Input<string>;
    /** Subnets of that VPC, one for each zone that has brokers; AWS IoT makes one interface in each. */
    subnetIds: Input<Input<string>[]>;
    /**
     * Security groups that exist, used as they are: they must let the interfaces reach the brokers, and the KDC where
     * there is one. At most 5 by default.
     * @default one is made
     */
    securityGroupIds?: Input<Input<string>[]>;
    /**
     * Makes the key distribution center known by name in the VPC, for Kerberos. Written plainly.
     * @default none: the VPC resolves its name already
     */
    kdcRecord?: KdcRecord;
    /**
     * A role that exists, used as it is. It must trust AWS IoT and allow what `interfacePermissions` stands for, and its
     * policies must outlive the destination: name them in the component's `dependsOn`.
     * @default one is made
     */
    roleArn?: Input<string>;
    /** How narrow the policy of the role that is made is. Written plainly; excludes `roleArn`. @default "tagged" */
    interfacePermissions?: InterfacePermissions;
    /** False keeps the destination without using it. A change of nearly everything else replaces it. @default true */
    enabled?: Optional<boolean>;
    /** The Region of everything that is made. @default the provider's */
    region?: Optional<string>;
    /** Tags of everything that is made and can have tags; a destination itself cannot. @default none */
    tags?: Optional<Record<string, Input<string>>>;
}
