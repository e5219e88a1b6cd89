import { allCalls, type Call } from "../../language";
import { defineConstraint } from "../core/constraint";
import { iotGuide } from "../core/source";
import { type Violation, violation } from "../core/verdict";
import { withAction } from "../examples/configurations";
import { withSql } from "../examples/rules";
import { functionName, isExternalCall } from "../facts/expressions";
import { ROLE } from "./calls";

const SECRET = `get_secret('keys', 'SecretString', 'k', '${ROLE}')`;

export const getSecretDefault = defineConstraint({
    id: "get-secret-default",
    subject: "topicRule",
    requirements: ["GS-SEM-07", "SQL-FN-get_or_default"],
    level: "mandatory",
    severity: "high",
    what: "The default of get_or_default calls neither get_secret nor any other function that asks a service.",
    why: "AWS IoT allows such functions as the first argument only.",
    fix: "Write the call as the first argument and a text or number as the default.",
    source: iotGuide("iot-sql-functions", "iot-sql-function-get-or-default"),
    check: (rule) =>
        rule.expressionTexts.flatMap(({ path, tree }): Violation[] => {
            const calls = defaultsOf(allCalls(tree)).filter(isExternalCall);
            if (calls.length === 0) return [];
            const names = [...new Set(calls.map(functionName))];
            const rows = names.includes("get_secret")
                ? ["GS-SEM-07", "SQL-FN-get_or_default"]
                : ["SQL-FN-get_or_default"];
            return [violation(path, `The default calls ${names.join(", ")}`, { requirements: rows })];
        }),
    examples: {
        valid: [
            {
                title: "a secret as the first argument",
                stack: withAction({ key: `\${get_or_default(${SECRET}, 'none')}` }),
            },
        ],
        invalid: [
            {
                title: "a secret as the default",
                stack: withAction({ key: `\${get_or_default(deviceKey, ${SECRET})}` }),
            },
            {
                title: "a thing's shadow as the default, in the SQL",
                stack: withSql(`SELECT get_or_default(state, get_thing_shadow(topic(2), '${ROLE}')) AS s FROM 'a/+'`),
            },
        ],
    },
});

/** The calls inside the defaults of `get_or_default`. */
function defaultsOf(calls: readonly Call[]): Call[] {
    const found: Call[] = [];
    for (const call of calls) {
        const preset = functionName(call) === "get_or_default" ? call.arguments[1] : undefined;
        if (preset) found.push(...allCalls(preset));
    }
    return found;
}
