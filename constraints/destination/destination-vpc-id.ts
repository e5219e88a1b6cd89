import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { VPC_ID, withDestination } from "../examples/destinations";
import { RESOURCE_IDS } from "./pages";
import { checkResourceId } from "./resourceId";

export const destinationVpcId = defineConstraint({
    id: "destination-vpc-id",
    subject: "destination",
    requirements: ["DEST-ID-01"],
    level: "mandatory",
    severity: "high",
    what: "vpcId is the id of a VPC.",
    why: "AWS IoT finds no VPC by any other text, and refuses the destination.",
    fix: `Give the VPC's id, such as ${VPC_ID}, or the \`id\` output of the VPC.`,
    source: RESOURCE_IDS,
    check: (destination) => {
        const id = destination.value("vpcId");
        if (id === undefined || id === "") return undefined;
        return checkResourceId(id, destination.pathOf("vpcId"), "vpc");
    },
    examples: {
        valid: [
            { title: "an id with 17 digits", stack: withDestination({ vpcId: VPC_ID }) },
            { title: "an id with 8 digits", stack: withDestination({ vpcId: "vpc-0a1b2c3d" }) },
            { title: "a VPC that is yet to be made", stack: withDestination({ vpcId: UNKNOWN }) },
        ],
        invalid: [
            { title: "a name", stack: withDestination({ vpcId: "plant" }) },
            { title: "a subnet", stack: withDestination({ vpcId: "subnet-0a1b2c3d4e5f60718" }) },
            { title: "capital letters", stack: withDestination({ vpcId: "vpc-0A1B2C3D" }) },
            { title: "18 digits", stack: withDestination({ vpcId: "vpc-123456789101230456" }) },
        ],
    },
});
