import { defineConstraint } from "../core/constraint";
import { iotGuide } from "../core/source";
import { violation } from "../core/verdict";
import { withAction } from "../examples/configurations";

export const templateEscapedDollar = defineConstraint({
    id: "template-escaped-dollar",
    subject: "topicRule",
    requirements: ["TPL-SYN-09"],
    level: "mandatory",
    severity: "high",
    what: "A template starts with one dollar sign.",
    why: "$${ is how Terraform writes ${; from a Pulumi program both dollars reach AWS IoT, and there is no template.",
    fix: "Write ${ in a text with plain quotes.",
    source: iotGuide("iot-substitution-templates"),
    check: (rule) =>
        rule.brokenTexts.flatMap(({ path, problem }) =>
            problem === "escapedDollar" ? violation(path, "The text holds $${") : [],
        ),
    examples: {
        valid: [{ title: "one dollar", stack: withAction({ key: "${topic(2)}" }) }],
        invalid: [{ title: "two dollars", stack: withAction({ key: "$${topic(2)}" }) }],
    },
});
