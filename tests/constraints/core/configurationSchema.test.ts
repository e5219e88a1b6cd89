import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CATALOGUE } from "../../../constraints";
import { checkConfiguration } from "../../../constraints/core/checkConfiguration";
import { configurationSchema } from "../../../constraints/core/configurationSchema";

const schemas = resolve(__dirname, "..", "..", "..", "docs", "schemas");

type Schema = { properties: Record<string, { anyOf: [unknown, { properties: Record<string, unknown> }] }> };

describe("the schema of a configuration", () => {
    const { properties } = configurationSchema(CATALOGUE) as unknown as Schema;

    it("offers every constraint with its options", () => {
        for (const { id, options } of CATALOGUE) {
            const [, own] = properties[id]!.anyOf;
            assert.deepEqual(Object.keys(own.properties), [
                "enforcementLevel",
                "exclude",
                "suppress",
                ...Object.keys(options),
            ]);
        }
    });

    it("offers no name that a configuration may not have", () => {
        const everything = Object.fromEntries(Object.keys(properties).map((name) => [name, "disabled"]));
        assert.deepEqual(checkConfiguration(everything, CATALOGUE), []);
    });

    it("refers only to parts that it has", () => {
        const text = JSON.stringify(configurationSchema(CATALOGUE));
        const { definitions } = JSON.parse(text);
        for (const [, name] of text.matchAll(/"\$ref":"#\/definitions\/(\w+)"/g)) assert.ok(definitions[name!], name);
        assert.deepEqual(Object.keys(definitions), ["level", "exclude", "suppress"]);
    });

    it("has an example beside it that can be used", () => {
        const example = JSON.parse(readFileSync(join(schemas, "configuration.example.json"), "utf8"));
        assert.deepEqual(checkConfiguration(example, CATALOGUE), []);
    });
});
