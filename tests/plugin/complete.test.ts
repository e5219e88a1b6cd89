import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
    IOT_KAFKA_PIPELINE,
    KAFKA_CREDENTIALS,
    KAFKA_TOPIC_RULE,
    MSK_CLUSTER,
    PIPELINE_ALARMS,
    VPC_DESTINATION,
} from "../../constraints/components";
import type { Form, ObjectForm } from "../../constraints/components/form";
import { KAFKA_TOPIC_RULE_FORM, VPC_DESTINATION_FORM } from "../../constraints/components/forms";
import { IOT_KAFKA_PIPELINE_FORM } from "../../constraints/components/iotKafkaPipelineForm";
import { KAFKA_CREDENTIALS_FORM } from "../../constraints/components/kafkaCredentialsForm";
import { MSK_CLUSTER_FORM } from "../../constraints/components/mskClusterForm";
import { PIPELINE_ALARMS_FORM } from "../../constraints/components/pipelineAlarmsForm";
import { ROOT } from "../support/programs";
import { argumentsOf, committedSchema, PLUGIN, type Properties } from "./schema";

const FORMS: Readonly<Record<string, Form>> = {
    [IOT_KAFKA_PIPELINE]: IOT_KAFKA_PIPELINE_FORM,
    [KAFKA_CREDENTIALS]: KAFKA_CREDENTIALS_FORM,
    [KAFKA_TOPIC_RULE]: KAFKA_TOPIC_RULE_FORM,
    [MSK_CLUSTER]: MSK_CLUSTER_FORM,
    [PIPELINE_ALARMS]: PIPELINE_ALARMS_FORM,
    [VPC_DESTINATION]: VPC_DESTINATION_FORM,
};

/** Members by which forms choose which others there are. */
const CHOICES: readonly Readonly<Record<string, unknown>>[] = [
    {},
    { instanceType: "express.m7g.large" },
    { clusterArn: "arn" },
    { bootstrapServers: "b" },
    ...["SCRAM-SHA-512", "PLAIN", "GSSAPI", "SSL"].flatMap((mode) => [
        { mode },
        { mode, user: {}, keytab: { base64: "" }, keyStore: { base64: "" } },
        { mode, password: { secretId: "s" }, keytab: { secretId: "s" }, keyStore: { secretId: "s" } },
    ]),
    ...["caPem", "certificatePem", "base64", "existingSecretId", "privateKeyPem"].map((name) => ({ [name]: "x" })),
];

/** Names of the flat arguments that stand for another kind of an argument, or for a word. */
const KINDS: readonly (readonly [RegExp, string])[] = [
    [/(username|[pP]assword)Secret(?=$|\.)/g, "$1"],
    [/^kafka\.authentication(?=$|\.)/, "kafka.credentials"],
];
const FLAGS = /(^|\.)(none|existing|newNetwork)$/;

function pathsOf(form: Form, path = ""): string[] {
    switch (form.is) {
        case "object":
            return membersOf({ ...form.required, ...form.optional }, path);
        case "oneMember":
            return membersOf(form.members, path);
        case "tagged":
            return [...membersOf({ [form.by]: TEXT }, path), ...union(Object.values(form.variants), path)];
        case "chosen":
            return union(CHOICES.map(form.choose), path);
        case "list":
            return pathsOf(form.of, path);
        case "mapOf":
            return typeof form.of === "function" ? [] : pathsOf(form.of, path);
        case "textOr":
        case "wordOr":
            return pathsOf(form.object, path);
        default:
            return [];
    }
}

const TEXT: Form = { is: "text" };

function union(forms: readonly ObjectForm[], path: string): string[] {
    return forms.flatMap((form) => pathsOf(form, path));
}

function membersOf(members: Readonly<Record<string, Form>>, path: string): string[] {
    return Object.entries(members).flatMap(([name, form]) => [path + name, ...pathsOf(form, `${path}${name}.`)]);
}

describe("the schema of the plugin", () => {
    const schema = committedSchema();

    it("has the six components and no other resource", () => {
        assert.deepEqual(Object.keys(schema.resources).sort(), Object.keys(FORMS).sort());
        assert.ok(Object.values(schema.resources).every(({ isComponent }) => isComponent));
    });

    for (const [token, form] of Object.entries(FORMS)) {
        it(`has every argument of ${token}, and none that is not one`, () => {
            const flat = argumentsOf(schema, token);
            const found = new Set(
                flat
                    .filter((path) => !FLAGS.test(path))
                    .map((path) => KINDS.reduce((text, [pattern, name]) => text.replace(pattern, name), path)),
            );
            // What the provider looks at is handed on as it is.
            const expected = new Set(pathsOf(form).filter((path) => !path.startsWith("otherActions.")));
            assert.deepEqual([...found].sort(), [...expected].sort());
        });
    }

    it("describes every component, every argument, every output and every member in a sentence", () => {
        const silent = (properties: Properties | undefined, of: string) =>
            Object.entries(properties ?? {})
                .filter(([, { description = "" }]) => !/^[A-Z`][\s\S]*\.$/.test(description))
                .map(([name]) => `${of}.${name}`);
        assert.deepEqual(
            Object.entries(schema.resources).flatMap(([token, { description, inputProperties, properties }]) => [
                ...(description ? [] : [token]),
                ...silent(inputProperties, token),
                ...silent(properties, token),
            ]),
            [],
        );
        assert.deepEqual(
            Object.entries(schema.types).flatMap(([token, { properties }]) => silent(properties, token)),
            [],
        );
    });

    it("speaks of no resource of another package, which would pin its version for everybody", () => {
        assert.doesNotMatch(JSON.stringify(schema), /schema\.json#\/resources/);
    });

    it("has the version of the package, which is the one that the plugin installs", () => {
        const read = (folder: string) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
        const { version, devDependencies } = read(ROOT);
        const plugin = read(PLUGIN);
        assert.equal(plugin.name, "iotkafka");
        assert.deepEqual([schema.version, plugin.version], [version, version]);
        const { "pulumi-iot-kafka": own, ...others } = plugin.dependencies;
        assert.equal(own, version);
        for (const [name, wanted] of Object.entries(others)) assert.equal(wanted, devDependencies[name], name);
    });
});
