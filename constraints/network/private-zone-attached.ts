import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { KERBEROS } from "../examples/configurations";
import { inline, network } from "../examples/networks";
import { isMskHost } from "../facts/brokers";
import type { Destination } from "../facts/destination";
import { vpcIn } from "../facts/interfaces";
import type { KafkaAction } from "../facts/kafkaAction";
import { isAttached, zonesOfHost } from "../facts/privateZones";
import type { ResourceFacts, StackFacts } from "../facts/stack";
import { actionsOf } from "../facts/targets";
import { kdcParts } from "../kafka-action/kdc";
import { PRIVATE_ZONES } from "./pages";

const PATH = ["vpcs"];

export const privateZoneAttached = defineConstraint({
    id: "private-zone-attached",
    subject: "destination",
    joins: true,
    requirements: ["VPC-DNS-03"],
    level: "mandatory",
    severity: "high",
    what: "A private hosted zone with the names of brokers or of the key distribution center is attached to the VPC of the destination.",
    why: "A private zone answers in the VPCs that it is attached to and nowhere else: the interfaces find no address for the name.",
    fix: "Add the VPC of the destination to `vpcs` of the zone, or an `aws.route53.ZoneAssociation`.",
    source: PRIVATE_ZONES,
    check: (destination) => {
        const { stack } = destination;
        const vpc = vpcIn(stack, destination.resource, "vpcConfiguration", destination.value("vpcId"));
        const verdicts = new Map<ResourceFacts, Verdict>();
        for (const host of hostsOf(destination)) {
            const zones = zonesOfHost(stack, host);
            // A public zone of the same name answers everywhere.
            if (zones.some(({ isPrivate }) => isPrivate === false)) continue;
            const answers = zones.map(({ zone }) => ({ zone, attached: isAttached(stack, zone, vpc) }));
            const [first] = answers;
            if (first === undefined || answers.some(({ attached }) => attached === true)) continue;
            const on = first.zone;
            const found = `The private zone is attached to other VPCs than the destination's, which needs ${show(host)}`;
            const isOpen = answers.some(({ attached }) => isUnknown(attached));
            const open = undetermined(PATH, "which VPCs the zone is attached to is not known yet", { on });
            if (!verdicts.has(on)) verdicts.set(on, isOpen ? open : violation(PATH, found, { on }));
        }
        return [...verdicts.values()];
    },
    examples: {
        valid: [
            { title: "a zone in the VPC of the destination", stack: withZone("vpc") },
            { title: "a zone of other names", stack: withZone("other", "warehouse.example") },
            { title: "a public zone, which answers everywhere", stack: withZone(undefined) },
            {
                title: "a zone that an association attaches",
                stack: withZone("other", "plant.example", {
                    kind: "zoneAssociation",
                    id: "zone-association",
                    values: { zoneId: UNKNOWN, vpcId: UNKNOWN },
                    references: { zoneId: ["zone"], vpcId: ["vpc"] },
                }),
            },
            {
                title: "a zone whose VPC is not known yet",
                stack: withZone(UNKNOWN),
            },
        ],
        invalid: [{ title: "a zone in another VPC", stack: withZone("other") }],
    },
});

/** The names of brokers and of key distribution centers that are looked up in the VPC; Amazon MSK sees to its own. */
function hostsOf(destination: Destination): ReadonlySet<string> {
    const hosts = actionsOf(destination).flatMap((action) => [...brokersOf(action), ...kdcOf(action)]);
    return new Set(hosts.filter((host) => !isMskHost(host)));
}

function brokersOf({ brokers }: KafkaAction): string[] {
    if (isUnknown(brokers)) return [];
    return brokers.flatMap(({ host, problem }) => (problem !== undefined || host === undefined ? [] : [host]));
}

function kdcOf(action: KafkaAction): string[] {
    const kdc = action.mechanism === "GSSAPI" ? action.property("sasl.kerberos.krb5.kdc") : undefined;
    const host = typeof kdc === "string" ? kdcParts(kdc).host : undefined;
    return host === undefined ? [] : [host];
}

function withZone(
    vpc: string | typeof UNKNOWN | undefined,
    name = "plant.example",
    ...more: ResourceFacts[]
): StackFacts {
    const open = { fromPort: 9092, toPort: 9092 };
    const vpcs = vpc === undefined ? {} : { vpcs: [{ vpcId: UNKNOWN }] };
    return network({
        mode: KERBEROS,
        interfaces: {
            egress: [inline({ protocol: "-1", cidrBlocks: ["10.0.0.0/16"] })],
            ingress: [inline({ ...open, self: true })],
        },
        properties: { "bootstrap.servers": "kafka-1.plant.example:9092" },
        more: [
            { kind: "vpc", id: "other", name: "other", values: { enableDnsHostnames: true } },
            {
                kind: "zone",
                id: "zone",
                name: "zone",
                values: { name, ...vpcs },
                references: typeof vpc === "string" ? { vpcs: [vpc] } : {},
            },
            ...more,
        ],
    });
}
