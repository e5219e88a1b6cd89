import type { Input } from "@pulumi/pulumi";
import type { InterfacePermissions } from "./words";

/** A name for the key distribution center in the private DNS of a VPC. */
export interface KdcRecord {
    /** Host name of the key distribution center, as in `kdc` of the authentication. */
    host: Input<string>;
    /** Its IPv4 addresses. */
    addresses: Input<Input<string>[]>;
    /** A private hosted zone that exists and is attached to the VPC; by default one is made. */
    zoneId?: Input<string>;
}

/** Arguments of a `VpcDestination`. */
export interface VpcDestinationArgs {
    /** The VPC in which the brokers are reached. */
    vpcId: Input<string>;
    /** Subnets of that VPC, in each of which AWS IoT makes an interface. */
    subnetIds: Input<Input<string>[]>;
    /** The brokers' port; by default the ports in `bootstrapServers`, or else all that AWS IoT can reach. */
    brokerPort?: Input<number>;
    /** The brokers, `host:port,host:port`, in place of `brokerPort`. */
    bootstrapServers?: Input<string>;
    /** The brokers' security group, which is opened to the interfaces. */
    brokerSecurityGroupId?: Input<string>;
    /** Where brokers without a security group are; by default the VPC's first block. */
    brokerCidrBlocks?: Input<string>[];
    /** Opens the port of Kerberos; by default where one of the next two is given. */
    kerberos?: boolean;
    /** The security group of the key distribution center, which is opened to the interfaces. */
    kdcSecurityGroupId?: Input<string>;
    /** Where a key distribution center without a security group is; by default the VPC's first block. */
    kdcCidrBlocks?: Input<string>[];
    /** Security groups that exist, used as they are, in place of one that is made. */
    securityGroupIds?: Input<Input<string>[]>;
    /** Makes the key distribution center known by name in the VPC. */
    kdcRecord?: KdcRecord;
    /** A role that exists, used as it is, in place of one that is made; its policies belong in `dependsOn`. */
    roleArn?: Input<string>;
    /** How narrow the policy of the role that is made is, `tagged` by default. */
    interfacePermissions?: InterfacePermissions;
    /** False keeps the destination without using it. */
    enabled?: Input<boolean>;
    /** The Region of everything that is made; by default the provider's. */
    region?: Input<string>;
    /** Tags of everything that is made and can have tags. */
    tags?: Input<Record<string, Input<string>>>;
}
