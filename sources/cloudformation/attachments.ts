import { UNKNOWN } from "../../constraints/core/known";
import { idIn } from "../conversion/placedResource";
import type { Intrinsics } from "./intrinsics";
import type { Draft } from "./readTemplate";
import type { Template } from "./template";

const ATTACHMENT = "AWS::EC2::VPCGatewayAttachment";

/** An internet gateway is attached to its VPC by a resource of its own; in Pulumi the gateway names the VPC. */
export function addAttachments(
    file: string,
    template: Template,
    intrinsics: Intrinsics,
    drafts: readonly Draft[],
): void {
    for (const { type, properties } of template.resources.values()) {
        if (type !== ATTACHMENT) continue;
        const gateways = edgesOf(intrinsics, properties, "InternetGatewayId");
        const vpcs = edgesOf(intrinsics, properties, "VpcId");
        for (const draft of drafts) {
            if (draft.kind !== "internetGateway" || !gateways.edges.includes(draft.logicalId)) continue;
            draft.values.vpcId = vpcs.value ?? UNKNOWN;
            if (vpcs.edges.length > 0) draft.references.vpcId = vpcs.edges.map((id) => idIn(file, id));
        }
    }
}

function edgesOf(intrinsics: Intrinsics, properties: unknown, name: string) {
    intrinsics.edges = new Set();
    const value = intrinsics.plain((properties as Record<string, unknown> | undefined)?.[name]);
    return { value, edges: [...intrinsics.edges] };
}
