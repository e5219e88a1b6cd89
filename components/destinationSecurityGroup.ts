import { getVpcOutput, SecurityGroup } from "@pulumi/aws/ec2";
import { SecurityGroupEgressRule, SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import { type ComponentResource, type Input, type Output, output, type Resource } from "@pulumi/pulumi";
import { HIGHEST_PORT, LOWEST_PORT } from "../constraints/components/texts";
import { parseBrokers } from "../constraints/facts/brokers";
import type { Optional } from "./oneOf";
import type { MadeSecurityGroup } from "./vpcDestinationArgs";

export interface DestinationSecurityGroupArgs extends MadeSecurityGroup {
    readonly vpcId: Input<string>;
    readonly region?: Optional<string>;
    readonly tags?: Optional<Record<string, Input<string>>>;
}

export interface DestinationSecurityGroup {
    readonly securityGroupId: Output<string>;
    /** Everything that lets traffic pass. */
    readonly rules: readonly Resource[];
}

/** Ports that are opened together. */
interface Ports {
    readonly ipProtocol: "tcp" | "udp";
    readonly fromPort: Input<number>;
    readonly toPort: Input<number>;
}

/** What one kind of server needs: the brokers, or the key distribution center. */
interface Server {
    /** In names of rules: `kafka`, `kdc-tcp`. */
    readonly label: string;
    /** In descriptions. */
    readonly title: string;
    readonly ports: Ports;
    readonly securityGroupId: Input<string> | undefined;
    readonly cidrBlocks: readonly Input<string>[] | undefined;
}

/**
 * The security group of a destination's interfaces. It lets them reach the servers on their ports, and nothing else;
 * inwards it lets in itself only, which is the narrowest form of what the Kafka action's page asks for. A server's own
 * group, where it is given, is opened to it.
 */
export function createDestinationSecurityGroup(
    component: ComponentResource,
    name: string,
    args: DestinationSecurityGroupArgs,
): DestinationSecurityGroup {
    const { vpcId, region, tags } = args;
    const options = { parent: component };
    const group = new SecurityGroup(
        `${name}-sg`,
        { description: `Lets AWS IoT reach Kafka through the destination ${name}`, vpcId, region, tags },
        options,
    );
    const common = { region, tags };
    const rules = serversOf(args).flatMap((server) => {
        const outwards = targetsOf(component, args, server).map(
            ({ suffix, target }) =>
                new SecurityGroupEgressRule(
                    `${name}-to-${server.label}${suffix}`,
                    { securityGroupId: group.id, description: server.title, ...server.ports, ...target, ...common },
                    options,
                ),
        );
        const within = new SecurityGroupIngressRule(
            `${name}-within-${server.label}`,
            {
                securityGroupId: group.id,
                referencedSecurityGroupId: group.id,
                description: `${server.title}, within the group`,
                ...server.ports,
                ...common,
            },
            options,
        );
        const intoServer =
            server.securityGroupId === undefined
                ? []
                : [
                      new SecurityGroupIngressRule(
                          `${name}-into-${server.label}`,
                          {
                              securityGroupId: server.securityGroupId,
                              referencedSecurityGroupId: group.id,
                              description: `${server.title}, from AWS IoT`,
                              ...server.ports,
                              ...common,
                          },
                          options,
                      ),
                  ];
        return [...outwards, within, ...intoServer];
    });
    return { securityGroupId: group.id, rules };
}

const KDC_PORT = 88;

function serversOf(args: MadeSecurityGroup): Server[] {
    const brokers: Server = {
        label: "kafka",
        title: "Kafka brokers",
        ports: { ipProtocol: "tcp", ...brokerPorts(args) },
        securityGroupId: args.brokerSecurityGroupId,
        cidrBlocks: args.brokerCidrBlocks,
    };
    const hasKdc = args.kerberos ?? (args.kdcSecurityGroupId !== undefined || args.kdcCidrBlocks !== undefined);
    if (!hasKdc) return [brokers];
    const kdc = (ipProtocol: "tcp" | "udp"): Server => ({
        label: `kdc-${ipProtocol}`,
        title: `Kerberos key distribution center, ${ipProtocol.toUpperCase()}`,
        ports: { ipProtocol, fromPort: KDC_PORT, toPort: KDC_PORT },
        securityGroupId: args.kdcSecurityGroupId,
        cidrBlocks: args.kdcCidrBlocks,
    });
    return [brokers, kdc("tcp"), kdc("udp")];
}

function brokerPorts({ brokerPort, bootstrapServers }: MadeSecurityGroup): Pick<Ports, "fromPort" | "toPort"> {
    if (brokerPort !== undefined) return { fromPort: brokerPort, toPort: brokerPort };
    if (bootstrapServers === undefined) return { fromPort: LOWEST_PORT, toPort: HIGHEST_PORT };
    const ports = output(bootstrapServers).apply(portsIn);
    return {
        fromPort: ports.apply((all) => Math.min(...all)),
        toPort: ports.apply((all) => Math.max(...all)),
    };
}

function portsIn(bootstrapServers: string): number[] {
    return parseBrokers(bootstrapServers).flatMap(({ port }) => (port === undefined ? [] : [port]));
}

type Target = { readonly referencedSecurityGroupId: Input<string> } | { readonly cidrIpv4: Input<string> };

/** Where a server is: in its group, in the blocks that are given, else somewhere in the VPC. */
function targetsOf(
    component: ComponentResource,
    { vpcId, region }: DestinationSecurityGroupArgs,
    { securityGroupId, cidrBlocks }: Server,
): { suffix: string; target: Target }[] {
    const group =
        securityGroupId === undefined ? [] : [{ suffix: "", target: { referencedSecurityGroupId: securityGroupId } }];
    const blocks = (cidrBlocks ?? []).map((cidrIpv4, index) => ({ suffix: `-${index}`, target: { cidrIpv4 } }));
    if (group.length + blocks.length > 0) return [...group, ...blocks];
    const vpc = getVpcOutput({ id: vpcId, region }, { parent: component });
    return [{ suffix: "", target: { cidrIpv4: vpc.cidrBlock } }];
}
