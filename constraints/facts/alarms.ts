import { isRecord, isUnknown, member, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { type Answer, anyOf } from "./answers";
import { ruleOf } from "./rules";
import type { ResourceFacts, Stack } from "./stack";
import type { TopicRule } from "./topicRule";

/** A metric that an alarm watches. */
export interface AlarmMetric {
    /** Where its members stand. */
    readonly path: Path;
    readonly namespace: unknown;
    readonly metricName: unknown;
    readonly dimensions: unknown;
    readonly period: unknown;
    /** The rule with a Kafka action that its dimensions name, letters' case aside. */
    readonly rule?: TopicRule;
    /** The cluster that its dimensions name. */
    readonly cluster?: ResourceFacts;
}

/** An alarm of CloudWatch that watches a rule with a Kafka action, or a cluster. */
export class Alarm {
    readonly at: Path = [];

    constructor(
        readonly stack: Stack,
        readonly resource: ResourceFacts,
        readonly metrics: readonly AlarmMetric[],
    ) {}

    value(name: string): unknown {
        return member(this.resource.values, name) ?? undefined;
    }
}

const alarms = new WeakMap<Stack, ReadonlyMap<string, Alarm>>();

/** The alarm that a resource is; undefined where it watches nothing that is judged. */
export function alarmOf(stack: Stack, resource: ResourceFacts): Alarm | undefined {
    return alarmsOf(stack).get(resource.id);
}

/** Whether an alarm of the stack watches one of these metrics of a rule. */
export function isRuleWatched(rule: TopicRule, metricNames: readonly string[]): Answer {
    return isWatched(rule.stack, metricNames, (metric) => metric.rule === rule);
}

/** Whether an alarm of the stack watches one of these metrics of a cluster. */
export function isClusterWatched(stack: Stack, cluster: ResourceFacts, metricNames: readonly string[]): Answer {
    return isWatched(stack, metricNames, (metric) => metric.cluster === cluster);
}

function isWatched(stack: Stack, names: readonly string[], isMeant: (metric: AlarmMetric) => boolean): Answer {
    const metrics = [...alarmsOf(stack).values()].flatMap((alarm) => alarm.metrics).filter(isMeant);
    return anyOf(
        metrics.map(({ metricName }) => (isUnknown(metricName) ? UNKNOWN : names.some((name) => name === metricName))),
    );
}

function alarmsOf(stack: Stack): ReadonlyMap<string, Alarm> {
    const known = alarms.get(stack) ?? findAlarms(stack);
    alarms.set(stack, known);
    return known;
}

interface Watched {
    readonly rules: ReadonlyMap<string, TopicRule>;
    readonly clusters: ReadonlyMap<string, ResourceFacts>;
}

function findAlarms(stack: Stack): ReadonlyMap<string, Alarm> {
    const found = new Map<string, Alarm>();
    const resources = stack.ofKind("metricAlarm");
    if (resources.length === 0) return found;
    const watched = watchedIn(stack);
    for (const resource of resources) {
        const metrics = metricsIn(resource)
            .map(({ metric, property }) => ({ ...metric, ...meantBy(metric, property, resource, watched) }))
            .filter(({ rule, cluster }) => rule !== undefined || cluster !== undefined);
        if (metrics.length > 0) found.set(resource.id, new Alarm(stack, resource, metrics));
    }
    return found;
}

/** Rules with a Kafka action and clusters, each by its id and by the name that AWS knows. */
function watchedIn(stack: Stack): Watched {
    const rules = new Map<string, TopicRule>();
    for (const resource of stack.ofKind("topicRule")) {
        const rule = ruleOf(stack, resource);
        if (rule.kafkaActions.length === 0) continue;
        rules.set(`id ${resource.id}`, rule);
        const name = rule.value("name");
        if (typeof name === "string") rules.set(`name ${name.toLowerCase()}`, rule);
    }
    const clusters = new Map<string, ResourceFacts>();
    for (const resource of stack.ofKind("cluster")) {
        clusters.set(`id ${resource.id}`, resource);
        const name = member(resource.values, "clusterName");
        if (typeof name === "string") clusters.set(`name ${name}`, resource);
    }
    return { rules, clusters };
}

function metricsIn(resource: ResourceFacts): { metric: AlarmMetric; property: string }[] {
    const { values } = resource;
    const found: { metric: AlarmMetric; property: string }[] = [];
    const isQuery = Array.isArray(values.metricQueries) && values.metricQueries.length > 0;
    if (!isQuery) found.push({ metric: read(values, []), property: "dimensions" });
    const queries = isQuery ? (values.metricQueries as readonly unknown[]) : [];
    for (const [index, query] of queries.entries()) {
        const metric = member(query, "metric");
        if (isRecord(metric)) {
            found.push({ metric: read(metric, ["metricQueries", index, "metric"]), property: "metricQueries" });
        }
    }
    return found;
}

function read(values: unknown, path: Path): AlarmMetric {
    const value = (name: string) => member(values, name) ?? undefined;
    return {
        path,
        namespace: value("namespace"),
        metricName: value("metricName"),
        dimensions: value("dimensions"),
        period: value("period"),
    };
}

function meantBy({ dimensions }: AlarmMetric, property: string, resource: ResourceFacts, watched: Watched) {
    const edges = resource.references?.[property] ?? [];
    const rule = find(watched.rules, dimensions, edges, (name) => name.toLowerCase().includes("rule"), true);
    const cluster = find(watched.clusters, dimensions, edges, (name) => name.toLowerCase().includes("cluster"), false);
    return { ...(rule ? { rule } : {}), ...(cluster ? { cluster } : {}) };
}

/** What a dimension names: by its value, else by the only edge that leads to such a thing. */
function find<T>(
    things: ReadonlyMap<string, T>,
    dimensions: unknown,
    edges: readonly string[],
    isMeant: (dimension: string) => boolean,
    ignoresCase: boolean,
): T | undefined {
    const values = isRecord(dimensions)
        ? Object.entries(dimensions).flatMap(([name, value]) => (isMeant(name) ? [value] : []))
        : isUnknown(dimensions)
          ? [UNKNOWN]
          : [];
    for (const value of values) {
        const known =
            typeof value === "string" ? things.get(`name ${ignoresCase ? value.toLowerCase() : value}`) : undefined;
        if (known !== undefined) return known;
        const led = edges.flatMap((id) => things.get(`id ${id}`) ?? []);
        if (isUnknown(value) && led.length === 1) return led[0];
    }
    return undefined;
}
