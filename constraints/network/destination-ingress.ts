import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { groupRule, inline, network } from "../examples/networks";
import { type Answer, anyOf } from "../facts/answers";
import { interfacesOfDestination, rulesAt } from "../facts/interfaces";
import { ANYWHERE, permits, permitsSome } from "../facts/permits";
import { HIGHEST_PORT, LOWEST_PORT, targetsOf } from "../facts/targets";
import { groupTitles, knownPorts, placeOfRules, portTitles } from "./groupsAt";
import { KAFKA_ACTION_REQUIREMENTS } from "./pages";

export const destinationIngress = defineConstraint({
    id: "destination-ingress",
    subject: "destination",
    joins: true,
    requirements: ["SG-KAFKA-03"],
    level: "advisory",
    severity: "low",
    what: "The security groups of a destination let traffic from within the VPC in on the ports of the brokers.",
    why: "The page of the Kafka action asks for it, although these interfaces only open connections; a rule from the group itself is the narrowest that meets it.",
    fix: "Add an ingress rule for TCP on the brokers' port whose source is the group itself (`self: true`).",
    source: KAFKA_ACTION_REQUIREMENTS,
    check: (destination) => {
        const interfaces = interfacesOfDestination(destination);
        if (interfaces.groups.names.length === 0) return undefined;
        const rules = rulesAt(interfaces, "ingress");
        const ports = knownPorts(targetsOf(destination));
        const answers: Answer[] =
            ports.length === 0
                ? [permitsSome(rules, "tcp", LOWEST_PORT, HIGHEST_PORT)]
                : ports.map((number) => permits(rules, { protocol: "tcp", number }, ANYWHERE));
        const elsewhere = { on: destination.resource, path: destination.pathOf("securityGroups") };
        const { on, path } = placeOfRules(interfaces, "ingress", elsewhere);
        const answer = anyOf(answers);
        if (answer === true) return undefined;
        if (answer !== false) return undetermined(path, "the rules are not known yet", { on });
        const title =
            ports.length === 0 ? `any TCP port from ${LOWEST_PORT} to ${HIGHEST_PORT}` : portTitles("tcp", ports);
        return violation(path, `No ingress rule of ${groupTitles(interfaces)} is for ${title}`, { on });
    },
    examples: {
        valid: [
            { title: "a rule from the group itself", stack: network() },
            {
                title: "a rule from the VPC",
                stack: network({ interfaces: { ingress: [inline({ cidrBlocks: ["10.0.0.0/16"] })] } }),
            },
            { title: "rules that are not known yet", stack: network({ interfaces: { ingress: UNKNOWN } }) },
        ],
        invalid: [
            { title: "no ingress rule", stack: network({ interfaces: { ingress: [] } }) },
            {
                title: "a rule for another port",
                stack: network({
                    interfaces: { ingress: [] },
                    more: [groupRule("Ingress", "interfaces", { fromPort: 443, toPort: 443 }, "interfaces")],
                }),
            },
        ],
    },
});
