import type { StackFacts } from "../../../constraints";
import {
    ERROR_ROLE,
    NARROW,
    withErrorRole,
    withInterfaceRole,
    withSecretRole,
    withTrust,
} from "../../../constraints/examples/roles";

/** The document in each place where the constraints of roles read one. */
export function stacksWith(document: unknown): StackFacts[] {
    return [
        withTrust(document),
        withInterfaceRole(document),
        withInterfaceRole(NARROW, { inlinePolicies: [{ name: "inline", policy: document }] }),
        withInterfaceRole(NARROW, { permissionsBoundary: document, managedPolicyArns: [document] }),
        withSecretRole(document),
        withErrorRole({ cloudwatchLogs: { logGroupName: "errors", roleArn: ERROR_ROLE } }, document),
    ];
}
