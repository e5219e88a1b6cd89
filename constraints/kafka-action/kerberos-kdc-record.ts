import { matchesGlob } from "../core/configuration";
import { defineConstraint } from "../core/constraint";
import { isUnknown, member, UNKNOWN } from "../core/known";
import { listOption } from "../core/options";
import { show } from "../core/show";
import { KAFKA_ACTION_EXAMPLES } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { besides } from "../examples/clusters";
import { KERBEROS } from "../examples/configurations";
import type { ResourceFacts } from "../facts/stack";
import { propertyPath } from "./enumerated";
import { kdcParts } from "./kdc";

const PATH = propertyPath("sasl.kerberos.krb5.kdc");

export const kerberosKdcRecord = defineConstraint({
    id: "kerberos-kdc-record",
    subject: "kafkaAction",
    joins: true,
    requirements: ["KAFKA-KRB-08"],
    level: "advisory",
    severity: "low",
    offByDefault: true,
    what: "A private hosted zone of the stack has a record for the KDC.",
    why: "AWS IoT finds the KDC through private DNS in the destination's VPC; without a name there is no ticket.",
    fix: "Add an `aws.route53.Record` to a private zone of the VPC, or list the host in the option `elsewhere`.",
    source: KAFKA_ACTION_EXAMPLES,
    options: { elsewhere: listOption("Hosts that other DNS resolves: * globs over their names.", []) },
    check: (action, { elsewhere }) => {
        const kdc = action.property("sasl.kerberos.krb5.kdc");
        if (isUnknown(kdc)) return undetermined(PATH);
        const host = typeof kdc === "string" ? plain(kdcParts(kdc).host) : undefined;
        if (host === undefined || elsewhere.some((glob) => matchesGlob(glob, host))) return undefined;
        const names = action.stack.ofKind("record").flatMap((record) => namesOf(record));
        if (names.some((name) => typeof name === "string" && mayBe(name, host))) return undefined;
        if (names.some(isUnknown)) return undetermined(PATH, "the records are not known yet");
        return violation(PATH, `No record of the stack has the name ${show(host)}`);
    },
    examples: {
        valid: [
            { title: "a record with the whole name", stack: withRecord("kdc.plant.example.") },
            { title: "a record with the name in its zone", stack: withRecord("kdc") },
            { title: "a record for all names of its zone", stack: withRecord("*") },
            { title: "a record for all names below a domain", stack: withRecord("*.plant.example.") },
            { title: "a record whose name is not known yet", stack: withRecord(UNKNOWN) },
            { title: "other DNS", stack: besides([], { mode: KERBEROS }), options: { elsewhere: ["*.plant.example"] } },
        ],
        invalid: [
            { title: "no record", stack: besides([], { mode: KERBEROS }) },
            { title: "a record of another host", stack: withRecord("kafka.plant.example") },
            { title: "a record for all names below another domain", stack: withRecord("*.kafka.example") },
        ],
    },
});

/** The whole name of a record begins with the one that it is given, so that it adds nothing where that one is known. */
function namesOf({ values }: ResourceFacts): unknown[] {
    const name = member(values, "name");
    const names = typeof name === "string" && name !== "" ? [name] : [name, member(values, "fqdn")];
    return names.map((one) => (typeof one === "string" ? plain(one) : one));
}

/** Whether a record of that name, in some zone, may be the host's. An asterisk stands for one label or more. */
function mayBe(name: string, host: string): boolean {
    if (name === host || (name !== "" && host.startsWith(`${name}.`))) return true;
    if (name !== "*" && !name.startsWith("*.")) return false;
    return `${host}.`.includes(`${name.slice(1)}.`);
}

function plain(host: string | undefined): string | undefined {
    return host?.toLowerCase().replace(/\.$/, "");
}

function withRecord(name: unknown) {
    return besides([{ kind: "record", id: "record", name: "kdc", values: { name, type: "A" } }], { mode: KERBEROS });
}
