import type { Path } from "../core/path";
import { Association } from "./association";
import { Cluster } from "./cluster";
import { Configuration } from "./configuration";
import { Destination } from "./destination";
import { Resource } from "./resource";
import { ruleOf } from "./rules";
import { Secret } from "./secret";
import { secretUseOf } from "./secretUse";
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

function asked<S extends SubjectName>(name: S, subject: Subjects[S], at: Path = []): Asked<S> {
    return { name, at, subject };
}
