import assert from "node:assert/strict";
import { findingsIn, mandatoryIn, readValue } from "./read";

interface Written {
    readonly type: string;
    readonly name: string;
    readonly expressions?: object;
    readonly dependsOn?: string[];
}

/** A plan with instances of resources, by their addresses, and the configuration that they were made from. */
function planOf(instances: Record<string, object>, resources: Written[], modules: object = {}, unknown: object = {}) {
    const planned = Object.entries(instances).map(([address, values]) => {
        const [type, name] = address.split(".").slice(-2);
        return { address, mode: "managed", type, name: name!.replace(/\[.*$/, ""), values };
    });
    return {
        format_version: "1.2",
        planned_values: { root_module: { resources: planned } },
        resource_changes: planned.map(({ address }) => ({ address, change: { after_unknown: unknown } })),
        configuration: { root_module: { resources: configured(resources), module_calls: modules } },
    };
}

function configured(resources: Written[]): object[] {
    return resources.map(({ type, name, expressions = {}, dependsOn = [] }) => ({
        address: `${type}.${name}`,
        mode: "managed",
        type,
        name,
        expressions,
        depends_on: dependsOn,
    }));
}

const SECRET: Written = { type: "aws_secretsmanager_secret", name: "of" };

function version(references: string[]): Written {
    return { type: "aws_secretsmanager_secret_version", name: "of", expressions: { secret_id: { references } } };
}

function secretsOf(plan: object, address: string): string[] {
    const found = readValue(plan).resources.find(({ resource }) => resource === address)!;
    return found.facts.references!.secretId!.map((id) => id.replace(/^[^#]*#/, ""));
}

const SECRETS = { 'aws_secretsmanager_secret.of["a"]': {}, 'aws_secretsmanager_secret.of["b"]': {} };

describe("a reference to one of several instances of a Terraform resource", () => {
    it("by each.key is to the one with the same key", () => {
        const references = ["aws_secretsmanager_secret.of", "each.key"];
        const versions = { 'aws_secretsmanager_secret_version.of["b"]': {} };
        const plan = planOf({ ...SECRETS, ...versions }, [SECRET, version(references)]);
        assert.deepEqual(secretsOf(plan, 'aws_secretsmanager_secret_version.of["b"]'), [
            'aws_secretsmanager_secret.of["b"]',
        ]);
    });

    it("by count.index is to the one of the same number", () => {
        const references = ["aws_secretsmanager_secret.of", "count.index"];
        const instances = {
            "aws_secretsmanager_secret.of[0]": {},
            "aws_secretsmanager_secret.of[1]": {},
            "aws_secretsmanager_secret_version.of[1]": {},
        };
        const plan = planOf(instances, [SECRET, version(references)]);
        assert.deepEqual(secretsOf(plan, "aws_secretsmanager_secret_version.of[1]"), [
            "aws_secretsmanager_secret.of[1]",
        ]);
    });

    it("by a written key is to that one, and what hangs on it waits for all", () => {
        const key = 'aws_secretsmanager_secret.of["a"]';
        const references = [`${key}.id`, key, "aws_secretsmanager_secret.of"];
        const plan = planOf({ ...SECRETS, "aws_secretsmanager_secret_version.of": {} }, [SECRET, version(references)]);
        assert.deepEqual(secretsOf(plan, "aws_secretsmanager_secret_version.of"), [key]);
        const made = readValue(plan).resources.find(({ type }) => type === "aws_secretsmanager_secret_version")!;
        assert.equal(made.facts.dependencies!.length, 2);
    });

    it("as a whole is to all of them", () => {
        const plan = planOf({ ...SECRETS, "aws_secretsmanager_secret_version.of": {} }, [
            SECRET,
            version(["aws_secretsmanager_secret.of"]),
        ]);
        assert.deepEqual(secretsOf(plan, "aws_secretsmanager_secret_version.of"), Object.keys(SECRETS));
    });

    it("is to the one in the same instance of a module, and through a variable to that of the module's key", () => {
        const inner = configured([
            SECRET,
            version(["aws_secretsmanager_secret.of.id", "aws_secretsmanager_secret.of"]),
        ]);
        const outer = configured([version(["var.secret"])]);
        const modules = {
            whole: { module: { resources: inner } },
            part: {
                expressions: { secret: { references: ["aws_secretsmanager_secret.of", "each.value"] } },
                module: { resources: outer },
            },
        };
        const instances = {
            ...SECRETS,
            'module.whole["x"].aws_secretsmanager_secret.of': {},
            'module.whole["y"].aws_secretsmanager_secret.of': {},
            'module.whole["y"].aws_secretsmanager_secret_version.of': {},
            'module.part["b"].aws_secretsmanager_secret_version.of': {},
        };
        const plan = planOf(instances, [SECRET], modules);
        assert.deepEqual(secretsOf(plan, 'module.whole["y"].aws_secretsmanager_secret_version.of'), [
            'module.whole["y"].aws_secretsmanager_secret.of',
        ]);
        assert.deepEqual(secretsOf(plan, 'module.part["b"].aws_secretsmanager_secret_version.of'), [
            'aws_secretsmanager_secret.of["b"]',
        ]);
    });

    it("mixes up no secrets: each is judged by its own value, once", () => {
        const role = "arn:aws:iam::209876543210:role/iot-secrets";
        const call = (key: string) => `\${get_secret('kafka_login', 'SecretString', '${key}', '${role}')}`;
        const kafka = {
            destination_arn:
                "arn:aws:iot:us-east-1:209876543210:ruledestination/vpc/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e",
            topic: "plant.telemetry",
            client_properties: {
                "bootstrap.servers": "kafka.plant.example:9093",
                "security.protocol": "SASL_SSL",
                "sasl.mechanism": "PLAIN",
                "sasl.plain.username": call("username"),
                "sasl.plain.password": call("password"),
            },
        };
        const plan = (login: string) =>
            readValue(
                planOf(
                    {
                        'aws_secretsmanager_secret.of["login"]': { name: "kafka_login" },
                        'aws_secretsmanager_secret.of["other"]': { name: "database" },
                        'aws_secretsmanager_secret_version.of["login"]': { secret_string: login },
                        'aws_secretsmanager_secret_version.of["other"]': { secret_string: '{"port":"5432"}' },
                        "aws_iot_topic_rule.r": {
                            name: "r",
                            enabled: true,
                            sql: "SELECT * FROM 'a/b'",
                            sql_version: "2016-03-23",
                            kafka: [kafka],
                        },
                    },
                    [
                        SECRET,
                        version(["aws_secretsmanager_secret.of", "each.key"]),
                        { type: "aws_iot_topic_rule", name: "r" },
                    ],
                ),
            );
        assert.deepEqual(mandatoryIn(plan('{"username":"plant","password":"not-a-real-one"}')), []);
        const found = findingsIn([plan('{"user":"plant","password":"not-a-real-one"}')]);
        assert.equal(found.filter(({ constraint }) => constraint === "get-secret-json-key").length, 1);
    });
});
