import { text } from "../../../provider/value";
import { ec2Id } from "../../identifiers";
import { Refusal } from "../../refusal";
import { arn, zonesOf } from "../../scope";
import type { Attempt, ResourceTable } from "../../table";
import { first } from "../common";
import { blockOf, inside, overlap } from "./cidr";
import { dependencyViolation, subnetHasInterfaces } from "./inUse";

const TOKEN = "aws:ec2/subnet:Subnet";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html */
export const subnet: ResourceTable = {
    token: TOKEN,
    required: ["vpcId"],
    taggable: true,
    defaults: {
        assignIpv6AddressOnCreation: false,
        enableDns64: false,
        enableResourceNameDnsARecordOnLaunch: false,
        enableResourceNameDnsAaaaRecordOnLaunch: false,
        ipv6Native: false,
        mapPublicIpOnLaunch: false,
    },
    computed: [
        ...["arn", "ownerId", "availabilityZone", "availabilityZoneId", "ipv6CidrBlockAssociationId"],
        ...["privateDnsHostnameTypeOnLaunch", "cidrBlock", "ipv6CidrBlock"],
    ],
    replaces: ["vpcId", "cidrBlock", "availabilityZone", "availabilityZoneId", "ipv6Native", "outpostArn"],
    remembers: [
        "vpcId",
        "cidrBlock",
        "availabilityZone",
        "availabilityZoneId",
        "arn",
        "mapPublicIpOnLaunch",
        "tagsAll",
    ],
    make: ({ scope, inputs }) => {
        const id = ec2Id("subnet");
        const zones = zonesOf(scope.region);
        const zone =
            zones.find(({ name }) => name === inputs.availabilityZone) ??
            zones.find((one) => one.id === inputs.availabilityZoneId) ??
            zones[0];
        return {
            id,
            outputs: {
                arn: arn(scope, "ec2", `subnet/${id}`),
                ownerId: scope.account,
                availabilityZone: zone?.name,
                availabilityZoneId: zone?.id,
                ipv6CidrBlockAssociationId: "",
                privateDnsHostnameTypeOnLaunch: "ip-name",
            },
        };
    },
    refuse: (attempt) =>
        first(
            () => zoneProblem(attempt),
            () => blockProblem(attempt),
        ),
    holds: ({ id, account, scope }) =>
        subnetHasInterfaces(account, scope, id)
            ? dependencyViolation(`The subnet '${id}' has dependencies and cannot be deleted.`)
            : undefined,
};

function zoneProblem({ inputs, scope }: Attempt): Refusal | undefined {
    const zone = text(inputs, "availabilityZone");
    const names = zonesOf(scope.region).map(({ name }) => name);
    return zone && !names.includes(zone)
        ? new Refusal(
              "InvalidParameterValue",
              `Value (${zone}) for parameter availabilityZone is invalid. ` +
                  `Subnets can currently only be created in the following availability zones: ${names.join(", ")}.`,
          )
        : undefined;
}

function blockProblem({ moment, inputs, account, scope }: Attempt): Refusal | undefined {
    const cidr = text(inputs, "cidrBlock");
    if (!cidr || moment === "update") {
        return undefined;
    }
    const block = blockOf(cidr);
    if (!block) {
        return new Refusal("InvalidParameterValue", `Value (${cidr}) for parameter cidrBlock is invalid.`);
    }
    const vpcId = text(inputs, "vpcId") ?? "";
    const vpcBlock = text(account.find("aws:ec2/vpc:Vpc", vpcId)?.facts, "cidrBlock");
    if (block.prefix < 16 || block.prefix > 28 || (vpcBlock && !inside(cidr, vpcBlock))) {
        return new Refusal("InvalidSubnet.Range", `The CIDR '${cidr}' is invalid.`);
    }
    const neighbours = account.all(TOKEN, scope.region).filter(({ facts }) => facts.vpcId === vpcId);
    return neighbours.some(({ facts }) => overlap(cidr, text(facts, "cidrBlock") ?? ""))
        ? new Refusal("InvalidSubnet.Conflict", `The CIDR '${cidr}' conflicts with another subnet`)
        : undefined;
}
