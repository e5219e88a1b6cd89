import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { KERBEROS, withProperties } from "../examples/configurations";
import { propertyPath } from "./enumerated";

const PATH = propertyPath("sasl.kerberos.krb5.realm");

export const kerberosRealmCase = defineConstraint({
    id: "kerberos-realm-case",
    subject: "kafkaAction",
    requirements: ["KAFKA-KRB-05"],
    level: "advisory",
    severity: "low",
    what: "A Kerberos realm is in upper case.",
    why: "Realms are told apart by case, and by convention all of them are in upper case: this one is probably not the realm of the KDC.",
    fix: "Write the realm as the KDC does, for example PLANT.EXAMPLE.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => {
        const realm = action.property("sasl.kerberos.krb5.realm");
        if (isUnknown(realm)) return undetermined(PATH);
        if (typeof realm !== "string" || realm.includes("${") || realm === realm.toUpperCase()) return undefined;
        return violation(PATH, `The realm is ${show(realm)}`);
    },
    examples: {
        valid: [{ title: "upper case", stack: withProperties({}, KERBEROS) }],
        invalid: [
            { title: "lower case", stack: withProperties({ "sasl.kerberos.krb5.realm": "plant.example" }, KERBEROS) },
        ],
    },
});
