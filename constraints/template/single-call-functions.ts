import { allCalls } from "../../language";
import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { iotGuide } from "../core/source";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { withSql, withSqlAndAction } from "../examples/rules";
import { functionName } from "../facts/expressions";
import type { TopicRule } from "../facts/topicRule";

/** Functions that a rule may call once, with the row that says so. */
const ONCE = { get_registry_data: "TPL-EXPR-08", get_dynamodb: "TPL-EXPR-09" } as const;

const ROLE = "arn:aws:iam::209876543210:role/lookups";
const REGISTRY = `get_registry_data('DescribeThing', topic(2), '${ROLE}')`;
const TABLE = `get_dynamodb('devices', 'id', topic(2), '${ROLE}')`;

export const singleCallFunctions = defineConstraint({
    id: "single-call-functions",
    subject: "topicRule",
    requirements: ["TPL-EXPR-08", "TPL-EXPR-09"],
    level: "mandatory",
    severity: "high",
    what: "A rule calls get_registry_data at most once, and get_dynamodb at most once, in its SQL and templates together.",
    why: "With more calls AWS IoT stops the rule and runs no action.",
    fix: "Call it once in a SET variable and read that: SET @device = get_dynamodb(…) SELECT @device.name AS name ….",
    source: iotGuide("iot-sql-functions"),
    check: (rule) => (Object.keys(ONCE) as (keyof typeof ONCE)[]).flatMap((name) => judge(rule, name)),
    examples: {
        valid: [
            { title: "one call of each", stack: withSql(`SELECT ${REGISTRY} AS thing, ${TABLE} AS item FROM 'a/+'`) },
            {
                title: "one call, and a statement that is not known yet",
                stack: withSqlAndAction(UNKNOWN, { key: `\${${TABLE}.id}` }),
            },
        ],
        invalid: [
            { title: "two look-ups of a table", stack: withSql(`SELECT ${TABLE}.a AS a, ${TABLE}.b AS b FROM 'a/+'`) },
            {
                title: "a call in the SQL and one in a template",
                stack: withSqlAndAction(`SELECT ${REGISTRY} AS thing FROM 'a/+'`, { key: `\${${REGISTRY}.thingName}` }),
            },
        ],
    },
});

function judge(rule: TopicRule, name: keyof typeof ONCE): Verdict[] {
    const places: Path[] = [];
    for (const { path, tree } of rule.expressionTexts) {
        for (const call of allCalls(tree)) if (functionName(call) === name) places.push(path);
    }
    const [, second] = places;
    if (second)
        return [violation(second, `The rule calls ${name} ${places.length} times`, { requirements: [ONCE[name]] })];
    return places[0] && isUnknown(rule.sql) ? [undetermined(places[0], "the SQL is not known yet")] : [];
}
