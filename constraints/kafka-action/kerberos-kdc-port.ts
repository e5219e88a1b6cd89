import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { KERBEROS, withProperties } from "../examples/configurations";
import { propertyPath } from "./enumerated";
import { KDC_PORT, kdcParts } from "./kdc";
import { IOT_CORE_QUOTAS } from "./pages";

const PATH = propertyPath("sasl.kerberos.krb5.kdc");

export const kerberosKdcPort = defineConstraint({
    id: "kerberos-kdc-port",
    subject: "kafkaAction",
    requirements: ["KAFKA-KRB-10"],
    level: "advisory",
    severity: "medium",
    what: `The KDC is written without its port, which is always ${KDC_PORT}.`,
    why: "The field is a host name; a Java producer does not read a port there and may take it for a part of the name.",
    fix: `Remove :${KDC_PORT}.`,
    source: IOT_CORE_QUOTAS,
    check: (action) => {
        const kdc = action.property("sasl.kerberos.krb5.kdc");
        if (isUnknown(kdc)) return undetermined(PATH);
        if (typeof kdc !== "string") return undefined;
        return kdcParts(kdc).port === KDC_PORT
            ? violation(PATH, `The KDC has the port ${KDC_PORT} written behind it`)
            : undefined;
    },
    examples: {
        valid: [{ title: "a host name", stack: withProperties({}, KERBEROS) }],
        invalid: [
            { title: "port 88", stack: withProperties({ "sasl.kerberos.krb5.kdc": "kdc.plant.example:88" }, KERBEROS) },
        ],
    },
});
