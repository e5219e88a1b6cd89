import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { KERBEROS } from "../examples/configurations";
import { groupRule, inline, type NetworkChanges, network } from "../examples/networks";
import { parseBlock } from "../facts/blocks";
import type { Destination } from "../facts/destination";
import { interfacesOfDestination, rulesAt } from "../facts/interfaces";
import { ANYWHERE, type Endpoint, type Port, permits } from "../facts/permits";
import { actionsOf } from "../facts/targets";
import { KDC_PORT, kdcParts } from "../kafka-action/kdc";
import { groupTitles, placeOfRules, portTitles } from "./groupsAt";
import { KAFKA_ACTION_REQUIREMENTS } from "./pages";

const ROWS = { tcp: "SG-KDC-01", udp: "SG-KDC-02" } as const;

export const kdcEgress = defineConstraint({
    id: "kdc-egress",
    subject: "destination",
    joins: true,
    requirements: ["SG-KDC-01", "SG-KDC-02"],
    level: "mandatory",
    severity: "high",
    what: "The security groups of a destination let its interfaces reach the key distribution center on port 88, by TCP and by UDP.",
    why: "AWS IoT asks the key distribution center for a ticket by both protocols; without an answer no connection to the brokers is made.",
    fix: "Add egress rules for TCP and for UDP on port 88, to the group of the key distribution center or to its addresses.",
    source: KAFKA_ACTION_REQUIREMENTS,
    check: (destination) => {
        const ends = kdcEnds(destination);
        const interfaces = interfacesOfDestination(destination);
        if (ends.length === 0 || interfaces.groups.names.length === 0) return undefined;
        const rules = rulesAt(interfaces, "egress");
        const elsewhere = { on: destination.resource, path: destination.pathOf("securityGroups") };
        const { on, path } = placeOfRules(interfaces, "egress", elsewhere);
        return PROTOCOLS.flatMap((protocol): Verdict[] => {
            const answers = ends.map((end) => permits(rules, { protocol, number: KDC_PORT }, end));
            if (answers.includes(false)) {
                const what = `leads to the key distribution center on ${portTitles(protocol, [KDC_PORT])}`;
                const found = `No egress rule of ${groupTitles(interfaces)} ${what}`;
                return [violation(path, found, { on, requirements: [ROWS[protocol]] })];
            }
            return answers.some(isUnknown) ? [undetermined(path, "the rules are not known yet", { on })] : [];
        });
    },
    examples: {
        valid: [
            { title: "both protocols", stack: withKerberos({ more: [kdcRule("tcp"), kdcRule("udp")] }) },
            {
                title: "all protocols",
                stack: withKerberos({
                    interfaces: { egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/16"] }] },
                }),
            },
            { title: "SASL/SCRAM, which needs no ticket", stack: network() },
            { title: "rules that are not known yet", stack: withKerberos({ interfaces: { egress: UNKNOWN } }) },
        ],
        invalid: [
            { title: "TCP alone", stack: withKerberos({ more: [kdcRule("tcp")] }) },
            { title: "UDP alone", stack: withKerberos({ more: [kdcRule("udp")] }) },
            { title: "neither", stack: withKerberos({}) },
        ],
    },
});

const PROTOCOLS: readonly Port["protocol"][] = ["tcp", "udp"];

/** Where the key distribution centers are that actions ask through the destination. */
function kdcEnds(destination: Destination): (Endpoint | typeof ANYWHERE)[] {
    const hosts = new Set<string | undefined>();
    for (const action of actionsOf(destination)) {
        if (action.mechanism !== "GSSAPI") continue;
        const kdc = action.property("sasl.kerberos.krb5.kdc");
        hosts.add(typeof kdc === "string" ? kdcParts(kdc).host : undefined);
    }
    return [...hosts].map((host) => {
        const block = parseBlock(host);
        return block ? { groups: { names: [], complete: false }, block } : ANYWHERE;
    });
}

function withKerberos(changes: NetworkChanges) {
    return network({
        mode: KERBEROS,
        properties: { "bootstrap.servers": "kafka-1.plant.example:9092" },
        interfaces: {
            egress: [inline({ fromPort: 9092, toPort: 9092, cidrBlocks: ["10.0.0.0/16"] })],
            ingress: [inline({ fromPort: 9092, toPort: 9092, self: true })],
        },
        ...changes,
    });
}

function kdcRule(ipProtocol: string) {
    return groupRule("Egress", "interfaces", { ipProtocol, fromPort: 88, toPort: 88, cidrIpv4: "10.0.3.4/32" });
}
