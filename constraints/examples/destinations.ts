import { UNKNOWN } from "../core/known";
import type { ResourceFacts, StackFacts } from "../facts/stack";
import { withDestination } from "./configurations";
import { ACCOUNT, only, stackOf } from "./rules";

export { withDestination };

export const VPC_ID = "vpc-0a1b2c3d4e5f60718";
export const SUBNET_IDS = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"];
export const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/iot-kafka-interfaces`;

/** A correct destination with these changes beside its VPC configuration. */
export function withDestinationInputs(changes: Record<string, unknown>): StackFacts {
    const destination = only(withDestination({}));
    return stackOf({ ...destination, values: { ...destination.values, ...changes } });
}

/** A correct destination, as one resource of a larger stack. */
export function destination(id: string, changes: Partial<ResourceFacts> = {}): ResourceFacts {
    return only(withDestination({}), { id, name: id, ...changes });
}

/** The role of a correct destination. */
export function role(id = "interfaces", values: Record<string, unknown> = {}): ResourceFacts {
    return { kind: "role", id, name: id, values: { arn: ROLE_ARN, name: "iot-kafka-interfaces", ...values } };
}

/** A role policy that hangs on the role with this id. */
export function rolePolicy(id: string, roleId = "interfaces", values: Record<string, unknown> = {}): ResourceFacts {
    return {
        kind: "rolePolicy",
        id,
        name: id,
        values: { role: "iot-kafka-interfaces", ...values },
        references: { role: [roleId] },
        dependencies: [roleId],
    };
}

/** A destination in a VPC of the stack, beside these other resources, of which none is known by its id yet. */
export function inNewVpc(vpc: Record<string, unknown>, ...others: ResourceFacts[]): StackFacts {
    const { values } = destination("plant");
    const count = (kind: ResourceFacts["kind"]) => others.filter((other) => other.kind === kind).map(() => UNKNOWN);
    const vpcConfiguration = {
        ...(values.vpcConfiguration as object),
        vpcId: UNKNOWN,
        subnetIds: count("subnet").length > 0 ? count("subnet") : SUBNET_IDS,
        ...(count("securityGroup").length > 0 ? { securityGroups: count("securityGroup") } : {}),
    };
    return stackOf(
        { kind: "vpc", id: "vpc", name: "vpc", values: { enableDnsHostnames: true, ...vpc } },
        { kind: "vpc", id: "other", name: "other", values: { enableDnsHostnames: true } },
        ...others,
        destination("plant", {
            values: { ...values, vpcConfiguration },
            references: { vpcConfiguration: ["vpc", ...others.map(({ id }) => id)] },
        }),
    );
}

const EVERYTHING_OUT = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] };

/** A subnet or security group in the VPC with this id. */
export function inVpc(
    kind: "subnet" | "securityGroup",
    values: Record<string, unknown> = {},
    vpcId = "vpc",
): ResourceFacts {
    const rules = kind === "securityGroup" ? { egress: [EVERYTHING_OUT] } : {};
    const all = { vpcId: UNKNOWN, ...rules, ...values };
    return { kind, id: kind, name: kind, values: all, references: { vpcId: [vpcId] } };
}
