import { allCalls } from "../../language";
import { defineConstraint } from "../core/constraint";
import { iotGuide } from "../core/source";
import { type Violation, violation } from "../core/verdict";
import { withAction } from "../examples/configurations";
import { functionName, isExternalCall } from "../facts/expressions";

const ROLE = "arn:aws:iam::209876543210:role/lookups";

export const templateExternalCall = defineConstraint({
    id: "template-external-call",
    subject: "topicRule",
    requirements: ["TPL-EXT-01"],
    level: "advisory",
    severity: "low",
    what: "No template asks another service, get_secret aside.",
    why: "Each message then waits for that service and pays for it; with get_secret AWS IoT keeps the answer for a while.",
    fix: "Let the device send what is needed, or make sure that the wait and its cost are accepted, and suppress this advice.",
    source: iotGuide("iot-sql-functions"),
    check: (rule) =>
        rule.expressionTexts.flatMap(({ path, tree }): Violation[] => {
            if (path[0] === "sql") return [];
            const calls = allCalls(tree).filter((call) => isExternalCall(call) && functionName(call) !== "get_secret");
            const names = [...new Set(calls.map(functionName))];
            return names.length === 0 ? [] : [violation(path, `The template calls ${names.join(", ")}`)];
        }),
    examples: {
        valid: [{ title: "secrets and functions of AWS IoT itself", stack: withAction({ key: "${topic(2)}" }) }],
        invalid: [
            {
                title: "a thing's shadow",
                stack: withAction({ key: `\${get_thing_shadow(topic(2), '${ROLE}').state.id}` }),
            },
        ],
    },
});
