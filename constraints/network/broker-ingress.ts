import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { groupRule, inline, NODES, network } from "../examples/networks";
import { type Answer, allOf, anyOf } from "../facts/answers";
import { clusterName } from "../facts/clusters";
import type { Destination } from "../facts/destination";
import { type Interfaces, interfacesOfCluster, interfacesOfDestination, rulesAt } from "../facts/interfaces";
import { opens, permits, reaches } from "../facts/permits";
import type { RuleSet } from "../facts/securityRules";
import type { ResourceFacts } from "../facts/stack";
import { targetsOf } from "../facts/targets";
import { groupTitles, placeOfRules, portTitles } from "./groupsAt";
import { KAFKA_ACTION_REQUIREMENTS } from "./pages";

export const brokerIngress = defineConstraint({
    id: "broker-ingress",
    subject: "destination",
    joins: true,
    requirements: ["SG-KAFKA-01", "SG-KAFKA-03", "SG-KAFKA-04"],
    level: "mandatory",
    severity: "high",
    what: "The security groups of the brokers let the interfaces of a destination in, on each port that a rule names.",
    why: "The brokers drop what no rule of their groups lets in, so that each message fails by a timeout.",
    fix: "Add an ingress rule for TCP on the port to the brokers' group, from the destination's group or from its subnets.",
    source: KAFKA_ACTION_REQUIREMENTS,
    check: (destination) => {
        const interfaces = interfacesOfDestination(destination);
        return [...portsByCluster(destination)].flatMap(([cluster, ports]) =>
            judge(interfaces, interfacesOfCluster(destination.stack, cluster), cluster, ports),
        );
    },
    examples: {
        valid: [
            { title: "the destination's group", stack: network() },
            {
                title: "the destination's subnets",
                stack: network({ brokers: { ingress: [inline({ cidrBlocks: ["10.0.1.0/24", "10.0.2.0/24"] })] } }),
            },
            {
                title: "a rule of its own",
                stack: network({
                    brokers: { ingress: undefined },
                    more: [groupRule("Ingress", "brokers", {}, "interfaces")],
                }),
            },
            { title: "rules that are not known yet", stack: network({ brokers: { ingress: UNKNOWN } }) },
            {
                title: "a prefix list, which may hold anything",
                stack: network({ brokers: { ingress: [inline({ prefixListIds: ["pl-0a1b2c3d"] })] } }),
            },
            {
                title: "a group of another stack",
                stack: network({
                    cluster: { brokerNodeGroupInfo: { ...NODES, securityGroups: ["sg-0a1b2c3d4e5f60718"] } },
                    brokers: { ingress: [] },
                }),
            },
        ],
        invalid: [
            { title: "no rule", stack: network({ brokers: { ingress: [] } }) },
            {
                title: "the port of TLS with SASL/SCRAM",
                stack: network({
                    brokers: { ingress: [inline({ fromPort: 9094, toPort: 9094, securityGroups: [UNKNOWN] })] },
                }),
            },
            {
                title: "a rule for another block",
                stack: network({ brokers: { ingress: [inline({ cidrBlocks: ["10.9.0.0/16"] })] } }),
            },
            {
                title: "a rule for the brokers themselves",
                stack: network({ brokers: { ingress: [inline({ self: true })] } }),
            },
        ],
    },
});

function portsByCluster(destination: Destination): ReadonlyMap<ResourceFacts, readonly unknown[]> {
    const found = new Map<ResourceFacts, unknown[]>();
    for (const { cluster, port } of targetsOf(destination)) {
        if (cluster === undefined) continue;
        const ports = found.get(cluster);
        if (ports) ports.push(port);
        else found.set(cluster, [port]);
    }
    return found;
}

function judge(from: Interfaces, brokers: Interfaces, cluster: ResourceFacts, ports: readonly unknown[]): Verdict[] {
    if (brokers.groups.names.length === 0) return [];
    const rules = rulesAt(brokers, "ingress");
    const elsewhere = { on: cluster, path: ["brokerNodeGroupInfo", "securityGroups"] };
    const { on, path } = placeOfRules(brokers, "ingress", elsewhere);
    const answers = ports.map((port) => ({ port, answer: answerFor(rules, from, port) }));
    const closed = answers.flatMap(({ port, answer }) => (answer === false ? [port as number] : []));
    if (closed.length > 0) {
        const title = `${portTitles("tcp", closed)} of the cluster ${clusterName(cluster)}`;
        const found = `No ingress rule of ${groupTitles(brokers)} lets the interfaces of the destination in on ${title}`;
        return [violation(path, found, { on, requirements: rowsOf(rules, from, closed) })];
    }
    return answers.some(({ answer }) => isUnknown(answer))
        ? [
              undetermined(path, "the rules of the brokers' groups, or where the interfaces are, are not known yet", {
                  on,
              }),
          ]
        : [];
}

function answerFor(rules: RuleSet, from: Interfaces, port: unknown): Answer {
    if (typeof port !== "number") return UNKNOWN;
    return allOf(from.ends.map((end) => permits(rules, { protocol: "tcp", number: port }, end)));
}

/** The source is wrong where a rule has the port, the port where a rule has the source. */
function rowsOf({ rules }: RuleSet, from: Interfaces, closed: readonly number[]): string[] {
    const hasPort = rules.some((rule) => closed.some((number) => opens(rule, { protocol: "tcp", number }) === true));
    const hasSource = rules.some((rule) => anyOf(from.ends.map((end) => reaches(rule, end))) === true);
    return ["SG-KAFKA-01", ...(hasPort ? ["SG-KAFKA-03"] : []), ...(hasSource ? ["SG-KAFKA-04"] : [])];
}
