import { CATALOGUE, UNKNOWN } from "../../constraints";
import type { Path } from "../../constraints/core/path";
import { network } from "../../constraints/examples/networks";
import type { ResourceFacts, ResourceKind } from "../../constraints/facts/stack";
import { asTold } from "./requests";

/** A value in a resource of a stack. */
export interface Place {
    /** `topicRule kafkas[].topic`: the same for every entry of a list. */
    readonly name: string;
    readonly kind: ResourceKind;
    readonly path: Path;
    readonly value: unknown;
    /** The id of the resource. */
    readonly on: string;
    readonly stack: readonly ResourceFacts[];
}

/**
 * Every place of every kind of resource that the catalogue's examples write, each in the first `examples` stacks in
 * which something stands there; those that break a constraint come first.
 */
export function placesOfEachKind(examples = 1): Place[] {
    const found = new Map<string, Place[]>();
    for (const stack of EXAMPLE_STACKS) {
        for (const place of placesIn(stack)) {
            const known = found.get(place.name);
            if (known === undefined) found.set(place.name, [place]);
            else if (known.length < examples && known.every((one) => one.stack !== stack)) known.push(place);
        }
    }
    return [...found.values()].flat();
}

/** The stack with another value at a place. */
export function withValue({ stack, on, path }: Place, value: unknown): ResourceFacts[] {
    return stack.map((one) =>
        one.id === on ? { ...one, values: replaced(one.values, path, value) as ResourceFacts["values"] } : one,
    );
}

export function placesIn(stack: readonly ResourceFacts[]): Place[] {
    return stack.flatMap(({ id, kind, values }) =>
        pathsIn(values).map(({ path, value }) => ({
            name: `${kind} ${path.map((segment) => (typeof segment === "number" ? "[]" : `.${segment}`)).join("")}`,
            kind,
            path,
            value,
            on: id,
            stack,
        })),
    );
}

function pathsIn(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
    const inner =
        typeof value === "object" && value !== null
            ? Object.entries(value).flatMap(([name, one]) =>
                  pathsIn(one, [...path, Array.isArray(value) ? Number(name) : name]),
              )
            : [];
    return path.length === 0 ? inner : [{ path, value }, ...inner];
}

function replaced(within: unknown, [first, ...rest]: Path, value: unknown): unknown {
    if (first === undefined) return value;
    const inner = replaced((within as Record<string | number, unknown>)[first], rest, value);
    if (Array.isArray(within)) return within.map((old, index) => (index === first ? inner : old));
    return { ...(within as object), [first]: inner };
}

/** Resources that concern Kafka, beside which the others stand. */
const NETWORK = network().resources.map(asTold);

/** What no example of the catalogue writes, beside a rule that concerns Kafka. */
const UNWRITTEN: Readonly<Partial<Record<ResourceKind, ResourceFacts["values"]>>> = {
    policyAttachment: { name: "attached", roles: ["reader"], policyArn: "arn:aws:iam::209876543210:policy/reader" },
    rolePolicyAttachmentsExclusive: { roleName: "reader", policyArns: ["arn:aws:iam::209876543210:policy/reader"] },
    networkAclRule: {
        networkAclId: "acl-0a1b2c3d4e5f60718",
        ruleNumber: 100,
        ruleAction: "deny",
        egress: true,
        protocol: "tcp",
        fromPort: 9096,
        toPort: 9096,
        cidrBlock: "0.0.0.0/0",
    },
    networkAclAssociation: { networkAclId: "acl-0a1b2c3d4e5f60718", subnetId: "subnet-0a1b2c3d4e5f60718" },
    mainRouteTableAssociation: { vpcId: "vpc-0a1b2c3d4e5f60718", routeTableId: "rtb-0a1b2c3d4e5f60718" },
    routePropagation: { vpnGatewayId: "vgw-0a1b2c3d4e5f60718", routeTableId: "rtb-0a1b2c3d4e5f60718" },
    elasticAddress: { domain: "vpc", instance: "i-0a1b2c3d4e5f60718" },
    elasticAddressAssociation: { allocationId: "eipalloc-0a1b2c3d4e5f60718", instanceId: "i-0a1b2c3d4e5f60718" },
    clusterPolicy: {
        clusterArn: "arn:aws:kafka:us-east-1:209876543210:cluster/plant/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e-2",
        policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kafka:*", Resource: "*" }] },
    },
    keyPolicy: {
        keyId: "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f",
        policy: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "kms:*", Resource: "*" }] },
    },
    keyAlias: { name: "alias/plant", targetKeyId: UNKNOWN },
    securityGroupRule: {
        type: "egress",
        securityGroupId: "sg-0a1b2c3d4e5f60718",
        protocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrBlocks: ["10.0.0.0/16"],
        sourceSecurityGroupId: UNKNOWN,
        self: false,
    },
};

const EXAMPLES = CATALOGUE.flatMap(({ examples }) => examples.invalid).concat(
    CATALOGUE.flatMap(({ examples }) => examples.valid),
);

export const EXAMPLE_STACKS: readonly (readonly ResourceFacts[])[] = [
    ...EXAMPLES.filter(({ options }) => options === undefined).map(({ stack }) => stack.resources.map(asTold)),
    ...Object.entries(UNWRITTEN).map(([kind, values]) => [
        ...NETWORK,
        {
            kind: kind as ResourceKind,
            id: kind,
            values: asTold({ kind: kind as ResourceKind, id: kind, values }).values,
        },
    ]),
];
