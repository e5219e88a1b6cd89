import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { withDestination } from "../examples/destinations";
import type { Destination } from "../facts/destination";
import { VPC_DESTINATION_API } from "./pages";

export const destinationRequired = defineConstraint({
    id: "destination-required",
    subject: "destination",
    requirements: ["DEST-REQ-01"],
    level: "mandatory",
    severity: "high",
    what: "A VPC destination names its VPC, its subnets and its role.",
    why: "AWS IoT cannot make its network interfaces without them, and refuses the destination.",
    fix: "Give vpcId, subnetIds and roleArn; only securityGroups may be left out.",
    source: VPC_DESTINATION_API,
    check: (destination) => {
        // Without any configuration destination-kind speaks.
        if (destination.vpcConfiguration === undefined) return undefined;
        return ["vpcId", "subnetIds", "roleArn"].flatMap((name) => judge(destination, name) ?? []);
    },
    examples: {
        valid: [
            { title: "all that is required", stack: withDestination({}) },
            { title: "no security groups", stack: withDestination({ securityGroups: undefined }) },
        ],
        invalid: [
            { title: "no VPC", stack: withDestination({ vpcId: undefined }) },
            { title: "an empty VPC id", stack: withDestination({ vpcId: "" }) },
            { title: "no subnets", stack: withDestination({ subnetIds: undefined }) },
            { title: "one subnet that is no list", stack: withDestination({ subnetIds: "subnet-0a1b2c3d4e5f60718" }) },
            { title: "no role", stack: withDestination({ roleArn: undefined }) },
        ],
    },
});

function judge(destination: Destination, name: string): Verdict | undefined {
    const value = destination.value(name);
    if (isUnknown(value)) return undetermined(destination.pathOf(name));
    if (value === undefined) {
        return violation(destination.pathOf(), `${name} is missing`, { fix: `Give \`vpcConfiguration.${name}\`.` });
    }
    if (value === "") return violation(destination.pathOf(name), `${name} is empty`);
    if (name === "subnetIds" && !Array.isArray(value)) {
        return violation(destination.pathOf(name), `${name} is ${show(value)}, not a list`);
    }
    return undefined;
}
