import { defineConstraint } from "../core/constraint";
import { iotGuide } from "../core/source";
import { violation } from "../core/verdict";
import { withAction } from "../examples/configurations";
import { withRule, withSql } from "../examples/rules";
import { brokenMarkers, hasElementSequence } from "../facts/brokenText";
import { type PlacedText, textsIn } from "../facts/resource";
import type { TopicRule } from "../facts/topicRule";

export const templateElementSequence = defineConstraint({
    id: "template-element-sequence",
    subject: "topicRule",
    requirements: ["TPL-SYN-08"],
    level: "mandatory",
    severity: "high",
    what: "Only the InfluxDB action uses @{…}.",
    why: "AWS IoT refuses a rule that has it in any other action, in its SQL or in its error action.",
    fix: "Write ${…} for a value of the message.",
    source: iotGuide("iot-substitution-templates"),
    check: (rule) =>
        textsOf(rule).flatMap(({ path, text }) => {
            if (brokenMarkers(text, path[0] === "sql" ? "sql" : "template").length > 0) return [];
            return violation(path, "The text holds @{");
        }),
    examples: {
        valid: [
            { title: "a template", stack: withAction({ key: "${deviceId}" }) },
            { title: "an @ alone", stack: withAction({ key: "a@b" }) },
        ],
        invalid: [
            { title: "a topic", stack: withAction({ topic: "@{deviceId}" }) },
            { title: "the SQL", stack: withSql("SELECT @{deviceId} FROM 'a/b'") },
            {
                title: "an error action of another kind",
                stack: withRule({
                    errorAction: { republish: { topic: "errors/@{id}", roleArn: "arn:aws:iam::209876543210:role/e" } },
                }),
            },
        ],
    },
});

function textsOf(rule: TopicRule): PlacedText[] {
    const places = ["sql", "kafkas", "errorAction"];
    return places.flatMap((name) => textsIn(rule.value(name), [name], hasElementSequence));
}
