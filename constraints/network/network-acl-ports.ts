import { defineConstraint } from "../core/constraint";
import { isUnknown, type Known, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { network, subnet } from "../examples/networks";
import { type Block, parseBlock } from "../facts/blocks";
import { clusterName } from "../facts/clusters";
import { blockOf, type Interfaces, interfacesOfCluster, interfacesOfDestination } from "../facts/interfaces";
import { aclOf, entriesOf, passes, type Range } from "../facts/networkAcls";
import type { Direction } from "../facts/securityRules";
import type { ResourceFacts } from "../facts/stack";
import { targetsOf } from "../facts/targets";
import { MSK_TROUBLESHOOTING } from "./pages";

/** Answers come back to a port that the client's system takes from here. */
const EPHEMERAL: Range = [32_768, 60_999];

export const networkAclPorts = defineConstraint({
    id: "network-acl-ports",
    subject: "destination",
    joins: true,
    requirements: ["SG-NACL-01"],
    level: "advisory",
    severity: "medium",
    what: "The network ACLs of the subnets of a destination and of its brokers let the brokers' port pass one way, and the ephemeral ports back.",
    why: "A network ACL keeps no state: where it lets only one of the two ways pass, each connection ends in a timeout.",
    fix: "Allow TCP on the brokers' port towards the brokers, and on ports 1024 to 65535 back.",
    source: MSK_TROUBLESHOOTING,
    check: (destination) => {
        const interfaces = interfacesOfDestination(destination);
        const verdicts = new Map<string, Verdict>();
        for (const { cluster, host, port } of targetsOf(destination)) {
            if (isUnknown(port)) continue;
            const brokers = cluster && interfacesOfCluster(destination.stack, cluster);
            const at = cluster ? `the cluster ${clusterName(cluster)}` : "the brokers";
            const theirs: Known<Block>[] = brokers ? blocksOf(brokers) : [parseBlock(host) ?? UNKNOWN];
            const asked = [
                ...ask(interfaces, "egress", [port, port], theirs, `TCP port ${port} out to ${at}`),
                ...ask(interfaces, "ingress", EPHEMERAL, theirs, `the ephemeral ports back from ${at}`),
                ...(brokers
                    ? [
                          ...ask(
                              brokers,
                              "ingress",
                              [port, port],
                              blocksOf(interfaces),
                              `TCP port ${port} in to ${at}`,
                          ),
                          ...ask(
                              brokers,
                              "egress",
                              EPHEMERAL,
                              blocksOf(interfaces),
                              `the ephemeral ports back from ${at}`,
                          ),
                      ]
                    : []),
            ];
            for (const verdict of asked) {
                const key = `${verdict.on?.id} ${verdict.path.join()}`;
                if (verdicts.get(key)?.kind !== "violation") verdicts.set(key, verdict);
            }
        }
        return [...verdicts.values()];
    },
    examples: {
        valid: [
            { title: "the ACL of the VPC, which lets everything pass", stack: network() },
            { title: "both ways", stack: withAcl({ egress: [allow(9096, 9096)], ingress: [allow(1024, 65_535)] }) },
            {
                title: "a denial of another network",
                stack: withAcl({
                    egress: [allow(9096, 9096)],
                    ingress: [
                        { ...allow(0, 0), ruleNo: 50, action: "deny", protocol: "-1", cidrBlock: "192.0.2.0/24" },
                        allow(1024, 65_535),
                    ],
                }),
            },
            { title: "entries that are not known yet", stack: withAcl({ egress: UNKNOWN, ingress: UNKNOWN }) },
        ],
        invalid: [
            {
                title: "the way out alone",
                stack: withAcl({ egress: [allow(9096, 9096)], ingress: [allow(9096, 9096)] }),
            },
            { title: "another port", stack: withAcl({ egress: [allow(9094, 9094)], ingress: [allow(1024, 65_535)] }) },
            { title: "no entries", stack: withAcl({ egress: [], ingress: [] }) },
        ],
    },
});

function blocksOf({ subnets }: Interfaces): Known<Block>[] {
    const blocks = subnets.names.map(blockOf);
    return subnets.complete && blocks.length > 0 ? blocks : [...blocks, UNKNOWN];
}

/** Whether the ACLs of all subnets let this pass from, or to, all of these blocks. */
function ask(
    { stack, subnets }: Interfaces,
    direction: Direction,
    range: Range,
    blocks: readonly Known<Block>[],
    what: string,
): Verdict[] {
    const acls = new Set<ResourceFacts>();
    for (const { made } of subnets.names) {
        const acl = made.length === 1 ? aclOf(stack, made[0]!) : undefined;
        if (acl !== undefined && !isUnknown(acl)) acls.add(acl);
    }
    return [...acls].flatMap((on): Verdict[] => {
        const entries = entriesOf(stack, on, direction);
        const answers = blocks.map((block) => passes(entries, range, block));
        const path = Array.isArray(on.values[direction]) ? [direction] : [];
        if (answers.includes(false)) {
            return [violation(path, `The network ACL ${on.name ?? on.id} does not let pass ${what}`, { on })];
        }
        return answers.some(isUnknown) ? [undetermined(path, "its entries are not known yet", { on })] : [];
    });
}

function allow(fromPort: number, toPort: number) {
    return { ruleNo: 100, action: "allow", protocol: "tcp", cidrBlock: "10.0.0.0/16", fromPort, toPort };
}

function withAcl(values: Record<string, unknown>) {
    const acl: ResourceFacts = {
        kind: "networkAcl",
        id: "acl",
        name: "acl",
        values: { vpcId: UNKNOWN, subnetIds: [UNKNOWN], ...values },
        references: { vpcId: ["vpc"], subnetIds: ["subnet-z"] },
    };
    // The brokers are in these subnets, too, but this is the ACL of those of the destination alone.
    const own = { ...subnet("subnet-z", "10.0.9.0/24"), name: "subnet-z" };
    const stack = network({ more: [acl, own] });
    const resources = stack.resources.map((resource) =>
        resource.kind === "destination"
            ? { ...resource, references: { vpcConfiguration: ["vpc", "subnet-a", "subnet-z", "interfaces"] } }
            : resource,
    );
    return { ...stack, resources };
}
