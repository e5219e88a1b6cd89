import { defineConstraint } from "../core/constraint";
import { nearest, show } from "../core/show";
import { type Violation, violation } from "../core/verdict";
import { withProperties } from "../examples/configurations";
import { withSqlAndAction } from "../examples/rules";
import { hasVariable } from "../facts/expressions";
import { literalText } from "../facts/secretCall";
import { callsIn, GET_SECRET, kindOf, ROLE } from "./calls";

const TYPES = ["SecretString", "SecretBinary"];

export const getSecretType = defineConstraint({
    id: "get-secret-type",
    subject: "kafkaAction",
    requirements: ["GS-ARGS-03", "SQL-SET-06"],
    level: "mandatory",
    severity: "high",
    what: "The second argument of get_secret is 'SecretString' or 'SecretBinary', in exactly these letters.",
    why: "Any other word gives nothing, and the connection to Kafka fails.",
    fix: "Write 'SecretString' for a text and 'SecretBinary' for a file.",
    source: GET_SECRET,
    check: (action) =>
        callsIn(action).flatMap(({ path, secretType }): Violation[] => {
            if (secretType === undefined) return [];
            const type = literalText(secretType);
            if (type === undefined) {
                const rows = hasVariable(secretType) ? ["GS-ARGS-03", "SQL-SET-06"] : ["GS-ARGS-03"];
                return [violation(path, `The secret's type is ${kindOf(secretType)}`, { requirements: rows })];
            }
            if (TYPES.includes(type)) return [];
            const meant = nearest(type, TYPES);
            return [
                violation(path, `The secret's type is ${show(type)}`, {
                    requirements: ["GS-ARGS-03"],
                    ...(meant === undefined ? {} : { fix: `Did you mean '${meant}'?` }),
                }),
            ];
        }),
    examples: {
        valid: [
            { title: "SecretString", stack: withUser("'SecretString'") },
            { title: "SecretString in double quotes", stack: withUser('"SecretString"') },
        ],
        invalid: [
            { title: "lower case", stack: withUser("'secretstring'") },
            { title: "another word", stack: withUser("'String'") },
            { title: "a member of the message", stack: withUser("type") },
            {
                title: "a variable",
                stack: withSqlAndAction("SET @t = 'SecretString' SELECT * FROM 'a/b'", {
                    key: `\${get_secret('keys', @t, 'k', '${ROLE}')}`,
                }),
            },
        ],
    },
});

function withUser(type: string) {
    return withProperties({
        "sasl.scram.username": `\${get_secret('AmazonMSK_plant', ${type}, 'username', '${ROLE}')}`,
    });
}
