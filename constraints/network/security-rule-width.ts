import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { listOption } from "../core/options";
import { undetermined, violation } from "../core/verdict";
import { groupRule, inline, network } from "../examples/networks";
import { anyOf } from "../facts/answers";
import { interfacesOfDestination } from "../facts/interfaces";
import type { GroupUser, JoinedRule } from "../facts/joinedRule";
import { ANYWHERE, reaches } from "../facts/permits";
import { widthOf } from "../facts/ruleWidth";
import type { SecurityRule } from "../facts/securityRules";
import { destinationsOf, HIGHEST_PORT, LOWEST_PORT } from "../facts/targets";
import { KAFKA_ACTION_REQUIREMENTS } from "./pages";

export const securityRuleWidth = defineConstraint({
    id: "security-rule-width",
    subject: "securityRule",
    joins: true,
    requirements: ["SG-KAFKA-04"],
    level: "advisory",
    severity: "low",
    what: "The rules between a destination and its brokers open no more than the ports of Kafka.",
    why: `AWS IoT opens connections to brokers on ports from ${LOWEST_PORT} to ${HIGHEST_PORT} only; whatever else is open serves an intruder.`,
    fix: "Open TCP on the port that the bootstrap list names, and nothing beside it.",
    source: KAFKA_ACTION_REQUIREMENTS,
    options: {
        narrow: listOption(
            "Security groups and egress rules, as * patterns over the URN or the name, that policies narrow at the level" +
                " remediate: those of destinations that reach brokers and nothing else, no KDC either.",
            [],
        ),
    },
    check: ({ stack, rule, users }) => {
        if (!users.some((user) => isUsed(rule, user, stack))) return undefined;
        const width = widthOf(rule);
        if (isUnknown(width)) return undetermined(rule.path, "the ports are not known yet");
        if (width === undefined) return undefined;
        const { path, ports } = width;
        return violation(
            path,
            ports ? `Ports ${ports[0]} to ${ports[1]} are open` : "All protocols and ports are open",
        );
    },
    examples: {
        valid: [
            { title: "one port each way", stack: network() },
            {
                title: "the whole range of Kafka",
                stack: network({
                    interfaces: { egress: [inline({ fromPort: 9000, toPort: 9100, cidrBlocks: ["10.0.0.0/16"] })] },
                }),
            },
            {
                title: "everything between brokers, which is not about the destination",
                stack: network({
                    more: [groupRule("Ingress", "brokers", { ipProtocol: "-1" }, "brokers")],
                }),
            },
            {
                title: "ports that are not known yet",
                stack: network({
                    interfaces: { egress: [inline({ fromPort: UNKNOWN, cidrBlocks: ["10.0.0.0/16"] })] },
                }),
            },
        ],
        invalid: [
            {
                title: "everything outwards",
                stack: network({
                    interfaces: { egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] },
                }),
            },
            {
                title: "every TCP port of the brokers",
                stack: network({
                    brokers: { ingress: [inline({ fromPort: 0, toPort: 65_535, securityGroups: [UNKNOWN] })] },
                }),
            },
        ],
    },
});

/** Whether AWS IoT gets out, or in, by this rule. */
function isUsed(rule: SecurityRule, user: GroupUser, stack: JoinedRule["stack"]): boolean {
    if (user.kind === "destination") return rule.direction === "egress" && reaches(rule, ANYWHERE) === true;
    if (rule.direction !== "ingress") return false;
    return destinationsOf(stack, user.cluster).some((destination) => {
        const { ends } = interfacesOfDestination(destination);
        return anyOf(ends.map((end) => reaches(rule, end))) === true;
    });
}
