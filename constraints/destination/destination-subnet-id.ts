import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined } from "../core/verdict";
import { SUBNET_IDS, withDestination } from "../examples/destinations";
import { RESOURCE_IDS } from "./pages";
import { checkResourceId } from "./resourceId";

export const destinationSubnetId = defineConstraint({
    id: "destination-subnet-id",
    subject: "destination",
    requirements: ["DEST-ID-02"],
    level: "mandatory",
    severity: "high",
    what: "Each entry of subnetIds is the id of a subnet.",
    why: "AWS IoT finds no subnet by any other text, and refuses the destination.",
    fix: `Give the subnet's id, such as ${SUBNET_IDS[0]}, or the \`id\` output of the subnet.`,
    source: RESOURCE_IDS,
    check: (destination) => {
        const ids = destination.list("subnetIds");
        if (isUnknown(ids)) return undetermined(destination.pathOf("subnetIds"));
        return ids.flatMap((id, index) => checkResourceId(id, destination.pathOf("subnetIds", index), "subnet") ?? []);
    },
    examples: {
        valid: [
            { title: "ids of subnets", stack: withDestination({ subnetIds: [...SUBNET_IDS, "subnet-0a1b2c3d"] }) },
            {
                title: "a subnet that is yet to be made",
                stack: withDestination({ subnetIds: [UNKNOWN, SUBNET_IDS[0]] }),
            },
            {
                title: "the sample of an AWS page, of which documentation-placeholder speaks",
                stack: withDestination({ subnetIds: ["subnet-123456789101230456"] }),
            },
        ],
        invalid: [
            { title: "the name of a zone", stack: withDestination({ subnetIds: ["us-east-1a", SUBNET_IDS[0]] }) },
            { title: "a VPC beside an unknown one", stack: withDestination({ subnetIds: [UNKNOWN, "vpc-0a1b2c3d"] }) },
            { title: "an empty text", stack: withDestination({ subnetIds: [SUBNET_IDS[0], ""] }) },
        ],
    },
});
