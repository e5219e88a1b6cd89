import { defineConstraint } from "../core/constraint";
import { isUnknown, member, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { destination, SUBNET_IDS, withDestination } from "../examples/destinations";
import { stackOf } from "../examples/rules";
import type { Destination } from "../facts/destination";
import type { ResourceFacts } from "../facts/stack";
import { VPC_DESTINATION } from "./pages";

export const destinationZones = defineConstraint({
    id: "destination-zones",
    subject: "destination",
    joins: true,
    requirements: ["DEST-SUB-06"],
    level: "advisory",
    severity: "medium",
    what: "A VPC destination has subnets in at least two Availability Zones.",
    why: "All data goes through one zone otherwise: when it fails nothing arrives, and traffic to brokers elsewhere crosses zones.",
    fix: "List a subnet in each Availability Zone that has brokers.",
    source: VPC_DESTINATION,
    check: (destination) => {
        const path = destination.pathOf("subnetIds");
        const ids = destination.list("subnetIds");
        if (isUnknown(ids)) return undetermined(path);
        if (ids.length === 0) return undefined;
        if (ids.length === 1) return violation(path, "There is one subnet only");
        const zones = zonesOf(destination, ids);
        if (zones === undefined) return undefined;
        if (zones.some(isUnknown)) return undetermined(path, "the subnets' Availability Zones are not known yet");
        return new Set(zones).size === 1
            ? violation(path, `All ${ids.length} subnets are in one Availability Zone, ${String(zones[0])}`)
            : undefined;
    },
    examples: {
        valid: [
            { title: "two subnets of another stack", stack: withDestination({}) },
            { title: "two zones", stack: inZones("us-east-1a", "us-east-1b") },
            { title: "zones that are not known yet", stack: inZones("us-east-1a", UNKNOWN) },
        ],
        invalid: [
            { title: "one subnet", stack: withDestination({ subnetIds: [SUBNET_IDS[0]] }) },
            { title: "two subnets in one zone", stack: inZones("us-east-1a", "us-east-1a") },
        ],
    },
});

/** The zones of the subnets; undefined when the stack does not make them all. */
function zonesOf({ stack, resource }: Destination, ids: readonly unknown[]): unknown[] | undefined {
    const subnets = stack.referenced(resource, "vpcConfiguration", ids, "subnet");
    if (subnets.length !== ids.length) return undefined;
    return subnets.map(
        ({ values }) => member(values, "availabilityZone") ?? member(values, "availabilityZoneId") ?? UNKNOWN,
    );
}

function inZones(...zones: unknown[]) {
    const subnets = zones.map(
        (availabilityZone, index): ResourceFacts => ({
            kind: "subnet",
            id: `subnet${index}`,
            values: { availabilityZone, cidrBlock: `10.0.${index}.0/24` },
        }),
    );
    const { values } = destination("plant");
    const vpcConfiguration = { ...(values.vpcConfiguration as object), subnetIds: zones.map(() => UNKNOWN) };
    return stackOf(
        ...subnets,
        destination("plant", {
            values: { ...values, vpcConfiguration },
            references: { vpcConfiguration: subnets.map(({ id }) => id) },
        }),
    );
}
