import { type Known, UNKNOWN } from "../core/known";
import type { IotRole } from "./iotRole";
import { contextOf, type Decision } from "./permissions";
import type { RequestedResource } from "./requestedResource";

/** What AWS IoT does to the network with the role of a destination, and whether EC2 knows the resource it does it to. */
const ACTIONS: readonly { readonly action: string; readonly kinds: readonly string[] }[] = [
    { action: "ec2:CreateNetworkInterface", kinds: ["network-interface", "subnet", "security-group"] },
    { action: "ec2:DescribeNetworkInterfaces", kinds: [] },
    { action: "ec2:CreateNetworkInterfacePermission", kinds: ["network-interface"] },
    { action: "ec2:DeleteNetworkInterface", kinds: ["network-interface"] },
    { action: "ec2:DescribeSubnets", kinds: [] },
    { action: "ec2:DescribeVpcs", kinds: [] },
    { action: "ec2:DescribeVpcAttribute", kinds: ["vpc"] },
    { action: "ec2:DescribeSecurityGroups", kinds: [] },
];

/** The eight actions of the founding page, in its order. */
export const INTERFACE_ACTIONS: readonly string[] = ACTIONS.map(({ action }) => action);

/** Which interfaces carry the tag of AWS IoT: `absent` where it may not tag them. */
export type Tag = "present" | "absent";

type Rights = ReadonlyMap<string, Decision>;
const RIGHTS = new WeakMap<IotRole, Map<Tag, Rights>>();

/** What a role is answered for each of the eight actions, done to interfaces with the tag or without it. */
export function interfaceRights(role: IotRole, tag: Tag): Rights {
    const known = RIGHTS.get(role) ?? new Map<Tag, Rights>();
    RIGHTS.set(role, known);
    const rights = known.get(tag) ?? findRights(role, tag);
    known.set(tag, rights);
    return rights;
}

function findRights(role: IotRole, tag: Tag): Rights {
    return new Map(
        ACTIONS.map(({ action, kinds }): [string, Decision] => {
            const context = contextOf({ ...common(role), "ec2:CreateAction": [], ...tagOf(action, tag) });
            const resources = kinds.length === 0 ? (["*"] as const) : kinds.map((kind) => resourceOf(role, kind));
            return [action, worst(resources.map((resource) => role.decide({ action, resource, context })))];
        }),
    );
}

/** What a role is answered for tagging an interface while it makes it. */
export function taggingRight(role: IotRole): Decision {
    return role.decide({
        action: "ec2:CreateTags",
        resource: resourceOf(role, "network-interface"),
        context: contextOf({
            ...common(role),
            "ec2:CreateAction": "CreateNetworkInterface",
            "aws:RequestTag/VPCDestinationENI": "true",
            "aws:TagKeys": "VPCDestinationENI",
        }),
    });
}

function common({ region }: IotRole): Record<string, Known<string>> {
    return { "aws:RequestedRegion": region, "aws:SecureTransport": "true" };
}

/** What is done to an interface that is there already may hang on its tag. */
function tagOf(action: string, tag: Tag): Record<string, readonly string[]> {
    if (action !== "ec2:CreateNetworkInterfacePermission" && action !== "ec2:DeleteNetworkInterface") return {};
    const values = tag === "present" ? ["true"] : [];
    return { "ec2:ResourceTag/VPCDestinationENI": values, "aws:ResourceTag/VPCDestinationENI": values };
}

function resourceOf({ partition, region, account }: IotRole, kind: string): RequestedResource {
    return { partition, service: "ec2", region, account: account ?? UNKNOWN, resource: `${kind}/`, isOpen: true };
}

/** One call touches several resources, and all must be allowed. */
function worst(decisions: readonly Decision[]): Decision {
    return (
        decisions.find(({ answer }) => answer === "denied") ??
        decisions.find(({ answer }) => answer === "undetermined") ??
        decisions[0]!
    );
}
