import assert from "node:assert/strict";
import fc from "fast-check";
import { CATALOGUE, Judge, type StackFacts, UNKNOWN } from "../../constraints";
import { action, rule, withDestination } from "../../constraints/examples/configurations";
import { CLIENT_PROPERTIES } from "../../constraints/facts/clientProperties";

/** Every constraint, also those that are off by default. */
const everything = new Judge(
    CATALOGUE,
    Object.fromEntries(CATALOGUE.map(({ id, level }) => [id, { enforcementLevel: level }])),
);

/** Texts that some check looks into, mangled and whole. */
const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.constantFrom(
        "",
        "${",
        "${}",
        "@{a}",
        "$${a}",
        "undefined",
        "[secret]",
        "constructor",
        "__proto__",
        "SELECT",
        "SELECT * FROM 'a/b'",
        "SET @a = 1 SELECT @a FROM 'a/#/b' WHERE a-b IN [1]",
        "SELECT VALUE a, (SELECT * FROM b) FROM '+'",
        "${get_secret()}",
        "${get_secret(a, @b, *, 'c')}",
        "${get_or_default(a, get_secret('b', 'SecretBinary', '', 'c'))}",
        "${nothing(1) + get_dynamodb() + decode(*, 'proto') - x-y}",
        "arn:aws:iot:region:123456789012:ruledestination/vpc/VPCDestinationARN",
        "arn:::::",
        "host:9096,,:9092,[::1]:9094",
        "2015-10-08",
        "SASL_SSL",
        "GSSAPI",
    ),
);

const anything: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    leaf: fc.oneof(
        { arbitrary: texts, weight: 4 },
        fc.constant(UNKNOWN),
        fc.integer(),
        fc.double(),
        fc.boolean(),
        fc.constant(null),
        fc.constant(undefined),
    ),
    value: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        tie("leaf"),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(fc.oneof(fc.string(), fc.constantFrom("kafka", "constructor", "topic")), tie("value"), {
            maxKeys: 3,
        }),
    ),
})).value;

/** Some of these members, each of them anything. */
function members(names: readonly string[], value: fc.Arbitrary<unknown>): fc.Arbitrary<Record<string, unknown>> {
    return fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
}

const properties = members([...CLIENT_PROPERTIES, "linger.ms"], fc.oneof({ arbitrary: texts, weight: 3 }, anything));
const kafka = fc
    .tuple(
        members(["destinationArn", "topic", "key", "partition", "headers"], anything),
        fc.oneof(properties, anything),
    )
    .map(([fields, clientProperties]) => ({ ...fields, clientProperties }));

const topicRules = fc
    .tuple(
        members(
            ["name", "description", "enabled", "sql", "sqlVersion", "region", "tags", "sqs", "sns", "lambdas"],
            anything,
        ),
        fc.oneof(fc.array(fc.oneof(kafka, anything), { maxLength: 3 }), anything),
        fc.oneof(fc.record({ kafka: fc.oneof(kafka, anything), republish: anything }, { requiredKeys: [] }), anything),
    )
    .map(([fields, kafkas, errorAction]) => ({ ...fields, kafkas, errorAction }));

const destinations = fc
    .tuple(
        members(["enabled", "region", "httpUrlConfiguration"], anything),
        fc.oneof(members(["vpcId", "subnetIds", "securityGroups", "roleArn"], anything), anything),
    )
    .map(([fields, vpcConfiguration]) => ({ ...fields, vpcConfiguration }));

const OTHER_KINDS = ["role", "rolePolicy", "secret", "secretVersion", "subnet", "cluster", "topic"] as const;

const stacks: fc.Arbitrary<StackFacts> = fc
    .tuple(
        topicRules,
        destinations,
        fc.array(
            fc.tuple(
                fc.constantFrom(...OTHER_KINDS),
                members(["name", "arn", "id", "secretId", "secretString", "versionStages", "role", "region"], anything),
            ),
            { maxLength: 4 },
        ),
        fc.constantFrom(undefined, UNKNOWN, "us-east-1"),
    )
    .map(([ruleValues, destinationValues, others, region]) => {
        const ids = others.map((_, index) => `other${index}`);
        return {
            ...(region === undefined ? {} : { region }),
            resources: [
                { kind: "topicRule", id: "rule", name: "a-rule", values: ruleValues, references: { kafkas: ids } },
                { kind: "destination", id: "destination", values: destinationValues, dependencies: ids },
                ...others.map(([kind, values], index) => ({ kind, id: ids[index]!, values })),
            ],
        };
    });

describe("all constraints together", () => {
    it("answer whatever a rule, a destination and what is around them hold", () => {
        fc.assert(
            fc.property(stacks, (stack) => {
                everything.judge(stack);
            }),
            { numRuns: 300 },
        );
    });

    it("do not depend on the order of members", () => {
        fc.assert(
            fc.property(stacks, (stack) => {
                const turned = {
                    ...stack,
                    resources: stack.resources.map((resource) => ({ ...resource, values: reversed(resource.values) })),
                };
                assert.deepEqual(answers(turned as StackFacts), answers(stack));
            }),
            { numRuns: 150 },
        );
    });

    it("find nothing that must be changed, however little is known of correct resources", () => {
        const correct = rule([action()], { errorAction: { kafka: action() } });
        const resources = [...correct.resources, ...withDestination({}).resources];
        fc.assert(
            fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 5 })), (choices) => {
                const hidden = resources.map((resource) => ({
                    ...resource,
                    values: hideMembers(resource.values, choices),
                }));
                const { findings } = everything.judge({ ...correct, resources: hidden as never });
                assert.deepEqual(
                    findings.filter(({ level }) => level === "mandatory"),
                    [],
                );
            }),
            { numRuns: 150 },
        );
    });

    it("answer in time to a rule of the largest size", function () {
        this.timeout(60_000);
        for (const text of [
            "a".repeat(130_000),
            "${".repeat(60_000),
            `SELECT ${"a+".repeat(30_000)}a FROM 'a/b'`,
            `SELECT ${"f(".repeat(30_000)}`,
            `SELECT ${"a.".repeat(30_000)}a FROM '${"+/".repeat(30_000)}'`,
            `\${${"'a' + ".repeat(20_000)}'a'}`,
            "(".repeat(100_000),
            " ".repeat(100_000),
            "arn:".repeat(30_000),
            "a:9096,".repeat(18_000),
        ]) {
            const rules = [
                rule([action()], { sql: text, name: text }),
                rule([action(undefined, { topic: text })]),
                rule([action({ "bootstrap.servers": text })]),
                rule([action({ "sasl.scram.password": text })]),
            ];
            for (const stack of rules) {
                assert.doesNotThrow(() => everything.judge(stack), text.slice(0, 20));
            }
        }
    });
});

/** Findings and questions in an order of their own, as texts. */
function answers(stack: StackFacts): string[] {
    const { findings, undetermined } = everything.judge(stack);
    return [...findings, ...undetermined].map((answer) => JSON.stringify(answer)).sort();
}

/** The same value with the members of every object in the opposite order. */
function reversed(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
        Object.entries(value)
            .reverse()
            .map(([name, inner]) => [name, reversed(inner)]),
    );
}

/** The same object with some of what is in it not known. */
function hideMembers(values: object, choices: Iterator<number>): Record<string, unknown> {
    return Object.fromEntries(Object.entries(values).map(([name, inner]) => [name, hide(inner, choices)]));
}

/** The same value with some of what is in it not known. */
function hide(value: unknown, choices: Iterator<number>): unknown {
    if (choices.next().value === 0) return UNKNOWN;
    if (Array.isArray(value)) return value.map((inner) => hide(inner, choices));
    if (typeof value !== "object" || value === null) return value;
    return hideMembers(value, choices);
}
