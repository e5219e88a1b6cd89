import { Record as DnsRecord, Zone } from "@pulumi/aws/route53";
import type { ComponentResource, Input, Resource } from "@pulumi/pulumi";
import type { Optional } from "./oneOf";
import type { KdcRecord } from "./vpcDestinationArgs";

export interface KdcRecordArgs extends KdcRecord {
    readonly vpcId: Input<string>;
    readonly region?: Optional<string> | undefined;
    readonly tags?: Optional<Record<string, Input<string>>> | undefined;
}

/** Seconds that resolvers keep the addresses. */
const TTL = 300;

/**
 * The name of the key distribution center in the VPC's private DNS, without which AWS IoT does not find it. A zone that is
 * made has this one name only, so that it hides no other name of the domain
 * (https://docs.aws.amazon.com/iot/latest/developerguide/apache-kafka-rule-action.html).
 */
export function createKdcRecord(
    component: ComponentResource,
    name: string,
    { host, addresses, zoneId, vpcId, region, tags }: KdcRecordArgs,
): Resource[] {
    const options = { parent: component };
    const zone =
        zoneId === undefined
            ? new Zone(
                  `${name}-kdc-zone`,
                  {
                      name: host,
                      comment: `The key distribution center that AWS IoT asks through the destination ${name}`,
                      vpcs: [{ vpcId, vpcRegion: region as Input<string> | undefined }],
                      tags,
                  },
                  options,
              )
            : undefined;
    const record = new DnsRecord(
        `${name}-kdc-record`,
        { zoneId: zone?.zoneId ?? zoneId!, name: host, type: "A", ttl: TTL, records: addresses },
        options,
    );
    return [...(zone ? [zone] : []), record];
}
