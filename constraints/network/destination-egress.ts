import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { group, groupRule, inline, NODES, network } from "../examples/networks";
import { stackOf } from "../examples/rules";
import { type Answer, allOf } from "../facts/answers";
import type { Destination } from "../facts/destination";
import { type Interfaces, interfacesOfCluster, interfacesOfDestination, rulesAt } from "../facts/interfaces";
import { permits, permitsSome } from "../facts/permits";
import type { RuleSet } from "../facts/securityRules";
import { actionsOf, endOf, HIGHEST_PORT, LOWEST_PORT, type Target, targetsOf } from "../facts/targets";
import { groupTitles, knownPorts, placeOfRules, portTitles, type RulesPlace } from "./groupsAt";
import { KAFKA_ACTION_REQUIREMENTS } from "./pages";

export const destinationEgress = defineConstraint({
    id: "destination-egress",
    subject: "destination",
    joins: true,
    requirements: ["SG-KAFKA-02", "SG-KAFKA-04"],
    level: "mandatory",
    severity: "high",
    what: "The security groups of a destination let its interfaces reach the brokers on each port that a rule names.",
    why: "AWS IoT opens connections to the brokers from these interfaces: without a rule that lets them out, each message fails by a timeout.",
    fix: "Add an egress rule for TCP on the brokers' port, to the brokers' group or to their subnets.",
    source: KAFKA_ACTION_REQUIREMENTS,
    check: (destination) => {
        const interfaces = interfacesOfDestination(destination);
        if (interfaces.groups.names.length === 0) return undefined;
        const rules = rulesAt(interfaces, "egress");
        return actionsOf(destination).length === 0
            ? judgeRange(destination, interfaces, rules)
            : judge(destination, interfaces, rules);
    },
    examples: {
        valid: [
            { title: "a rule to the blocks of the VPC", stack: network() },
            {
                title: "a rule to the brokers' group",
                stack: network({
                    interfaces: { egress: undefined },
                    more: [groupRule("Egress", "interfaces", {}, "brokers")],
                }),
            },
            {
                title: "a rule for all ports and protocols",
                stack: network({
                    interfaces: { egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] },
                }),
            },
            {
                title: "one group for both sides that refers to itself",
                stack: network({
                    vpcConfiguration: { securityGroups: ["sg-0a1b2c3d4e5f60718"] },
                    cluster: { brokerNodeGroupInfo: { ...NODES, securityGroups: ["sg-0a1b2c3d4e5f60718"] } },
                    more: [
                        group("shared", {
                            id: "sg-0a1b2c3d4e5f60718",
                            ingress: [inline({ self: true })],
                            egress: [inline({ self: true })],
                        }),
                    ],
                }),
            },
            { title: "rules that are not known yet", stack: network({ interfaces: { egress: UNKNOWN } }) },
            {
                title: "groups of another stack",
                stack: network({ vpcConfiguration: { securityGroups: ["sg-0a1b2c3d4e5f60718"] } }),
            },
        ],
        invalid: [
            { title: "a group without any egress rule", stack: network({ interfaces: { egress: [] } }) },
            {
                title: "a rule for another port",
                stack: network({
                    interfaces: { egress: [inline({ fromPort: 9094, toPort: 9094, cidrBlocks: ["10.0.0.0/16"] })] },
                }),
            },
            {
                title: "a rule for UDP",
                stack: network({ interfaces: { egress: [inline({ protocol: "udp", cidrBlocks: ["10.0.0.0/16"] })] } }),
            },
            {
                title: "a rule to another block",
                stack: network({ interfaces: { egress: [inline({ cidrBlocks: ["10.9.0.0/16"] })] } }),
            },
            {
                title: "a rule to one of the brokers' two subnets",
                stack: network({ interfaces: { egress: [inline({ cidrBlocks: ["10.0.1.0/24"] })] } }),
            },
            {
                title: "a rule for one port of two in the bootstrap list",
                stack: network({
                    properties: { "bootstrap.servers": "kafka-1.plant.example:9096,kafka-2.plant.example:9095" },
                }),
            },
            {
                title: "a destination whose group lets nothing out, without a rule in its stack",
                stack: stackOf(
                    ...network({
                        interfaces: { egress: [inline({ fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] })] },
                    }).resources.filter(({ kind }) => kind !== "topicRule"),
                ),
            },
        ],
    },
});

function judge(destination: Destination, interfaces: Interfaces, rules: RuleSet): Verdict | undefined {
    const { on, path } = placeOfRules(interfaces, "egress", placeOf(destination));
    const answers = targetsOf(destination).map((target) => ({ target, answer: answerFor(rules, target) }));
    const closed = answers.filter(({ answer }) => answer === false).map(({ target }) => target);
    if (closed.length > 0) {
        const isPart = answers.some(({ answer }) => answer === true);
        const more = { on, requirements: isPart ? ["SG-KAFKA-02", "SG-KAFKA-04"] : ["SG-KAFKA-02"] };
        return violation(path, sentence(interfaces, rules, portTitles("tcp", knownPorts(closed))), more);
    }
    return answers.some(({ answer }) => isUnknown(answer))
        ? undetermined(path, "the rules, or where the brokers are, are not known yet", { on })
        : undefined;
}

/** Without a rule that says where the brokers are, some port must be open to somebody. */
function judgeRange(destination: Destination, interfaces: Interfaces, rules: RuleSet): Verdict | undefined {
    if (permitsSome(rules, "tcp", LOWEST_PORT, HIGHEST_PORT) !== false) return undefined;
    const { on, path } = placeOfRules(interfaces, "egress", placeOf(destination));
    const found = sentence(interfaces, rules, `any TCP port from ${LOWEST_PORT} to ${HIGHEST_PORT}`);
    return violation(path, found, { on, requirements: ["SG-KAFKA-02"] });
}

function sentence(interfaces: Interfaces, { rules }: RuleSet, ports: string): string {
    if (rules.length > 0) return `No egress rule of ${groupTitles(interfaces)} leads to the brokers on ${ports}`;
    const why = "Pulumi removes the one by which a new group may reach everything";
    return `No egress rule is in ${groupTitles(interfaces)}, since ${why}: nothing gets out on ${ports}`;
}

function placeOf(destination: Destination): RulesPlace {
    return { on: destination.resource, path: destination.pathOf("securityGroups") };
}

function answerFor(rules: RuleSet, target: Target): Answer {
    const { action, cluster, port } = target;
    if (isUnknown(port)) return UNKNOWN;
    const question = { protocol: "tcp", number: port } as const;
    if (cluster === undefined) return permits(rules, question, endOf(target));
    const { ends } = interfacesOfCluster(action.stack, cluster);
    return allOf(ends.map((end) => permits(rules, question, end)));
}
