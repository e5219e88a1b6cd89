import { text } from "../../../provider/value";
import { ec2Id } from "../../identifiers";
import { Refusal } from "../../refusal";
import { arn } from "../../scope";
import type { ResourceTable } from "../../table";
import { blockOf } from "./cidr";
import { dependencyViolation } from "./inUse";

const TOKEN = "aws:ec2/vpc:Vpc";
const DEPENDENTS = [
    "aws:ec2/subnet:Subnet",
    "aws:ec2/internetGateway:InternetGateway",
    "aws:ec2/routeTable:RouteTable",
    "aws:ec2/securityGroup:SecurityGroup",
    "aws:ec2/vpcEndpoint:VpcEndpoint",
];

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html */
export const vpc: ResourceTable = {
    token: TOKEN,
    required: [],
    taggable: true,
    defaults: {
        enableDnsHostnames: false,
        enableDnsSupport: true,
        enableNetworkAddressUsageMetrics: false,
        instanceTenancy: "default",
    },
    computed: [
        ...["arn", "ownerId", "defaultNetworkAclId", "defaultRouteTableId", "defaultSecurityGroupId", "dhcpOptionsId"],
        ...["ipv6AssociationId", "ipv6CidrBlock", "ipv6CidrBlockNetworkBorderGroup", "mainRouteTableId", "cidrBlock"],
    ],
    replaces: ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength", "instanceTenancy"],
    remembers: [
        "cidrBlock",
        "arn",
        "enableDnsSupport",
        "enableDnsHostnames",
        "mainRouteTableId",
        "defaultSecurityGroupId",
        "instanceTenancy",
        "tagsAll",
    ],
    make: ({ scope }) => {
        const id = ec2Id("vpc");
        const mainRouteTableId = ec2Id("rtb");
        return {
            id,
            outputs: {
                arn: arn(scope, "ec2", `vpc/${id}`),
                ownerId: scope.account,
                defaultNetworkAclId: ec2Id("acl"),
                defaultRouteTableId: mainRouteTableId,
                mainRouteTableId,
                defaultSecurityGroupId: ec2Id("sg"),
                dhcpOptionsId: ec2Id("dopt"),
                ipv6AssociationId: "",
                ipv6CidrBlock: "",
                ipv6CidrBlockNetworkBorderGroup: "",
            },
        };
    },
    refuse: ({ inputs }) => {
        const cidr = text(inputs, "cidrBlock");
        if (!cidr) {
            return inputs.ipv4IpamPoolId
                ? undefined
                : new Refusal("MissingParameter", "Either 'cidrBlock' or 'ipv4IpamPoolId' must be specified");
        }
        const block = blockOf(cidr);
        if (!block) {
            return new Refusal("InvalidParameterValue", `Value (${cidr}) for parameter cidrBlock is invalid.`);
        }
        return block.prefix < 16 || block.prefix > 28
            ? new Refusal("InvalidVpc.Range", `The CIDR '${cidr}' is invalid.`)
            : undefined;
    },
    holds: ({ id, account, scope }) =>
        DEPENDENTS.some((type) => account.all(type, scope.region).some(({ facts }) => facts.vpcId === id))
            ? dependencyViolation(`The vpc '${id}' has dependencies and cannot be deleted.`)
            : undefined,
};
