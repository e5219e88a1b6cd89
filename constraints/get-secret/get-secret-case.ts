import { defineConstraint } from "../core/constraint";
import { show } from "../core/show";
import { violation } from "../core/verdict";
import { getSecret, withProperties } from "../examples/configurations";
import { callsIn, GET_SECRET } from "./calls";

export const getSecretCase = defineConstraint({
    id: "get-secret-case",
    subject: "kafkaAction",
    requirements: ["GS-USE-03"],
    level: "advisory",
    severity: "low",
    what: "get_secret is written in lower case.",
    why: "AWS IoT does not seem to heed the case of a function's name, but its pages do not say so.",
    fix: "Write get_secret.",
    source: GET_SECRET,
    check: (action) =>
        callsIn(action).flatMap(({ path, name }) =>
            name === "get_secret" ? [] : violation(path, `The function is written ${show(name)}`),
        ),
    examples: {
        valid: [{ title: "lower case", stack: withProperties({}) }],
        invalid: [
            {
                title: "capital letters",
                stack: withProperties({
                    "sasl.scram.username": getSecret("AmazonMSK_plant", "SecretString", "username").replace(
                        "get_secret",
                        "Get_Secret",
                    ),
                }),
            },
        ],
    },
});
