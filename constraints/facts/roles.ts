import { member } from "../core/known";
import type { ResourceFacts, Stack } from "./stack";

/**
 * The role of the stack whose ARN stands in `property` of a resource: by the ARN where it is known, by the name at the
 * ARN's end, else by the edge of the property. Undefined when the stack makes no such role.
 */
export function roleIn(stack: Stack, from: ResourceFacts, property: string, arn: unknown): ResourceFacts | undefined {
    const roles = stack.ofKind("role");
    if (typeof arn === "string") {
        const name = arn.slice(arn.lastIndexOf("/") + 1);
        return roles.find(({ values }) => member(values, "arn") === arn || member(values, "name") === name);
    }
    return stack.joined(from, property, arn, "role", "arn");
}

/** The resources of the stack that give a role permissions: its policies and attachments. */
export function policiesOf(stack: Stack, role: ResourceFacts): ResourceFacts[] {
    const name = member(role.values, "name");
    return [...stack.ofKind("rolePolicy"), ...stack.ofKind("rolePolicyAttachment")].filter((policy) => {
        const given = member(policy.values, "role");
        if (typeof given === "string" && typeof name === "string") return given === name;
        return policy.references?.role?.includes(role.id) ?? false;
    });
}

/** The account of an IAM ARN; undefined when the text has none. */
export function accountOf(arn: unknown): string | undefined {
    return typeof arn === "string" ? /^arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:(\d+):/.exec(arn)?.[1] : undefined;
}
