import { isRecord, isUnknown, member, UNKNOWN } from "../core/known";
import { type Answer, anyOf } from "./answers";
import { isSame, type Named, nameIn, nameOf } from "./identity";
import { vpcIn } from "./interfaces";
import type { ResourceFacts, Stack } from "./stack";

/** A zone of the stack that has a host's name. */
export interface HostZone {
    readonly zone: ResourceFacts;
    /** Whether it is attached to any VPC, as only private zones are. */
    readonly isPrivate: Answer;
}

/** The zones of the stack that may answer for a host: of those whose names fit, the ones with the longest. */
export function zonesOfHost(stack: Stack, host: string): HostZone[] {
    const name = plain(host);
    const fitting = stack.ofKind("zone").flatMap((zone) => {
        const own = member(zone.values, "name");
        if (typeof own !== "string" || own === "") return [];
        const suffix = plain(own);
        return name === suffix || name.endsWith(`.${suffix}`) ? [{ zone, length: suffix.length }] : [];
    });
    const longest = Math.max(...fitting.map(({ length }) => length));
    return fitting
        .filter(({ length }) => length === longest)
        .map(({ zone }) => ({ zone, isPrivate: vpcsOf(stack, zone).length > 0 }));
}

/** Whether a private zone is attached to a VPC. */
export function isAttached(stack: Stack, zone: ResourceFacts, vpc: Named): Answer {
    return anyOf(vpcsOf(stack, zone).map((attached) => (isUnknown(attached) ? UNKNOWN : isSame(attached, vpc))));
}

/** The VPCs that a zone is attached to: those in the zone itself, and those of associations that may be its own. */
function vpcsOf(stack: Stack, zone: ResourceFacts): (Named | typeof UNKNOWN)[] {
    const list = member(zone.values, "vpcs") ?? undefined;
    const own = Array.isArray(list) ? list : list === undefined ? [] : [UNKNOWN];
    const attached = own.map((entry: unknown) =>
        isRecord(entry) ? vpcIn(stack, zone, "vpcs", member(entry, "vpcId")) : UNKNOWN,
    );
    for (const association of stack.ofKind("zoneAssociation")) {
        const { values } = association;
        const answer = isSame(nameIn(stack, association, "zoneId", member(values, "zoneId"), "zone"), nameOf(zone));
        if (answer === true) attached.push(vpcIn(stack, association, "vpcId", member(values, "vpcId")));
        else if (isUnknown(answer)) attached.push(UNKNOWN);
    }
    return attached;
}

function plain(host: string): string {
    return host.trim().toLowerCase().replace(/\.$/, "");
}
