import type { VpcDestinationArgs } from "pulumi-iot-kafka";
import { BROKERS, GROUP, NETWORK, OTHER_GROUP, ROLE } from "./samples";
import { type Change, each, type UpdateCases } from "./updateCase";

/** AWS allows five destinations in a Region, and one that is replaced counts twice for a while. */
const REGIONS = [
    "us-west-2",
    "eu-west-1",
    "eu-west-2",
    "eu-north-1",
    "ap-northeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "ap-northeast-2",
];

const IN_GROUP = ["to-kafka", "within-kafka"];
const KDC = ["to-kdc-tcp", "to-kdc-udp", "within-kdc-tcp", "within-kdc-udp"];

export function vpcDestinationCases(): UpdateCases<VpcDestinationArgs> {
    let count = 0;
    const changed = (row: string, after: object, changes: Readonly<Record<string, Change>>, before: object = {}) => {
        const common = { ...NETWORK, region: REGIONS[count++ % REGIONS.length] };
        return {
            rows: [row],
            before: { ...common, ...before } as VpcDestinationArgs,
            after: { ...common, ...before, ...after } as VpcDestinationArgs,
            changes,
        };
    };
    return {
        vpcId: changed(
            "vpcId",
            { vpcId: "vpc-0a1b2c3d4e5f60719" },
            { destination: "replaced", sg: "replaced", ...each(IN_GROUP, "replaced") },
        ),
        subnetIds: changed("subnetIds", { subnetIds: NETWORK.subnetIds.slice(0, 2) }, { destination: "replaced" }),
        groups: changed(
            "securityGroupIds",
            { securityGroupIds: [GROUP] },
            { destination: "replaced", sg: "deleted", ...each(IN_GROUP, "deleted") },
        ),
        roleArn: changed(
            "roleArn",
            { roleArn: ROLE },
            { destination: "replaced", role: "deleted", "role-policy": "deleted" },
        ),
        permissions: changed(
            "interfacePermissions",
            { interfacePermissions: "documented" },
            { "role-policy": "updated" },
        ),
        brokerPort: changed("brokerPort", { brokerPort: 9094 }, each(IN_GROUP, "updated"), { brokerPort: 9096 }),
        brokers: changed("bootstrapServers", { bootstrapServers: BROKERS }, each(IN_GROUP, "updated")),
        opened: changed(
            "brokerSecurityGroupId",
            { brokerSecurityGroupId: GROUP },
            { "to-kafka": "updated", "into-kafka": "created" },
        ),
        otherGroup: changed(
            "brokerSecurityGroupId",
            { brokerSecurityGroupId: OTHER_GROUP },
            { "to-kafka": "updated", "into-kafka": "replaced" },
            { brokerSecurityGroupId: GROUP },
        ),
        blocks: changed(
            "brokerCidrBlocks",
            { brokerCidrBlocks: ["10.1.0.0/16", "10.2.0.0/16"] },
            { "to-kafka": "deleted", ...each(["to-kafka-0", "to-kafka-1"], "created") },
        ),
        kerberos: changed("kerberos", { kerberos: true }, each(KDC, "created")),
        kdcGroup: changed(
            "kdcSecurityGroupId",
            { kdcSecurityGroupId: OTHER_GROUP },
            {
                ...each(["to-kdc-tcp", "to-kdc-udp"], "updated"),
                ...each(["into-kdc-tcp", "into-kdc-udp"], "replaced"),
            },
            { kdcSecurityGroupId: GROUP },
        ),
        kdcBlocks: changed(
            "kdcCidrBlocks",
            { kdcCidrBlocks: ["10.1.0.0/16"] },
            {
                ...each(["to-kdc-tcp", "to-kdc-udp"], "deleted"),
                ...each(["to-kdc-tcp-0", "to-kdc-udp-0"], "created"),
            },
            { kerberos: true },
        ),
        kdcHost: changed(
            "kdcRecord.host",
            { kdcRecord: { host: "kdc-2.plant.example", addresses: ["10.0.0.7"] } },
            { "kdc-zone": "replaced", "kdc-record": "replaced" },
            { kdcRecord: { host: "kdc.plant.example", addresses: ["10.0.0.7"] } },
        ),
        kdcZone: changed(
            "kdcRecord.zoneId",
            { kdcRecord: { host: "kdc.plant.example", addresses: ["10.0.0.7"], zoneId: "Z0123456789ABCDEFGHIJ" } },
            { "kdc-zone": "deleted", "kdc-record": "replaced" },
            { kdcRecord: { host: "kdc.plant.example", addresses: ["10.0.0.7"] } },
        ),
        kdcAddresses: changed(
            "kdcRecord.addresses",
            { kdcRecord: { host: "kdc.plant.example", addresses: ["10.0.0.7", "10.0.0.8"] } },
            { "kdc-record": "updated" },
            { kdcRecord: { host: "kdc.plant.example", addresses: ["10.0.0.7"] } },
        ),
        enabled: changed("enabled", { enabled: false }, { destination: "updated" }),
        region: changed(
            "region",
            { region: "sa-east-1" },
            {
                destination: "replaced",
                sg: "replaced",
                ...each(IN_GROUP, "replaced"),
                role: "updated",
            },
        ),
        tags: changed("tags", { tags: { team: "plant" } }, each(["sg", "role", ...IN_GROUP], "updated")),
    };
}
