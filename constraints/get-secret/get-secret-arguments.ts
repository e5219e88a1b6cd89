import { defineConstraint } from "../core/constraint";
import { violation } from "../core/verdict";
import { withProperties } from "../examples/configurations";
import { callsIn, GET_SECRET, ROLE } from "./calls";

export const getSecretArguments = defineConstraint({
    id: "get-secret-arguments",
    subject: "kafkaAction",
    requirements: ["GS-ARGS-01"],
    level: "mandatory",
    severity: "high",
    what: "get_secret has three or four arguments: secretId, secretType, [key,] roleArn.",
    why: "With another number it gives nothing, and the connection to Kafka fails.",
    fix: "Write ${get_secret('id', 'SecretString', 'key', 'role ARN')}; leave the key out for a whole text or a file.",
    source: GET_SECRET,
    check: (action) =>
        callsIn(action).flatMap(({ path, arguments: given }) =>
            given.length === 3 || given.length === 4 ? [] : violation(path, `get_secret has ${count(given.length)}`),
        ),
    examples: {
        valid: [
            {
                title: "three arguments over two lines",
                stack: withPassword(`\${get_secret('trust', 'SecretString',\n    '${ROLE}')}`),
            },
            {
                title: "four arguments",
                stack: withPassword(`\${get_secret('trust', 'SecretString', 'key', '${ROLE}')}`),
            },
            {
                title: "double quotes",
                stack: withPassword(`\${get_secret("trust", "SecretString", "key", "${ROLE}")}`),
            },
        ],
        invalid: [
            { title: "two arguments", stack: withPassword("${get_secret('trust', 'SecretString')}") },
            {
                title: "five arguments",
                stack: withPassword(`\${get_secret('trust', 'SecretString', 'key', 'more', '${ROLE}')}`),
            },
            { title: "no argument", stack: withPassword("${get_secret()}") },
        ],
    },
});

function count(length: number): string {
    return length === 0 ? "no arguments" : length === 1 ? "one argument" : `${length} arguments`;
}

function withPassword(template: string) {
    return withProperties({
        "ssl.truststore": `\${get_secret('trust', 'SecretBinary', '${ROLE}')}`,
        "ssl.truststore.password": template,
    });
}
