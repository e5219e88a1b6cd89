import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { listOption } from "../core/options";
import { nearest, oneOf, show } from "../core/show";
import { iotGuide } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { withRule } from "../examples/rules";

/** What the service was seen to accept: the documented three, and one more. */
const ACCEPTED = ["2015-10-08", "2016-03-23", "beta", "2016-03-23-beta"];

export const sqlVersion = defineConstraint({
    id: "sql-version",
    subject: "topicRule",
    requirements: ["SQL-VER-01"],
    level: "mandatory",
    severity: "high",
    what: "The SQL version is one that AWS documents.",
    why: 'AWS IoT refuses the rule with SqlParseException, "Invalid SQL version".',
    fix: 'Write `sqlVersion: "2016-03-23"`.',
    source: iotGuide("iot-rule-sql-version"),
    options: {
        allowed: listOption(
            "Versions that are accepted. 2016-03-23-beta is taken by the service, but not documented.",
            ["2015-10-08", "2016-03-23", "beta"],
            ACCEPTED,
        ),
    },
    check: (rule, { allowed }) => {
        const version = rule.value("sqlVersion");
        if (isUnknown(version)) return undetermined(["sqlVersion"]);
        if (typeof version !== "string" || version === "" || allowed.includes(version)) return undefined;
        const meant = nearest(version, allowed);
        return violation(
            ["sqlVersion"],
            `The SQL version is ${show(version)}, not ${oneOf(allowed)}`,
            meant === undefined ? {} : { fix: `Did you mean ${show(meant)}?` },
        );
    },
    examples: {
        valid: [
            { title: "2016-03-23", stack: withRule({ sqlVersion: "2016-03-23" }) },
            { title: "2015-10-08", stack: withRule({ sqlVersion: "2015-10-08" }) },
            { title: "beta", stack: withRule({ sqlVersion: "beta" }) },
            {
                title: "2016-03-23-beta, when the option allows it",
                stack: withRule({ sqlVersion: "2016-03-23-beta" }),
                options: { allowed: ACCEPTED },
            },
        ],
        invalid: [
            { title: "a date on which no version was made", stack: withRule({ sqlVersion: "2017-01-01" }) },
            { title: "a version of something else", stack: withRule({ sqlVersion: "1.0" }) },
            { title: "2016-03-23-beta, under the defaults", stack: withRule({ sqlVersion: "2016-03-23-beta" }) },
        ],
    },
});
