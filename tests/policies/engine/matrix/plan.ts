import { isRecord, UNKNOWN } from "../../../../constraints/core/known";
import type { ResourceFacts } from "../../../../constraints/facts/stack";
import { writtenIn } from "../../../../policies/written";
import { AwsStandIn } from "../../../../sandbox/aws/awsStandIn";
import type { Properties } from "../../../../sandbox/provider/value";
import { ENGINE_UNKNOWN, withSentinels } from "../../requests";

/**
 * A resource as the engine has it at the end of a preview: what the program gives, and what the provider plans to make
 * of it. A property that the provider fills in is not known there, though the program leaves it out: what it gives,
 * packs note when they are asked about the resource by itself.
 */
export async function asPlanned(resource: ResourceFacts): Promise<ResourceFacts> {
    const provider = new AwsStandIn();
    const region = withSentinels(resource.region ?? "") as string;
    provider.configure({ region });
    const news = withSentinels(resource.values) as Properties;
    const inputs = { ...provider.check({ urn: resource.id, olds: {}, news, randomSeed: new Uint8Array() }).inputs };
    delete inputs.__defaults;
    const { state } = await provider.create({ urn: resource.id, inputs, preview: true });
    const given = { ...resource, values: withUnknowns(inputs) as ResourceFacts["values"] };
    const values = withUnknowns({ ...inputs, ...state }) as ResourceFacts["values"];
    return { ...resource, values, references: inOrder(resource.references), written: writtenIn(given) };
}

/** As packs read the edges that the engine tells. */
function inOrder(references: ResourceFacts["references"] = {}): NonNullable<ResourceFacts["references"]> {
    return Object.fromEntries(Object.entries(references).map(([property, ids]) => [property, [...ids].sort()]));
}

/** Facts of what the engine holds: secrets are handed to packs as plain values. */
function withUnknowns(value: unknown): unknown {
    if (value === ENGINE_UNKNOWN) return UNKNOWN;
    if (Array.isArray(value)) return value.map(withUnknowns);
    if (!isRecord(value)) return value;
    if (SECRET in value) return withUnknowns(value.value);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withUnknowns(inner)]));
}

const SECRET = "4dabf18193072939515e22adb298388d";
