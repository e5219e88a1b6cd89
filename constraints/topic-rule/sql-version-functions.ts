import { allCalls, SQL_FUNCTIONS, type SqlFunction, sqlFunction } from "../../language";
import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { violation } from "../core/verdict";
import { withSql, withSqlAndAction } from "../examples/rules";
import type { ExpressionText } from "../facts/topicRule";
import { judgeUnderOldVersion } from "./oldVersion";
import { SQL_VERSIONS } from "./pages";

const OLD = { sqlVersion: "2015-10-08" };
const NEWER = SQL_FUNCTIONS.filter(({ since }) => since === "2016-03-23");

export const sqlVersionFunctions = defineConstraint({
    id: "sql-version-functions",
    subject: "topicRule",
    requirements: ["SQL-VER-05", ...NEWER.map(({ requirement }) => requirement)],
    level: "mandatory",
    severity: "high",
    what: "Functions that came with SQL version 2016-03-23 are called under that version or later only.",
    why: "Under 2015-10-08 AWS IoT does not know them and refuses the rule.",
    fix: 'Write `sqlVersion: "2016-03-23"`.',
    source: SQL_VERSIONS,
    check: (rule) =>
        judgeUnderOldVersion(rule, (text) => {
            const used = newerFunctions(text);
            if (used.length === 0) return undefined;
            const names = used.map(({ name }) => name).join(", ");
            return violation(text.path, `${names} is called under version 2015-10-08`, {
                requirements: ["SQL-VER-05", ...used.map(({ requirement }) => requirement)],
            });
        }),
    examples: {
        valid: [
            { title: "encode under 2016-03-23", stack: withSql("SELECT encode(*, 'base64') AS p FROM 'a/b'") },
            { title: "isNull under 2015-10-08", stack: withSql("SELECT isNull(a) AS n FROM 'a/b'", OLD) },
            {
                title: "encode under a version that is not known yet",
                stack: withSql("SELECT encode(*, 'base64') AS p FROM 'a/b'", { sqlVersion: UNKNOWN }),
            },
        ],
        invalid: [
            {
                title: "encode in a template",
                stack: withSqlAndAction("SELECT * FROM 'a/b'", { key: "${encode(id, 'base64')}" }, OLD),
            },
            ...NEWER.map((called) => ({
                title: called.name,
                stack: withSql(`SELECT ${callOf(called)} AS value FROM 'a/b'`, OLD),
            })),
        ],
    },
});

function newerFunctions({ tree }: ExpressionText): SqlFunction[] {
    const called = allCalls(tree).map(({ name }) => sqlFunction(name));
    return NEWER.filter((newer) => called.includes(newer));
}

function callOf({ name, minimum }: SqlFunction): string {
    return `${name}(${Array.from({ length: minimum }, (_, index) => `a${index}`).join(", ")})`;
}
