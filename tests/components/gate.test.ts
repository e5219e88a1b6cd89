import assert from "node:assert/strict";
import { output, ResourceError, secret } from "@pulumi/pulumi";
import { KafkaTopicRule, type KafkaTopicRuleArgs, VpcDestination, type VpcDestinationArgs } from "../../components";
import { run } from "./program";
import { OWN, PLAIN, ROLE, RULE, SCRAM, VPC } from "./samples";

const TOPIC_RULE = "aws:iot/topicRule:TopicRule";
const makeRule = (args: unknown) => new KafkaTopicRule("telemetry", args as KafkaTopicRuleArgs);
const makeDestination = (args: unknown) => new VpcDestination("plant", args as VpcDestinationArgs);

/** What the program throws, and the resources that the engine was asked for all the same. */
async function refusal(program: () => unknown): Promise<{ message: string; types: string[] }> {
    const { result, resources } = await run(() => {
        try {
            program();
        } catch (error) {
            return error;
        }
        return undefined;
    });
    assert.ok(ResourceError.isInstance(result), `thrown: ${result}`);
    assert.equal(result.hideStack, true);
    return { message: result.message, types: resources.map(({ type }) => type) };
}

/** The lines that start a finding: constraint and place. */
function headings(message: string): string[] {
    return [...message.matchAll(/^\[mandatory\] (.+)$/gm)].map((match) => match[1]!);
}

describe("the gate of a component", () => {
    it("lets all four acknowledgement levels pass, which components accept", async () => {
        for (const acks of ["0", "1", "-1", "all"] as const) {
            const { errors } = await run(() => makeRule({ ...RULE, acks }));
            assert.deepEqual(errors, []);
        }
    });

    it("names every mistake at once, by constraint and argument, before a child exists", async () => {
        const { message, types } = await refusal(() =>
            makeRule({ ...RULE, acks: "2", ruleName: "plant-telemetry", sqlVersion: "2016-04-01" }),
        );
        assert.deepEqual(headings(message).sort(), [
            "acks-value at acks",
            "rule-name at ruleName",
            "sql-version at sqlVersion",
        ]);
        assert.match(message, /^The arguments of telemetry have 3 mistakes:/);
        assert.equal(message.match(/Fix: /g)?.length, 3);
        assert.equal(message.match(/See: https:\/\/docs\.aws\.amazon\.com\//g)?.length, 3);
        assert.deepEqual(types, ["iotkafka:index:KafkaTopicRule"]);
    });

    it("checks the arguments of a destination the same way", async () => {
        const { message, types } = await refusal(() =>
            makeDestination({ ...VPC, vpcId: "plant", roleArn: "interfaces" }),
        );
        assert.deepEqual(headings(message).sort(), ["destination-role-arn at roleArn", "destination-vpc-id at vpcId"]);
        assert.deepEqual(types, ["iotkafka:index:VpcDestination"]);
    });

    it("checks a value when it resolves, together with the others, and reports it once", async () => {
        const { errors, resources } = await run(() =>
            makeRule({ ...RULE, acks: output("2"), ruleName: Promise.resolve("plant-telemetry") }),
        );
        assert.equal(errors.length, 1);
        assert.deepEqual(headings(errors[0]!.message).sort(), ["acks-value at acks", "rule-name at ruleName"]);
        assert.ok(ResourceError.isInstance(errors[0]) && errors[0].hideStack);
        assert.equal(
            resources.some(({ type }) => type === TOPIC_RULE),
            false,
        );
    });

    it("does not report again with a later value what it has reported with an earlier one", async () => {
        const { errors } = await run(async () => {
            let resolve = (_name: string) => {};
            const later = new Promise<string>((known) => {
                resolve = known;
            });
            makeRule({ ...RULE, acks: output("2"), ruleName: output(later) });
            await new Promise((passed) => setTimeout(passed, 50));
            resolve("plant-telemetry");
        });
        assert.deepEqual(
            errors.map(({ message }) => headings(message)),
            [["acks-value at acks"], ["rule-name at ruleName"]],
        );
        for (const { message } of errors) assert.match(message, /^The arguments of telemetry have a mistake:/);
    });

    it("reports what is known to be wrong at preview, whatever is not known yet", async () => {
        const { errors } = await run(
            () => {
                const other = makeRule({ ...RULE, errorAction: "none", ruleName: "other" });
                return new KafkaTopicRule("second", {
                    ...RULE,
                    destinationArn: other.ruleArn,
                    acks: output("2" as "1"),
                });
            },
            { preview: true },
        );
        assert.deepEqual(
            errors.flatMap(({ message }) => headings(message)),
            ["acks-value at acks"],
        );
    });

    it("checks nothing that is not known yet", async () => {
        const { errors, resource } = await run(
            () => {
                const other = makeRule({ ...RULE, errorAction: "none", ruleName: "other" });
                return new KafkaTopicRule("second", { ...RULE, sql: other.ruleArn, ruleName: other.ruleArn });
            },
            { preview: true },
        );
        assert.deepEqual(errors, []);
        assert.equal(resource(TOPIC_RULE, "second").inputs.kafkas[0].topic, "telemetry");
    });

    it("never prints a value that may be a secret", async () => {
        const { message } = await refusal(() =>
            makeRule({
                ...OWN,
                acks: "2",
                authentication: { ...PLAIN, username: "canary-5417", password: "canary-5418" },
            }),
        );
        assert.deepEqual(headings(message).sort(), ["acks-value at acks", "argument-form at authentication.password"]);
        assert.doesNotMatch(message, /canary/);
    });

    it("keeps a secret in the wrong place out of the state as well", async () => {
        const { resource } = await run(() => {
            assert.throws(() =>
                makeRule({ ...OWN, authentication: { ...PLAIN, password: "canary", passwrod: "canary" } }),
            );
        });
        const { authentication } = resource("iotkafka:index:KafkaTopicRule").inputs;
        assert.deepEqual(authentication.password, { secret: "canary" });
        assert.deepEqual(authentication.passwrod, { secret: "canary" });
    });

    it("keeps what is no argument at all out of the state as well", async () => {
        const { resource } = await run(() => {
            assert.throws(() => makeRule({ ...OWN, clientProperties: { "sasl.scram.password": "canary" } }));
        });
        const { clientProperties, topic } = resource("iotkafka:index:KafkaTopicRule").inputs;
        assert.deepEqual(clientProperties, { "sasl.scram.password": { secret: "canary" } });
        assert.equal(topic, "telemetry");
    });

    it("passes a secret on as a secret", async () => {
        const { resource, errors } = await run(() => makeRule({ ...RULE, key: secret("device") }));
        assert.deepEqual(errors, []);
        assert.deepEqual(resource(TOPIC_RULE).inputs.kafkas[0].key, { secret: "device" });
    });
});

describe("arguments that no compiler has seen", () => {
    const rules: readonly [string, unknown, readonly string[]][] = [
        ["nothing at all", undefined, Array(5).fill("argument-form at the resource")],
        ["null", null, Array(5).fill("argument-form at the resource")],
        ["no authentication", { ...RULE, authentication: undefined }, ["argument-form at the resource"]],
        ["null for an argument", { ...RULE, topic: null }, ["argument-form at the resource"]],
        [
            "an unknown mode",
            { ...RULE, authentication: { ...SCRAM, mode: "SCRAM-SHA-256" } },
            ["argument-form at authentication.mode"],
        ],
        [
            "a mode that every object has",
            { ...RULE, authentication: { ...SCRAM, mode: "constructor" } },
            ["argument-form at authentication.mode"],
        ],
        ["no mode", { ...RULE, authentication: {} }, ["argument-form at authentication"]],
        [
            "authentication as an Output",
            { ...RULE, authentication: output(SCRAM) },
            ["argument-form at authentication"],
        ],
        ["authentication as a text", { ...RULE, authentication: "SCRAM-SHA-512" }, ["argument-form at authentication"]],
        ["a number as partition", { ...RULE, partition: 1 }, ["argument-form at partition"]],
        ["a text as headers", { ...RULE, headers: "a=b" }, ["argument-form at headers"]],
        ["a header without a value", { ...RULE, headers: [{ key: "a" }] }, ["argument-form at headers[0]"]],
        ["another word as error action", { ...RULE, errorAction: "off" }, ["argument-form at errorAction"]],
        ["two error actions", { ...RULE, errorAction: { logs: {}, sqs: {} } }, ["argument-form at errorAction"]],
        [
            "a retention that does not exist",
            { ...RULE, errorAction: { logs: { retentionDays: 8 } } },
            ["argument-form at errorAction.logs.retentionDays"],
        ],
        [
            "names of @pulumi/aws",
            { ...RULE, name: "x", clientProperties: { "sasl.scram.password": "canary" } },
            ["argument-form at name", "argument-form at clientProperties"],
        ],
        ["a misspelt argument", { ...RULE, compresion: "gzip" }, ["argument-form at compresion"]],
        [
            "two trust stores",
            {
                ...RULE,
                authentication: {
                    ...SCRAM,
                    trustStore: { file: { base64: "AAAA", text: { secretId: "s", roleArn: ROLE } } },
                },
            },
            ["argument-form at authentication.trustStore.file"],
        ],
    ];
    for (const [title, args, expected] of rules) {
        it(`refuses a rule with ${title}`, async () => {
            const { message } = await refusal(() => makeRule(args));
            assert.deepEqual(headings(message), expected);
        });
    }

    const destinations: readonly [string, unknown, readonly string[]][] = [
        ["subnets as a text", { ...VPC, subnetIds: "subnet-0a1b2c3d4e5f60718" }, ["argument-form at subnetIds"]],
        [
            "given groups and a port",
            { ...VPC, securityGroupIds: ["sg-0a1b2c3d4e5f60718"], brokerPort: 9096 },
            ["argument-form at the resource"],
        ],
        [
            "a given role and permissions",
            { ...VPC, roleArn: ROLE, interfacePermissions: "tagged" },
            ["argument-form at the resource"],
        ],
        ["a port that AWS IoT does not reach", { ...VPC, brokerPort: 9196 }, ["argument-form at brokerPort"]],
        [
            "a broker list that AWS IoT does not reach",
            { ...VPC, bootstrapServers: "a.example:9092,b.example:9196" },
            ["argument-form at bootstrapServers"],
        ],
        [
            "a broker list without a port",
            { ...VPC, bootstrapServers: "a.example" },
            ["argument-form at bootstrapServers"],
        ],
        [
            "blocks as an Output",
            { ...VPC, brokerCidrBlocks: output(["10.0.0.0/8"]) },
            ["argument-form at brokerCidrBlocks"],
        ],
        ["a block that is none", { ...VPC, kdcCidrBlocks: ["10.0.0.0"] }, ["argument-form at kdcCidrBlocks[0]"]],
        ["other permissions", { ...VPC, interfacePermissions: "all" }, ["argument-form at interfacePermissions"]],
        [
            "an Output in a text",
            { ...VPC, brokerSecurityGroupId: "Calling [toString] on an [Output<T>] is not supported." },
            ["argument-form at brokerSecurityGroupId"],
        ],
    ];
    for (const [title, args, expected] of destinations) {
        it(`refuses a destination with ${title}`, async () => {
            const { message } = await refusal(() => makeDestination(args));
            assert.deepEqual(headings(message), expected);
        });
    }

    it("tells what to give in place of a resource", async () => {
        const { message } = await refusal(() => makeDestination({ ...VPC, vpcId: new Map() }));
        assert.match(message, /It is a resource or another object, not a text\./);
        assert.match(message, /Give one of its outputs, such as `id` or `arn`/);
    });

    it("suggests what was meant", async () => {
        assert.match(
            (await refusal(() => makeRule({ ...RULE, compresion: "gzip" }))).message,
            /Did you mean compression\?/,
        );
    });

    it("does not mind what a program hands along for others", async () => {
        const { errors } = await run(() => makeRule({ ...RULE, somethingElse: true }));
        assert.deepEqual(errors, []);
    });
});

describe("a text into which a program has put an Output", () => {
    const broken = `plant-${"Calling [toString] on an [Output<T>] is not supported."}`;
    const cases: readonly [string, () => unknown, string][] = [
        ["the topic", () => makeRule({ ...RULE, topic: broken }), "broken-interpolation at topic"],
        ["the statement", () => makeRule({ ...RULE, sql: `SELECT * FROM '${broken}'` }), "broken-interpolation at sql"],
        [
            "a secret's name",
            () => makeRule({ ...RULE, authentication: { ...SCRAM, password: { secretId: broken, roleArn: ROLE } } }),
            "broken-interpolation at authentication.password",
        ],
        ["a subnet", () => makeDestination({ ...VPC, subnetIds: [broken] }), "broken-interpolation at subnetIds[0]"],
    ];
    for (const [title, program, expected] of cases) {
        it(`is found in ${title}, once`, async () => {
            assert.deepEqual(headings((await refusal(program)).message), [expected]);
        });
    }
});
