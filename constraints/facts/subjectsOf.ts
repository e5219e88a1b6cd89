import type { Path } from "../core/path";
import { alarmOf } from "./alarms";
import { Association } from "./association";
import { Cluster } from "./cluster";
import { Configuration } from "./configuration";
import { Destination } from "./destination";
import { encryptionKeyOf } from "./encryptionKey";
import { nameOf } from "./identity";
import { iotRoleOf, policyTextsIn } from "./iotRoles";
import { JoinedRule, usersOf, usersOfRule } from "./joinedRule";
import { logGroupOf, loggingOptionsOf } from "./logs";
import { PolicyText } from "./policyText";
import { Resource } from "./resource";
import { ruleOf } from "./rules";
import { Secret } from "./secret";
import { secretUseOf } from "./secretUse";
import { inlineRules, separateRule } from "./securityRules";
import type { ResourceFacts, ResourceKind, Stack } from "./stack";
import type { SubjectName, Subjects } from "./subjects";
import { Topic } from "./topic";

/** One thing that checks look at, and where it stands in its resource. */
export interface Asked<S extends SubjectName = SubjectName> {
    readonly name: S;
    readonly at: Path;
    readonly subject: Subjects[S];
}

/** What there is to look at in a resource of each kind that is judged at all; nothing where it does not concern Kafka. */
const LOOKS: Readonly<Partial<Record<ResourceKind, (stack: Stack, resource: ResourceFacts) => readonly Asked[]>>> = {
    destination: (stack, resource) => [
        asked("resource", new Resource(stack, resource)),
        asked("destination", new Destination(stack, resource)),
    ],
    topicRule: topicRuleSubjects,
    securityGroup: securityGroupSubjects,
    securityGroupRule: securityRuleSubjects,
    securityGroupIngressRule: securityRuleSubjects,
    securityGroupEgressRule: securityRuleSubjects,
    metricAlarm: alarmSubjects,
    logGroup: logGroupSubjects,
    loggingOptions: loggingOptionsSubjects,
    cluster: (stack, resource) => [
        asked("resource", new Resource(stack, resource)),
        asked("cluster", new Cluster(stack, resource)),
    ],
    serverlessCluster: (stack, resource) => [asked("resource", new Resource(stack, resource))],
    configuration: (stack, resource) => [
        asked("resource", new Resource(stack, resource)),
        asked("configuration", new Configuration(stack, resource)),
    ],
    topic: (stack, resource) => [
        asked("resource", new Resource(stack, resource)),
        asked("topic", new Topic(stack, resource)),
    ],
    scramSecretAssociation: associationSubjects,
    singleScramSecretAssociation: associationSubjects,
    secret: secretSubjects,
    key: keySubjects,
    role: roleSubjects,
    rolePolicy: policySubjects,
    policy: policySubjects,
};

/** What there is to look at in a resource. */
export function subjectsOf(stack: Stack, resource: ResourceFacts): readonly Asked[] {
    return LOOKS[resource.kind]?.(stack, resource) ?? [];
}

/** A rule without any Kafka action is none of our business. */
function topicRuleSubjects(stack: Stack, resource: ResourceFacts): readonly Asked[] {
    const rule = ruleOf(stack, resource);
    if (rule.kafkaActions.length === 0) return [];
    return [
        asked("resource", new Resource(stack, resource)),
        asked("topicRule", rule),
        ...rule.kafkaActions.map((action) => asked("kafkaAction", action, action.at)),
    ];
}

function associationSubjects(stack: Stack, resource: ResourceFacts): readonly Asked[] {
    return [
        asked("resource", new Resource(stack, resource)),
        asked("scramAssociation", new Association(stack, resource)),
    ];
}

/** A secret that no rule reads and no association names is none of our business; its value is looked at by its own checks alone. */
function secretSubjects(stack: Stack, resource: ResourceFacts): readonly Asked[] {
    const use = secretUseOf(stack, resource);
    if (use === undefined) return [];
    const secret = new Secret(stack, resource, use);
    return use.associations.length === 0
        ? [asked("secret", secret)]
        : [asked("secret", secret), asked("scramSecret", secret)];
}

function keySubjects(stack: Stack, resource: ResourceFacts): readonly Asked[] {
    const key = encryptionKeyOf(stack, resource);
    return key === undefined ? [] : [asked("encryptionKey", key)];
}

/** A role that AWS IoT assumes for nothing that is judged is none of our business, and neither are its policies. */
function roleSubjects(stack: Stack, resource: ResourceFacts): readonly Asked[] {
    const role = iotRoleOf(stack, resource);
    return role === undefined ? [] : [asked("iotRole", role), ...policySubjects(stack, resource)];
}

function policySubjects(stack: Stack, resource: ResourceFacts): readonly Asked[] {
    return policyTextsIn(stack, resource).map((placed) => asked("policyText", new PolicyText(stack, placed)));
}

/** A group that neither a destination nor a cluster uses is none of our business. */
function securityGroupSubjects(stack: Stack, resource: ResourceFacts): readonly Asked[] {
    const users = usersOf(stack, nameOf(resource));
    if (users.length === 0) return [];
    const rules = [...inlineRules(stack, resource, "ingress"), ...inlineRules(stack, resource, "egress")];
    return rules.map((rule) => asked("securityRule", new JoinedRule(stack, rule, users)));
}

function securityRuleSubjects(stack: Stack, resource: ResourceFacts): readonly Asked[] {
    const users = usersOfRule(stack, resource);
    if (users.length === 0) return [];
    return [asked("securityRule", new JoinedRule(stack, separateRule(stack, resource), users))];
}

/** An alarm that watches neither a rule with a Kafka action nor a cluster is none of our business. */
function alarmSubjects(stack: Stack, resource: ResourceFacts): readonly Asked[] {
    const alarm = alarmOf(stack, resource);
    return alarm === undefined ? [] : [asked("alarm", alarm)];
}

/** A log group in which nothing of a rule with a Kafka action stands is none of our business. */
function logGroupSubjects(stack: Stack, resource: ResourceFacts): readonly Asked[] {
    const group = logGroupOf(stack, resource);
    return group === undefined ? [] : [asked("logGroup", group)];
}

function loggingOptionsSubjects(stack: Stack, resource: ResourceFacts): readonly Asked[] {
    const options = loggingOptionsOf(stack, resource);
    return options === undefined ? [] : [asked("loggingOptions", options)];
}

function asked<S extends SubjectName>(name: S, subject: Subjects[S], at: Path = []): Asked<S> {
    return { name, at, subject };
}
