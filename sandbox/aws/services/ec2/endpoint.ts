import { randomBytes } from "node:crypto";
import { type Properties, text, texts } from "../../../provider/value";
import { ec2Id } from "../../identifiers";
import { Refusal } from "../../refusal";
import { arn, dnsSuffixOf, type Scope } from "../../scope";
import type { ResourceTable } from "../../table";

const SERVICE = /^([\w-]+\.)+[\w-]+$/;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html */
export const vpcEndpoint: ResourceTable = {
    token: "aws:ec2/vpcEndpoint:VpcEndpoint",
    required: ["vpcId"],
    taggable: true,
    defaults: { vpcEndpointType: "Gateway" },
    computed: [
        ...["arn", "cidrBlocks", "dnsEntries", "networkInterfaceIds", "ownerId", "prefixListId", "requesterManaged"],
        ...["state", "policy", "privateDnsEnabled", "ipAddressType", "dnsOptions", "routeTableIds"],
        ...["securityGroupIds", "subnetIds", "subnetConfigurations", "serviceRegion"],
    ],
    replaces: [
        "serviceName",
        "serviceNetworkArn",
        "resourceConfigurationArn",
        "serviceRegion",
        "vpcEndpointType",
        "vpcId",
    ],
    documents: ["policy"],
    sets: ["routeTableIds", "securityGroupIds", "subnetIds", "subnetConfigurations"],
    remembers: ["vpcId", "vpcEndpointType", "subnetIds", "securityGroupIds"],
    make: ({ scope, inputs }) => {
        const id = ec2Id("vpce");
        const subnets = texts(inputs, "subnetIds");
        return {
            id,
            outputs: {
                arn: arn(scope, "ec2", `vpc-endpoint/${id}`),
                ownerId: scope.account,
                state: "available",
                requesterManaged: false,
                networkInterfaceIds: subnets.map(() => ec2Id("eni")),
                dnsEntries: inputs.vpcEndpointType === "Interface" ? [dnsEntry(id, inputs, scope)] : [],
                privateDnsEnabled: false,
                ipAddressType: "ipv4",
                cidrBlocks: [],
                routeTableIds: [],
                securityGroupIds: [],
                subnetIds: [],
            },
        };
    },
    refuse: ({ inputs }) => {
        const service = text(inputs, "serviceName");
        if (service !== undefined && !SERVICE.test(service)) {
            return new Refusal("InvalidServiceName", `The Vpc Endpoint Service '${service}' does not exist`);
        }
        return inputs.vpcEndpointType !== "Interface" && texts(inputs, "subnetIds").length > 0
            ? new Refusal("InvalidParameter", "Subnets are not supported for this endpoint type.")
            : undefined;
    },
};

function dnsEntry(id: string, inputs: Properties, { region, partition }: Scope): Properties {
    const service = text(inputs, "serviceName")?.split(".").pop() ?? "service";
    const label = `${id}-${randomBytes(4).toString("hex")}`;
    return { dnsName: `${label}.${service}.${region}.vpce.${dnsSuffixOf(partition)}`, hostedZoneId: "Z7HUB22UULQXV" };
}
