import { parts, text } from "../../../provider/value";
import { ec2Id, uuid } from "../../identifiers";
import { Refusal } from "../../refusal";
import { arn } from "../../scope";
import type { ResourceTable } from "../../table";
import { first } from "../common";
import { dependencyViolation } from "./inUse";

const ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const ROUTE = "aws:ec2/route:Route";
const DESTINATIONS = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"];
const TARGETS = [
    ...["carrierGatewayId", "coreNetworkArn", "egressOnlyGatewayId", "gatewayId", "localGatewayId", "natGatewayId"],
    ...["networkInterfaceId", "odbNetworkArn", "transitGatewayId", "vpcEndpointId", "vpcPeeringConnectionId"],
];

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRouteTable.html */
export const routeTable: ResourceTable = {
    token: "aws:ec2/routeTable:RouteTable",
    required: ["vpcId"],
    taggable: true,
    computed: ["arn", "ownerId", "propagatingVgws", "routes"],
    replaces: ["vpcId"],
    sets: ["routes", "propagatingVgws"],
    remembers: ["vpcId", "routes"],
    make: ({ scope }) => {
        const id = ec2Id("rtb");
        const outputs = { arn: arn(scope, "ec2", `route-table/${id}`), ownerId: scope.account };
        return { id, outputs: { ...outputs, propagatingVgws: [], routes: [] } };
    },
    holds: ({ id, account, scope }) =>
        account.all(ASSOCIATION, scope.region).some(({ facts }) => facts.routeTableId === id)
            ? dependencyViolation(`The routeTable '${id}' has dependencies and cannot be deleted.`)
            : undefined,
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html */
export const route: ResourceTable = {
    token: ROUTE,
    required: ["routeTableId"],
    computed: ["instanceId", "instanceOwnerId", "origin", "state", "networkInterfaceId"],
    replaces: ["routeTableId", ...DESTINATIONS],
    remembers: ["routeTableId", ...DESTINATIONS, "natGatewayId", "gatewayId"],
    make: ({ inputs }) => ({
        id: `r-${text(inputs, "routeTableId")}${DESTINATIONS.map((name) => text(inputs, name) ?? "").join("")}`,
        outputs: { origin: "CreateRoute", state: "active", instanceId: "", instanceOwnerId: "" },
    }),
    refuse: ({ moment, inputs, account, scope }) => {
        const destination = DESTINATIONS.find((name) => text(inputs, name));
        return first(
            () =>
                destination
                    ? undefined
                    : new Refusal("MissingParameter", `One of ${DESTINATIONS.join(", ")} must be specified`),
            () =>
                TARGETS.some((name) => text(inputs, name))
                    ? undefined
                    : new Refusal("MissingParameter", `One of ${TARGETS.join(", ")} must be specified`),
            () =>
                moment === "create" &&
                account
                    .all(ROUTE, scope.region)
                    .some(
                        ({ facts }) =>
                            facts.routeTableId === inputs.routeTableId &&
                            facts[destination ?? ""] === inputs[destination ?? ""],
                    )
                    ? new Refusal(
                          "RouteAlreadyExists",
                          `The route identified by ${inputs[destination ?? ""]} already exists.`,
                      )
                    : undefined,
        );
    },
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateRouteTable.html */
export const routeTableAssociation: ResourceTable = {
    token: ASSOCIATION,
    required: ["routeTableId"],
    computed: [],
    replaces: ["subnetId", "gatewayId"],
    remembers: ["routeTableId", "subnetId", "gatewayId"],
    make: () => ({ id: ec2Id("rtbassoc"), outputs: {} }),
    refuse: ({ moment, inputs, account, scope }) => {
        if (!text(inputs, "subnetId") && !text(inputs, "gatewayId")) {
            return new Refusal("MissingParameter", "One of subnetId, gatewayId must be specified");
        }
        const conflict = account
            .all(ASSOCIATION, scope.region)
            .some(({ facts }) => inputs.subnetId !== undefined && facts.subnetId === inputs.subnetId);
        return moment === "create" && conflict
            ? new Refusal(
                  "Resource.AlreadyAssociated",
                  `the specified association for route table ${text(inputs, "routeTableId")} conflicts with an existing association`,
              )
            : undefined;
    },
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAcl.html */
export const networkAcl: ResourceTable = {
    token: "aws:ec2/networkAcl:NetworkAcl",
    required: ["vpcId"],
    taggable: true,
    computed: ["arn", "ownerId", "ingress", "egress", "subnetIds"],
    replaces: ["vpcId"],
    sets: ["ingress", "egress", "subnetIds"],
    make: ({ scope }) => {
        const id = ec2Id("acl");
        const outputs = { arn: arn(scope, "ec2", `network-acl/${id}`), ownerId: scope.account };
        return { id, outputs: { ...outputs, ingress: [], egress: [], subnetIds: [] } };
    },
    refuse: ({ inputs }) => {
        const numbers = [parts(inputs, "ingress"), parts(inputs, "egress")].map((rules) =>
            rules.map(({ ruleNo }) => ruleNo),
        );
        return numbers.some((list) => new Set(list).size < list.length)
            ? new Refusal(
                  "NetworkAclEntryAlreadyExists",
                  "The network acl entry identified by its rule number already exists.",
              )
            : undefined;
    },
};

/** An id of the form that associations of addresses have. */
export function associationId(): string {
    return `eipassoc-${uuid().replaceAll("-", "").slice(0, 17)}`;
}
