import { text } from "../../../provider/value";
import { ec2Id } from "../../identifiers";
import { Refusal } from "../../refusal";
import { arn } from "../../scope";
import type { Attempt, ResourceTable } from "../../table";
import { first } from "../common";
import { dependencyViolation } from "./inUse";
import { associationId } from "./routing";

const NAT = "aws:ec2/natGateway:NatGateway";
const INTERNET = "aws:ec2/internetGateway:InternetGateway";
const SUBNET = "aws:ec2/subnet:Subnet";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateInternetGateway.html */
export const internetGateway: ResourceTable = {
    token: INTERNET,
    required: [],
    taggable: true,
    computed: ["arn", "ownerId", "vpcId"],
    replaces: [],
    remembers: ["vpcId"],
    make: ({ scope }) => {
        const id = ec2Id("igw");
        return { id, outputs: { arn: arn(scope, "ec2", `internet-gateway/${id}`), ownerId: scope.account } };
    },
    refuse: ({ moment, inputs, account, scope }) =>
        moment === "create" &&
        inputs.vpcId &&
        account.all(INTERNET, scope.region).some(({ facts }) => facts.vpcId === inputs.vpcId)
            ? new Refusal(
                  "Resource.AlreadyAssociated",
                  `Network ${inputs.vpcId} already has an internet gateway attached`,
              )
            : undefined,
    holds: ({ state, account, scope }) => {
        const vpcId = text(state, "vpcId");
        const mapped = account
            .all(NAT, scope.region)
            .filter(({ facts }) => facts.connectivityType !== "private")
            .map(({ facts }) => account.find(SUBNET, text(facts, "subnetId") ?? "")?.facts.vpcId);
        return vpcId && mapped.includes(vpcId)
            ? dependencyViolation(
                  `Network ${vpcId} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.`,
              )
            : undefined;
    },
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html */
export const natGateway: ResourceTable = {
    token: NAT,
    required: [],
    taggable: true,
    defaults: { connectivityType: "public" },
    computed: [
        ...[
            "associationId",
            "networkInterfaceId",
            "publicIp",
            "privateIp",
            "secondaryAllocationIds",
            "vpcId",
            "routeTableId",
        ],
        ...["secondaryPrivateIpAddressCount", "secondaryPrivateIpAddresses", "availabilityMode", "autoProvisionZones"],
        ...["autoScalingIps", "regionalNatGatewayAddresses", "regionalNatGatewayAutoMode", "availabilityZoneAddresses"],
    ],
    replaces: ["allocationId", "connectivityType", "privateIp", "subnetId", "availabilityMode", "vpcId"],
    sets: ["secondaryAllocationIds", "secondaryPrivateIpAddresses"],
    remembers: ["subnetId", "allocationId", "connectivityType"],
    make: ({ inputs, account }) => ({
        id: ec2Id("nat"),
        outputs: {
            associationId: inputs.connectivityType === "private" ? "" : associationId(),
            networkInterfaceId: ec2Id("eni"),
            publicIp:
                text(account.find("aws:ec2/eip:Eip", text(inputs, "allocationId") ?? "")?.facts, "publicIp") ?? "",
            privateIp: address(10, 0),
            vpcId: text(account.find(SUBNET, text(inputs, "subnetId") ?? "")?.facts, "vpcId"),
            secondaryAllocationIds: [],
            secondaryPrivateIpAddressCount: 0,
            secondaryPrivateIpAddresses: [],
            availabilityMode: "zonal",
        },
    }),
    refuse: (attempt) =>
        first(
            () => natTargetProblem(attempt),
            () => allocationProblem(attempt),
        ),
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AllocateAddress.html */
export const eip: ResourceTable = {
    token: "aws:ec2/eip:Eip",
    required: [],
    taggable: true,
    computed: [
        ...[
            "allocationId",
            "arn",
            "associationId",
            "carrierIp",
            "customerOwnedIp",
            "privateDns",
            "privateIp",
            "ptrRecord",
        ],
        ...["publicDns", "publicIp", "domain", "instance", "networkInterface", "networkBorderGroup", "publicIpv4Pool"],
        "ipamPoolId",
    ],
    replaces: ["address", "customerOwnedIpv4Pool", "domain", "ipamPoolId", "networkBorderGroup", "publicIpv4Pool"],
    remembers: ["publicIp"],
    make: ({ scope }) => {
        const id = ec2Id("eipalloc");
        const publicIp = address(203, 0);
        const host = `ec2-${publicIp.replaceAll(".", "-")}`;
        const outputs = { allocationId: id, arn: arn(scope, "ec2", `elastic-ip/${id}`), publicIp, domain: "vpc" };
        return {
            id,
            outputs: {
                ...outputs,
                publicDns: `${host}.${scope.region}.compute.amazonaws.com`,
                ptrRecord: "",
                associationId: "",
                instance: "",
                networkInterface: "",
                networkBorderGroup: scope.region,
                publicIpv4Pool: "amazon",
            },
        };
    },
    holds: ({ id, account, scope }) =>
        account.all(NAT, scope.region).some(({ facts }) => facts.allocationId === id)
            ? new Refusal("InvalidIPAddress.InUse", "The address is in use by a NAT gateway.")
            : undefined,
};

function natTargetProblem({ inputs }: Attempt): Refusal | undefined {
    if (!text(inputs, "subnetId") && inputs.availabilityMode !== "regional") {
        return new Refusal("MissingParameter", "The request must contain the parameter subnetId");
    }
    return inputs.connectivityType === "public" &&
        inputs.availabilityMode !== "regional" &&
        !text(inputs, "allocationId")
        ? new Refusal(
              "MissingParameter",
              "The request must include the AllocationId parameter. Add the required parameter and retry the request.",
          )
        : undefined;
}

function allocationProblem({ moment, inputs, account, scope }: Attempt): Refusal | undefined {
    const allocationId = text(inputs, "allocationId");
    const used = account.all(NAT, scope.region).some(({ facts }) => facts.allocationId === allocationId);
    return moment === "create" && allocationId && used
        ? new Refusal("Resource.AlreadyAssociated", `Elastic IP address [${allocationId}] is already associated`)
        : undefined;
}

/** A made-up address; 203.0.113.0/24 is nobody's. */
function address(first: number, second: number): string {
    const third = first === 203 ? 113 : Math.floor(Math.random() * 256);
    return `${first}.${second}.${third}.${1 + Math.floor(Math.random() * 254)}`;
}
