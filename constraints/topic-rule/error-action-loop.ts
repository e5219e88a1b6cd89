import { parseTemplate, wholeExpression } from "../../language";
import { defineConstraint } from "../core/constraint";
import { isUnknown, member, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { iotGuide } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { withRule } from "../examples/rules";
import { matchesFilter } from "../facts/topicFilter";

const ROLE = "arn:aws:iam::209876543210:role/errors";

export const errorActionLoop = defineConstraint({
    id: "error-action-loop",
    subject: "topicRule",
    requirements: ["ERR-09"],
    level: "mandatory",
    severity: "high",
    what: "Errors are not republished to a topic that the rule itself listens to.",
    why: "Each error message then fails again and is republished again, without end and at your cost.",
    fix: "Republish errors to a topic outside the rule's filter, such as errors/telemetry.",
    source: iotGuide("rule-error-handling"),
    check: (rule) => {
        const path = ["errorAction", "republish", "topic"];
        const topic = member(member(rule.value("errorAction"), "republish"), "topic");
        const filter = rule.topicFilter;
        if (topic === undefined || filter === undefined) return undefined;
        if (isUnknown(topic) || isUnknown(filter)) return undetermined(path);
        if (typeof topic !== "string") return undefined;
        const answer = republishesTo(topic, filter);
        if (answer === undefined) return undetermined(path, "the topic is made from the message");
        if (!answer) return undefined;
        return violation(path, `Errors go to ${show(topic)}, which passes the rule's own filter ${show(filter)}`);
    },
    examples: {
        valid: [
            { title: "a topic of its own", stack: withError("errors/telemetry") },
            { title: "a topic that is not known yet", stack: withError(UNKNOWN) },
            { title: "a topic made from the message", stack: withError("${a}/telemetry") },
            { title: "a topic that starts differently", stack: withError("errors/${topic()}") },
        ],
        invalid: [
            { title: "a topic that passes the filter", stack: withError("devices/errors/telemetry") },
            { title: "the topic of the message", stack: withError("${topic()}") },
        ],
    },
});

/** True when the topic passes the filter, undefined when that depends on the message. */
function republishesTo(topic: string, filter: string): boolean | undefined {
    // A reserved topic is written with two dollars here, as one would start a template.
    const literal = topic.startsWith("$$") ? topic.slice(1) : topic;
    if (!literal.includes("${")) return matchesFilter(filter, literal);
    const parsed = parseTemplate(literal);
    if (!parsed.ok) return undefined;
    const whole = wholeExpression(parsed.value);
    if (whole?.kind === "call" && whole.name.toLowerCase() === "topic" && whole.arguments.length === 0) return true;
    const [first] = parsed.value.parts;
    if (first?.kind !== "text") return undefined;
    const levels = first.text.split("/").slice(0, -1);
    const wanted = filter.split("/");
    const differs = levels.some((level, index) => {
        const before = wanted.slice(0, index + 1);
        return !before.includes("#") && before.at(-1) !== "+" && before.at(-1) !== level;
    });
    return differs ? false : undefined;
}

function withError(topic: unknown) {
    return withRule({ errorAction: { republish: { topic, roleArn: ROLE } } });
}
