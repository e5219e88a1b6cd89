import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { KERBEROS, withProperties } from "../examples/configurations";
import { propertyPath } from "./enumerated";
import { KDC_PORT, kdcParts } from "./kdc";
import { isBlank } from "./requiredProperties";

const PATH = propertyPath("sasl.kerberos.krb5.kdc");

export const kerberosKdc = defineConstraint({
    id: "kerberos-kdc",
    subject: "kafkaAction",
    requirements: ["KAFKA-KRB-04", "KAFKA-KRB-09", "KAFKA-KRB-10", "RULE-QUOTA-03"],
    level: "mandatory",
    severity: "high",
    what: "The KDC is one host name, without a scheme, a path or a port.",
    why: `AWS IoT asks the KDC at port ${KDC_PORT} and no other.`,
    fix: `Write the host name alone, and let the KDC listen on port ${KDC_PORT}.`,
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => {
        const kdc = action.property("sasl.kerberos.krb5.kdc");
        if (isUnknown(kdc)) return undetermined(PATH);
        if (typeof kdc !== "string" || isBlank(kdc)) return undefined;
        return kdc.includes("${") ? undetermined(PATH, "the value is a substitution template") : judge(kdc);
    },
    examples: {
        valid: [
            { title: "a host name", stack: withKdc("kdc.plant.example") },
            { title: "port 88, which is advised against", stack: withKdc("kdc.plant.example:88") },
        ],
        invalid: [
            { title: "another port", stack: withKdc("kdc.plant.example:8888") },
            { title: "a scheme", stack: withKdc("https://kdc.plant.example") },
            { title: "two hosts", stack: withKdc("kdc-1.plant.example,kdc-2.plant.example") },
            { title: "a principal", stack: withKdc("krbtgt/PLANT.EXAMPLE@PLANT.EXAMPLE") },
        ],
    },
});

function judge(kdc: string): Verdict | undefined {
    const { host, port } = kdcParts(kdc);
    const onlyHost = { requirements: ["KAFKA-KRB-04"] };
    if (host === undefined) return violation(PATH, `The KDC is ${show(kdc)}, which is no host name`, onlyHost);
    if (port === undefined || port === KDC_PORT) return undefined;
    return violation(PATH, `The KDC has the port ${port}`);
}

function withKdc(kdc: string) {
    return withProperties({ "sasl.kerberos.krb5.kdc": kdc }, KERBEROS);
}
