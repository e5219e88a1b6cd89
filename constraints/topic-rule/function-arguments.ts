import { allCalls, type Call, SQL_FUNCTIONS, type SqlFunction, sqlFunction, takesArguments } from "../../language";
import { defineConstraint } from "../core/constraint";
import { oneOf } from "../core/show";
import { type Violation, violation } from "../core/verdict";
import { withAction } from "../examples/configurations";
import { withSql } from "../examples/rules";
import { functionName } from "../facts/expressions";
import type { ExpressionText } from "../facts/topicRule";
import { SQL_FUNCTIONS_PAGE } from "./pages";

/** Functions of which some number of arguments is wrong, and that are written like any other. */
const COUNTED = SQL_FUNCTIONS.filter(({ name, maximum }) => Number.isFinite(maximum) && name !== "cast");

export const functionArguments = defineConstraint({
    id: "function-arguments",
    subject: "topicRule",
    requirements: [...COUNTED.map(({ requirement }) => requirement), "TPL-EXPR-05"],
    level: "advisory",
    severity: "medium",
    what: "Each function has as many arguments as AWS documents.",
    why: "With any other number it is Undefined: nothing is selected, no message matches, a template leaves an empty text.",
    fix: "Give the arguments that AWS's page lists.",
    source: SQL_FUNCTIONS_PAGE,
    check: (rule) => rule.expressionTexts.flatMap(judge),
    examples: {
        valid: [
            {
                title: "as many as are documented",
                stack: withSql(
                    "SELECT topic() AS t, topic(2) AS d, concat() AS c, decode(p, 'base64') AS p FROM 'a/+'",
                ),
            },
        ],
        invalid: [
            { title: "two arguments of topic in a template", stack: withAction({ key: "${topic(1, 2)}" }) },
            ...COUNTED.map((called) => ({
                title: `one argument too many for ${called.name}`,
                stack: withSql(`SELECT ${tooMany(called)} AS value FROM 'a/b'`),
            })),
        ],
    },
});

function judge({ path, tree }: ExpressionText): Violation[] {
    const isSql = path[0] === "sql";
    const wrong = allCalls(tree).flatMap((call) => {
        const called = sqlFunction(call.name);
        // In the texts of an action get-secret-arguments speaks of get_secret.
        if (called === undefined || (!isSql && functionName(call) === "get_secret")) return [];
        return takesArguments(called, call.arguments.length) ? [] : [{ call, called }];
    });
    if (wrong.length === 0) return [];
    const rows = wrong.map(({ called }) => called.requirement);
    return [
        violation(path, wrong.map(({ call, called }) => faultOf(call, called)).join("; "), {
            requirements: [...new Set([...rows, ...(isSql ? [] : ["TPL-EXPR-05"])])],
        }),
    ];
}

function faultOf(call: Call, { minimum, maximum, counts }: SqlFunction): string {
    const range = minimum === maximum ? `${minimum}` : `${minimum} to ${maximum}`;
    return `${call.name} has ${call.arguments.length} arguments, not ${counts ? oneOf(counts.map(String)) : range}`;
}

function tooMany({ name, maximum }: SqlFunction): string {
    return `${name}(${Array.from({ length: maximum + 1 }, (_, index) => `a${index}`).join(", ")})`;
}
