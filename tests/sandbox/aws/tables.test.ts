import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AwsStandIn } from "../../../sandbox/aws/awsStandIn";
import type { ResourceTable } from "../../../sandbox/aws/table";
import { TABLES } from "../../../sandbox/aws/tables";
import { isObject, type Properties, UNKNOWN, type Value } from "../../../sandbox/provider/value";
import { create, diff, urn } from "./harness";
import { SAMPLES } from "./samples";

const SDK = join(__dirname, "../../../node_modules/@pulumi/aws");

describe("The tables of the stand-in for AWS", () => {
    it("have one accepted sample each", () => {
        assert.deepEqual(Object.keys(SAMPLES).sort(), [...TABLES.keys()].sort());
    });

    for (const table of TABLES.values()) {
        describe(table.token, () => {
            it("is a class of @pulumi/aws", () => {
                assert.equal(registeredToken(table.token), table.token);
            });

            it("names only properties that the class has", () => {
                const { inputs, required, outputs } = typings(table.token);
                const topLevel = [...table.replaces, ...(table.documents ?? []), ...(table.sets ?? [])].map(first);
                assert.deepEqual(strangers(topLevel, inputs), []);
                assert.deepEqual(strangers(Object.keys(table.defaults ?? {}), inputs), []);
                assert.deepEqual(strangers([...table.computed, ...(table.secrets ?? [])], outputs), []);
                assert.deepEqual(strangers(table.volatile ?? [], new Set(table.computed)), []);
                assert.deepEqual([...table.required].sort(), [...required].sort());
                assert.equal(inputs.has("tags"), table.taggable === true);
                assert.equal(inputs.has("region"), table.regional !== false);
            });

            it("names itself exactly where the class lets the name be omitted", () => {
                const { inputs, required } = typings(table.token);
                if (table.name) {
                    assert.ok(inputs.has(table.name.property) && !required.has(table.name.property));
                }
            });

            it("creates the sample with every output a property of the class", async () => {
                const made = await create(new AwsStandIn(), table.token, "sample", sampleOf(table));
                assert.notEqual(made.id, "");
                assert.deepEqual(strangers(Object.keys(made.state), typings(table.token).outputs), []);
            });

            it("sees no difference when nothing changes, and none when only order and layout do", async () => {
                const standIn = new AwsStandIn();
                const made = await create(standIn, table.token, "sample", sampleOf(table));
                assert.deepEqual(diff(standIn, made, sampleOf(table)).differences, []);
                assert.deepEqual(diff(standIn, made, rearranged(sampleOf(table), table)).differences, []);
            });

            it("previews without refusing anything, with outputs unknown", async () => {
                const planned = await new AwsStandIn().create({
                    urn: urn(table.token, "sample"),
                    inputs: { nonsense: "x" },
                    preview: true,
                });
                assert.equal(planned.id, "");
                const revealed = JSON.stringify(planned.state);
                assert.equal(revealed.includes(UNKNOWN), table.computed.length > 0);
            });
        });
    }
});

function sampleOf(table: ResourceTable): Properties {
    const sample = SAMPLES[table.token];
    assert.ok(sample, `no sample for ${table.token}`);
    return sample;
}

function first(path: string): string {
    return path.split(".")[0] ?? path;
}

function strangers(names: readonly string[], known: ReadonlySet<string>): readonly string[] {
    return names.filter((name) => !known.has(name));
}

/** The file that the token's middle part names. */
function sourceOf(token: string, ending: string): string {
    const path = join(SDK, `${token.split(":")[1]}${ending}`);
    assert.ok(existsSync(path), `${token} is not in @pulumi/aws`);
    return readFileSync(path, "utf8");
}

function registeredToken(token: string): string | undefined {
    return /__pulumiType = '([^']+)'/.exec(sourceOf(token, ".js"))?.[1];
}

function typings(token: string): { inputs: Set<string>; required: Set<string>; outputs: Set<string> } {
    const source = sourceOf(token, ".d.ts").replace(/\/\*\*[\s\S]*?\*\//g, "");
    const args = /export interface \w+Args \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? "";
    const body = /export declare class \w+ extends[^{]*\{([\s\S]*?)\n\}/.exec(source)?.[1] ?? "";
    const names = (text: string, pattern: RegExp) =>
        new Set([...text.matchAll(pattern)].map((found) => found[1] ?? ""));
    return {
        inputs: names(args, /^ {4}(\w+)\??:/gm),
        required: names(args, /^ {4}(\w+):/gm),
        outputs: names(body, /^ {4}readonly (\w+): pulumi\.Output/gm),
    };
}

/** The same inputs in another order and layout: sets reversed, documents indented. */
function rearranged(inputs: Properties, table: ResourceTable): Properties {
    const walk = (value: Value | undefined, path: string): Value | undefined => {
        if (typeof value === "string" && table.documents?.includes(path)) {
            return JSON.stringify(JSON.parse(value), null, 4);
        }
        if (Array.isArray(value)) {
            const items = value.map((item: Value) => walk(item, path) ?? null);
            return table.sets?.includes(path) ? items.reverse() : items;
        }
        return isObject(value)
            ? Object.fromEntries(
                  Object.entries(value).map(([name, item]) => [name, walk(item, path ? `${path}.${name}` : name)]),
              )
            : value;
    };
    return walk(inputs, "") as Properties;
}
