import type { SubjectName } from "../constraints/facts/subjects";

/** What a policy is about. */
export type PolicyGroup = "action" | "alarms" | "clusters" | "destinations" | "roles" | "rules" | "secrets" | "values";

const GROUPS: Readonly<Record<SubjectName, PolicyGroup>> = {
    kafkaAction: "action",
    topicRule: "rules",
    destination: "destinations",
    securityRule: "destinations",
    iotRole: "roles",
    policyText: "roles",
    encryptionKey: "roles",
    secret: "secrets",
    scramSecret: "secrets",
    scramAssociation: "secrets",
    cluster: "clusters",
    configuration: "clusters",
    topic: "clusters",
    alarm: "alarms",
    logGroup: "alarms",
    loggingOptions: "alarms",
    resource: "values",
};

/** Every group, in the order of the alphabet. */
export const POLICY_GROUPS: readonly PolicyGroup[] = [...new Set(Object.values(GROUPS))].sort();

/** The group of the constraints about a subject. */
export function groupOf(subject: SubjectName): PolicyGroup {
    return GROUPS[subject];
}
