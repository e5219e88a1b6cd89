import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { KERBEROS, PLAIN, SCRAM, withProperties } from "../examples/configurations";
import { CLIENT_PROPERTIES } from "../facts/clientProperties";
import { propertyPath } from "./enumerated";

/** How the properties of each mechanism begin. */
const PREFIXES: Readonly<Record<string, string>> = {
    PLAIN: "sasl.plain.",
    "SCRAM-SHA-512": "sasl.scram.",
    GSSAPI: "sasl.kerberos.",
};

const OF_MECHANISMS = CLIENT_PROPERTIES.filter((name) =>
    Object.values(PREFIXES).some((prefix) => name.startsWith(prefix)),
);

export const saslOtherMechanism = defineConstraint({
    id: "sasl-other-mechanism",
    subject: "kafkaAction",
    requirements: ["KAFKA-SASL-06"],
    level: "advisory",
    severity: "medium",
    what: "There are credentials of the chosen mechanism only.",
    why: "Those of another mechanism are never used, and are a secret more to lose.",
    fix: "Remove it: the login does not use it.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => {
        const { mechanism } = action;
        if (mechanism === undefined) return undefined;
        const chosen =
            typeof mechanism === "string" && Object.hasOwn(PREFIXES, mechanism) ? PREFIXES[mechanism]! : undefined;
        if (chosen === undefined && !isUnknown(mechanism)) return undefined;
        const given = OF_MECHANISMS.filter((name) => action.property(name) !== undefined);
        return given.flatMap((name): Verdict[] => {
            const path = propertyPath(name);
            if (chosen === undefined) return [undetermined(path, "the mechanism is not known yet")];
            return name.startsWith(chosen)
                ? []
                : [violation(path, `${name} stands beside sasl.mechanism ${String(mechanism)}`)];
        });
    },
    examples: {
        valid: [
            { title: "SCRAM-SHA-512 with its user", stack: withProperties({}) },
            { title: "Kerberos with its keytab", stack: withProperties({}, KERBEROS) },
        ],
        invalid: [
            {
                title: "the user of PLAIN beside that of SCRAM-SHA-512",
                stack: withProperties({ "sasl.plain.username": PLAIN["sasl.plain.username"] }),
            },
            {
                title: "the password of SCRAM-SHA-512 beside Kerberos",
                stack: withProperties({ "sasl.scram.password": SCRAM["sasl.scram.password"] }, KERBEROS),
            },
        ],
    },
});
