import { DefaultSecurityGroup, RouteTable, RouteTableAssociation, Subnet, Vpc } from "@pulumi/aws/ec2";
import { getAvailabilityZonesOutput } from "@pulumi/aws/getAvailabilityZones";
import { type ComponentResource, type Input, type Output, output, type Resource, ResourceError } from "@pulumi/pulumi";
import { checkCidrBlock } from "../constraints/components/texts";
import { withPreset } from "./inputs";
import type { Optional } from "./oneOf";
import { createWayOut } from "./wayOut";

/** Zone that neither Amazon MSK nor VPC destinations take (MSK-SUB-03, DEST-SUB-05). */
const REFUSED_ZONE_ID = "use1-az3";
const DEFAULT_BLOCK = "10.0.0.0/16";
const ZONES = [0, 1, 2] as const;

/** What a network is made with. */
export interface NetworkArgs {
    /** Region of everything that is made. @default the provider's */
    readonly region?: Optional<string>;
    /** Tags of everything that is made and can have tags. @default none */
    readonly tags?: Optional<Record<string, Input<string>>>;
    /**
     * The VPC's addresses, an IPv4 block from /16 to /25. Changing it replaces the network and all that stands in it.
     * @default "10.0.0.0/16"
     */
    readonly cidrBlock?: Optional<string>;
    /** A way out to the internet, through a NAT gateway in a public subnet. Written plainly. @default false */
    readonly internet?: boolean;
}

/** A network that was made. */
export interface Network {
    readonly vpcId: Output<string>;
    /** Three, one in each zone. The list is plain, so that their number is known before they are. */
    readonly subnetIds: readonly Output<string>[];
    /** Everything that belongs to it, for `dependsOn`. */
    readonly resources: readonly Resource[];
}

/**
 * A VPC for an Amazon MSK cluster and the interfaces through which AWS IoT reaches it: three private subnets in three
 * zones that both services take, each with a quarter of the addresses (the last quarter is left for subnets of one's
 * own), and names resolved by DNS, without which AWS IoT does not find the brokers.
 *
 * There is no way out of it, no internet gateway and no NAT gateway: brokers and interfaces meet inside, and AWS IoT reads
 * secrets from outside. `internet` adds one for brokers elsewhere, in the last quarter. The VPC's default security group is
 * emptied, so that nothing that forgets to name a group reaches anything.
 *
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-create-cluster.html
 *
 * A Region with fewer than three zones, and addresses that are none, are told of in a `ResourceError` when they are known.
 */
export function createNetwork(
    component: ComponentResource,
    name: string,
    { region, tags, cidrBlock, internet = false }: NetworkArgs = {},
): Network {
    const options = { parent: component };
    const common = { region, tags };
    const block = output(withPreset(cidrBlock as Input<string> | undefined, DEFAULT_BLOCK)).apply((known) => {
        if (isVpcBlock(known)) return known;
        const found = `The addresses of a new network are ${JSON.stringify(known)}, not an IPv4 block from /16 to /25.`;
        throw new ResourceError(`${found}\nGive a block such as ${DEFAULT_BLOCK}.`, component, true);
    });
    const vpc = new Vpc(
        `${name}-vpc`,
        { cidrBlock: block, enableDnsSupport: true, enableDnsHostnames: true, ...common },
        options,
    );
    const defaultGroup = new DefaultSecurityGroup(`${name}-default-sg`, { vpcId: vpc.id, ...common }, options);
    const routes = new RouteTable(`${name}-routes`, { vpcId: vpc.id, ...common }, options);

    const zones = zonesOf(component, region);
    const subnets = ZONES.map(
        (index) =>
            new Subnet(
                `${name}-subnet-${index + 1}`,
                {
                    vpcId: vpc.id,
                    availabilityZone: zones.apply((all) => all[index]!),
                    cidrBlock: block.apply((known) => quarterOf(known, index)),
                    mapPublicIpOnLaunch: false,
                    ...common,
                },
                options,
            ),
    );
    const associations = subnets.map(
        (subnet, index) =>
            new RouteTableAssociation(
                `${name}-routes-${index + 1}`,
                { subnetId: subnet.id, routeTableId: routes.id, region },
                options,
            ),
    );
    const wayOut = internet
        ? createWayOut(component, name, {
              vpcId: vpc.id,
              routeTableId: routes.id,
              availabilityZone: zones.apply((all) => all[0]!),
              cidrBlock: block.apply((known) => quarterOf(known, ZONES.length)),
              ...common,
          })
        : [];
    return {
        vpcId: vpc.id,
        subnetIds: subnets.map(({ id }) => id),
        resources: [vpc, defaultGroup, routes, ...subnets, ...associations, ...wayOut],
    };
}

/** Names of three zones, always the same ones: those whose names come first. */
function zonesOf(component: ComponentResource, region: NetworkArgs["region"]): Output<string[]> {
    const answer = getAvailabilityZonesOutput(
        {
            state: "available",
            excludeZoneIds: [REFUSED_ZONE_ID],
            // Local zones, which an account must ask for, have no brokers.
            filters: [{ name: "opt-in-status", values: ["opt-in-not-required"] }],
            ...(region === undefined ? {} : { region }),
        },
        { parent: component },
    );
    return answer.apply(({ names, id }) => {
        if (names.length >= ZONES.length) return [...names].sort().slice(0, ZONES.length);
        const found = `The Region ${id} has ${names.length} zones for this account; a new network needs ${ZONES.length}.`;
        throw new ResourceError(`${found}\nGive a VPC with two subnets that exists instead.`, component, true);
    });
}

/** Smaller subnets than a quarter of a /25 leave AWS no addresses for repairs (DEST-SUB-07). */
function isVpcBlock(block: string): boolean {
    const [, length] = /\/(\d{1,2})$/.exec(block) ?? [];
    return checkCidrBlock(block) === undefined && Number(length) >= 16 && Number(length) <= 25;
}

/** One of the four equal parts of an IPv4 block; what stands behind its prefix does not count. */
function quarterOf(block: string, index: number): string {
    const [address = "", length = ""] = block.split("/");
    const prefix = Number(length) + 2;
    const given = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
    const start = given - (given % 2 ** (32 - Number(length))) + index * 2 ** (32 - prefix);
    const octets = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256);
    return `${octets.join(".")}/${prefix}`;
}
