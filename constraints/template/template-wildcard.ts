import { defineConstraint } from "../core/constraint";
import { iotGuide } from "../core/source";
import { violation } from "../core/verdict";
import { withAction } from "../examples/configurations";

export const templateWildcard = defineConstraint({
    id: "template-wildcard",
    subject: "topicRule",
    requirements: ["TPL-EXPR-10"],
    level: "advisory",
    severity: "medium",
    what: "No template is * alone.",
    why: "* belongs to SELECT and to a few functions; what ${*} gives is not documented.",
    fix: "Name a member, such as ${deviceId}, or encode the payload: ${encode(*, 'base64')}.",
    source: iotGuide("iot-sql-json"),
    check: (rule) =>
        rule.expressionTexts.flatMap(({ path, tree }) =>
            tree.kind === "template" && tree.parts.some(({ kind }) => kind === "wildcard")
                ? violation(path, "The template is *")
                : [],
        ),
    examples: {
        valid: [{ title: "an encoded payload", stack: withAction({ key: "${encode(*, 'base64')}" }) }],
        invalid: [{ title: "the whole payload", stack: withAction({ key: "${*}" }) }],
    },
});
