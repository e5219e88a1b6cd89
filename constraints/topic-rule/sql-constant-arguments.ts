import { allCalls, type Call, type Expression } from "../../language";
import { defineConstraint } from "../core/constraint";
import { type Violation, violation } from "../core/verdict";
import { withSql, withSqlAndAction } from "../examples/rules";
import { functionName, hasVariable } from "../facts/expressions";
import type { ExpressionText } from "../facts/topicRule";
import { SQL_SET } from "./pages";

/** Which arguments of a function are a role's ARN or a mode; -1 is the last one. */
const CONSTANT_ARGUMENTS: Readonly<Record<string, readonly number[]>> = {
    decode: [1],
    encode: [1],
    get_dynamodb: [-1],
    get_registry_data: [0, -1],
    get_secret: [1, -1],
    get_thing_shadow: [-1],
    machinelearning_predict: [1],
    transform: [0],
};

const ROLE = "arn:aws:iam::209876543210:role/shadows";

export const sqlConstantArguments = defineConstraint({
    id: "sql-constant-arguments",
    subject: "topicRule",
    requirements: ["SQL-SET-06"],
    level: "mandatory",
    severity: "high",
    what: "The role ARN and the mode of a function are no variables.",
    why: "AWS IoT takes constants there only, and refuses the rule.",
    fix: "Write the text itself in quotes.",
    source: SQL_SET,
    check: (rule) => rule.expressionTexts.flatMap(judge),
    examples: {
        valid: [
            {
                title: "a variable as another argument",
                stack: withSql(`SET @t = topic(2) SELECT get_thing_shadow(@t, '${ROLE}') AS s FROM 'a/+'`),
            },
        ],
        invalid: [
            {
                title: "a variable as a role",
                stack: withSql(`SET @r = '${ROLE}' SELECT get_thing_shadow(topic(2), @r) AS s FROM 'a/+'`),
            },
            {
                title: "a variable as a mode, in a template",
                stack: withSqlAndAction("SET @m = 'base64' SELECT * FROM 'a/b'", { key: "${encode(id, @m)}" }),
            },
        ],
    },
});

function judge({ path, tree }: ExpressionText): Violation[] {
    const isSql = path[0] === "sql";
    const wrong = allCalls(tree).filter((call) => {
        // In the texts of an action get-secret-role and get-secret-type speak of get_secret.
        if (functionName(call) === "get_secret" && !isSql) return false;
        return constantsOf(call).some((argument) => argument !== undefined && hasVariable(argument));
    });
    return wrong.length === 0
        ? []
        : [violation(path, `${wrong.map(({ name }) => `${name}(…)`).join(", ")} has a variable as role or mode`)];
}

function constantsOf(call: Call): (Expression | undefined)[] {
    const name = functionName(call);
    const positions = Object.hasOwn(CONSTANT_ARGUMENTS, name) ? CONSTANT_ARGUMENTS[name]! : [];
    return positions.map((position) => call.arguments.at(position));
}
