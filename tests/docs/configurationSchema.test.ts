import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import Ajv from "ajv";
import { CATALOGUE } from "../../constraints";
import { checkConfiguration } from "../../constraints/core/checkConfiguration";
import { recommended, required } from "../../policies/packs";
import { blocks, pages } from "../support/pages";

const root = resolve(__dirname, "..", "..");
const read = (file: string) => JSON.parse(readFileSync(join(root, file), "utf8")) as unknown;
const validate = new Ajv({ strict: false }).compile(read("docs/schemas/configuration.json") as object);
const IDS = new Set(CATALOGUE.map(({ id }) => id));

/** Every configuration that a page or an example shows. */
const SHOWN: Readonly<Record<string, unknown>> = {
    "docs/schemas/configuration.example.json": read("docs/schemas/configuration.example.json"),
    "examples/policy-gate-ci/policies.json": read("examples/policy-gate-ci/policies.json"),
    ...Object.fromEntries(
        pages()
            .flatMap(blocks)
            .filter(({ language, text }) => language === "json" && isConfiguration(text))
            .map(({ file, line, text }) => [`${file}:${line}`, JSON.parse(text)]),
    ),
};

/** Each with one thing wrong. */
const WRONG: Readonly<Record<string, unknown>> = {
    "no object": ["acks-value"],
    "a misspelt name": { "ack-value": "disabled" },
    "a level that there is not": { "acks-value": "error" },
    "a level that there is not, in an object": { "acks-value": { enforcementLevel: "warn" } },
    "neither a level nor an object": { "acks-value": true },
    "an option that it has not": { "sql-version": { allowed: ["1"] } },
    "an option of another type": { "acks-value": { allowed: "1" } },
    "an option with members of another type": { "acks-value": { allowed: [1] } },
    "exclusions that are no list": { "acks-value": { exclude: "legacy-*" } },
    "an exclusion that is no text": { "acks-value": { exclude: [1] } },
    "a suppression without a reason": { "acks-value": { suppress: [{ match: "*" }] } },
    "a suppression with an empty reason": { "acks-value": { suppress: [{ match: "*", reason: "" }] } },
    "a suppression without a match": { "acks-value": { suppress: [{ reason: "moves" }] } },
    "a suppression with a date in another form": {
        "acks-value": { suppress: [{ match: "*", reason: "moves", until: "31.01.2027" }] },
    },
    "a suppression with one more member": {
        "acks-value": { suppress: [{ match: "*", reason: "moves", owner: "plant" }] },
    },
    "options for all": { all: { exclude: ["legacy-*"] } },
};

describe("the schema of the packs' configuration", () => {
    it("is shown by examples on pages", () => assert.ok(Object.keys(SHOWN).length >= 4, Object.keys(SHOWN).join(", ")));

    for (const [where, configuration] of Object.entries(SHOWN)) {
        it(`accepts what ${where} shows, as the packs' own check does`, () => {
            assert.ok(validate(configuration), JSON.stringify(validate.errors));
            assert.deepEqual(checkConfiguration(configuration, CATALOGUE), []);
        });
    }

    for (const [what, configuration] of Object.entries(WRONG)) {
        it(`refuses ${what}, as the packs' own check does`, () => {
            assert.equal(validate(configuration), false);
            assert.notDeepEqual(checkConfiguration(configuration, CATALOGUE), []);
        });
    }

    it("accepts the defaults of every policy, which are those of the schema that the engine is given", () => {
        for (const { name, configSchema } of [...required, ...recommended]) {
            const defaults = Object.entries(configSchema?.properties ?? {}).map(([option, { default: value }]) => {
                assert.notEqual(value, undefined, `${name}: ${option} has no default`);
                return [option, value];
            });
            const configuration = { [name]: Object.fromEntries(defaults) };
            assert.ok(validate(configuration), `${name}: ${JSON.stringify(validate.errors)}`);
            assert.deepEqual(checkConfiguration(configuration, CATALOGUE), []);
        }
    });
});

function isConfiguration(text: string): boolean {
    try {
        const names = Object.keys(JSON.parse(text) as object);
        return names.length > 0 && names.every((name) => IDS.has(name) || /^(all|report-undetermined)$/.test(name));
    } catch {
        return false;
    }
}
