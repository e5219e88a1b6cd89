import { inline, network } from "../../constraints/examples/networks";
import type { ResourceFacts } from "../../constraints/facts/stack";
import { asTold, type Given, givenOf } from "./requests";

/** A pipeline with mistakes of its own, of which nothing else in a stack tells anything. */
export const APART: readonly Given[] = apart([
    ...network({
        properties: { acks: "2", "bootstrap.servers": "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9092" },
        action: { topic: "other topic" },
        interfaces: { egress: [inline({ fromPort: 1, toPort: 2, cidrBlocks: ["10.0.0.0/16"] })] },
    }).resources,
    // So that its rule's secret is not looked for among those of others.
    { kind: "secret", id: "secret", values: { name: "AmazonMSK_plant" } },
]).map(givenOf);

/** The same resources under ids and names of their own. */
export function apart(resources: readonly ResourceFacts[]): ResourceFacts[] {
    const told = resources.map(asTold);
    const own = (id: string) => `apart-${id}`;
    return told.map((resource) => ({
        ...resource,
        values: renamed(resource.values) as ResourceFacts["values"],
        id: own(resource.id),
        name: own(resource.name ?? resource.id),
        dependencies: (resource.dependencies ?? []).map(own),
        references: Object.fromEntries(
            Object.entries(resource.references ?? {}).map(([property, ids]) => [property, ids.map(own)]),
        ),
    }));
}

function renamed(value: unknown): unknown {
    if (typeof value === "string") return value.replaceAll("plant", "apart").replaceAll("iot-kafka", "iot-apart");
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, renamed(inner)]));
}
