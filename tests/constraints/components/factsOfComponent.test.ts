import assert from "node:assert/strict";
import fc from "fast-check";
import { CATALOGUE } from "../../../constraints/catalogue";
import { factsOfComponent, KAFKA_TOPIC_RULE, urnOf, VPC_DESTINATION } from "../../../constraints/components";
import { Judge } from "../../../constraints/core/judge";
import { UNKNOWN } from "../../../constraints/core/known";
import type { Path } from "../../../constraints/core/path";
import { KERBEROS, MUTUAL_TLS, OWN, PLAIN, ROLE, RULE, SCRAM, VPC } from "../../components/samples";

const URN = urnOf(KAFKA_TOPIC_RULE, { project: "plant", stack: "dev", name: "telemetry" });
const ruleOf = (args: Record<string, unknown>) => factsOfComponent(KAFKA_TOPIC_RULE, URN, "telemetry", args)!;
const destinationOf = (args: Record<string, unknown>) => factsOfComponent(VPC_DESTINATION, URN, "plant", args)!;

describe("the facts of a component", () => {
    it("are those of the rule that it makes, with its error action", () => {
        const { resource } = ruleOf({ ...RULE, acks: "all", tags: { team: "plant" } });
        assert.deepEqual(resource, {
            kind: "topicRule",
            id: URN,
            name: "telemetry",
            values: {
                name: "plant_dev_telemetry",
                enabled: true,
                sql: RULE.sql,
                sqlVersion: "2016-03-23",
                kafkas: [
                    {
                        destinationArn: RULE.destinationArn,
                        topic: "telemetry",
                        key: "${topic(2)}",
                        clientProperties: {
                            "bootstrap.servers": RULE.bootstrapServers,
                            acks: "all",
                            "security.protocol": "SASL_SSL",
                            "sasl.mechanism": "SCRAM-SHA-512",
                            "sasl.scram.username": `\${get_secret('AmazonMSK_plant', 'SecretString', 'username', '${ROLE}')}`,
                            "sasl.scram.password": `\${get_secret('AmazonMSK_plant', 'SecretString', 'password', '${ROLE}')}`,
                        },
                    },
                ],
                errorAction: {
                    cloudwatchLogs: { logGroupName: "/iot-kafka/plant/dev/telemetry/errors", roleArn: UNKNOWN },
                },
                tags: { team: "plant" },
            },
        });
    });

    it("have no error action where it is refused in words", () => {
        assert.equal("errorAction" in ruleOf({ ...RULE, errorAction: "none" }).resource.values, false);
    });

    it("are those of the destination that it makes", () => {
        const groups = { securityGroupIds: ["sg-0a1b2c3d4e5f60718"], roleArn: ROLE, region: "eu-west-1" };
        assert.deepEqual(destinationOf({ ...VPC, ...groups }).resource.values, {
            enabled: true,
            region: "eu-west-1",
            vpcConfiguration: { ...VPC, securityGroups: groups.securityGroupIds, roleArn: ROLE },
        });
        assert.deepEqual(destinationOf({ ...VPC }).resource.values, {
            enabled: true,
            vpcConfiguration: { ...VPC, securityGroups: [UNKNOWN], roleArn: UNKNOWN },
        });
    });

    it("are none for any other type", () => {
        assert.equal(factsOfComponent("aws:iot/topicRule:TopicRule", URN, "x", {}), undefined);
    });

    it("mark a name as unknown that an id does not tell", () => {
        assert.equal(
            factsOfComponent(KAFKA_TOPIC_RULE, "telemetry", "telemetry", { ...RULE })!.resource.values.name,
            UNKNOWN,
        );
    });

    it("mark a text with an unknown part as unknown, and nothing else", () => {
        const { values } = ruleOf({
            ...RULE,
            topic: UNKNOWN,
            authentication: { ...SCRAM, password: { secretId: UNKNOWN, roleArn: ROLE } },
        }).resource;
        const [kafka] = values.kafkas as Record<string, Record<string, unknown>>[];
        assert.equal(kafka!.topic, UNKNOWN);
        assert.equal(kafka!.clientProperties!["sasl.scram.password"], UNKNOWN);
        assert.match(String(kafka!.clientProperties!["sasl.scram.username"]), /^\$\{get_secret/);
    });

    it("are unknown in what hangs on an unknown authentication", () => {
        for (const authentication of [UNKNOWN, { mode: UNKNOWN }]) {
            const [kafka] = ruleOf({ ...RULE, authentication }).resource.values.kafkas as Record<string, unknown>[];
            assert.deepEqual(kafka!.clientProperties, {
                "bootstrap.servers": RULE.bootstrapServers,
                "security.protocol": UNKNOWN,
                "sasl.mechanism": UNKNOWN,
            });
        }
    });

    it("double a quote inside a secret's name, so that it ends no text", () => {
        const authentication = { ...PLAIN, password: { secretId: "it's", roleArn: ROLE } };
        const [kafka] = ruleOf({ ...OWN, authentication }).resource.values.kafkas as Record<
            string,
            Record<string, unknown>
        >[];
        assert.equal(
            kafka!.clientProperties!["sasl.plain.password"],
            `\${get_secret('it''s', 'SecretString', '${ROLE}')}`,
        );
    });

    const judge = new Judge(CATALOGUE, { "acks-value": { allowed: ["0", "1", "-1", "all"] } });
    const complete = { ...OWN, acks: "all", compression: "zstd", partition: "0", headers: [{ key: "a", value: "b" }] };
    for (const authentication of [SCRAM, PLAIN, KERBEROS, MUTUAL_TLS]) {
        it(`break no mandatory constraint with correct arguments of mode ${authentication.mode}`, () => {
            const { findings } = judge.judge({ resources: [ruleOf({ ...complete, authentication }).resource] });
            assert.deepEqual(
                findings.filter(({ level }) => level === "mandatory"),
                [],
            );
        });
    }

    it("can be made of anything, without an exception", () => {
        fc.assert(
            fc.property(
                fc.dictionary(
                    fc.constantFrom(...Object.keys(complete), "authentication", "errorAction", "tags"),
                    fc.anything(),
                ),
                (args) => {
                    for (const type of [KAFKA_TOPIC_RULE, VPC_DESTINATION]) {
                        const { resource, argumentPath } = factsOfComponent(type, URN, "telemetry", args)!;
                        judge.judge({ resources: [resource] });
                        argumentPath(["kafkas", 0, "clientProperties", "ssl.truststore"]);
                    }
                },
            ),
            { numRuns: 200 },
        );
    });
});

describe("the argument of a path in a component's facts", () => {
    const kafka = (...path: Path): Path => ["kafkas", 0, ...path];
    const property = (name: string): Path => kafka("clientProperties", name);
    const complete = { ...OWN, acks: "1", headers: [{ key: "a", value: "b" }] };
    const cases: readonly [Path, Record<string, unknown>, Path][] = [
        [["name"], complete, ["ruleName"]],
        [["sql"], complete, ["sql"]],
        [["tags", "team"], complete, ["tags", "team"]],
        [[], complete, []],
        [["kafkas"], complete, []],
        [kafka(), complete, []],
        [kafka("topic"), complete, ["topic"]],
        [kafka("headers", 0, "value"), complete, ["headers", 0, "value"]],
        [kafka("clientProperties"), complete, []],
        [property("acks"), complete, ["acks"]],
        [property("bootstrap.servers"), complete, ["bootstrapServers"]],
        [property("compression.type"), complete, ["compression"]],
        [property("security.protocol"), complete, ["authentication", "mode"]],
        [property("sasl.mechanism"), complete, ["authentication", "mode"]],
        [property("sasl.scram.password"), complete, ["authentication", "password"]],
        [property("sasl.kerberos.krb5.kdc"), { ...OWN, authentication: KERBEROS }, ["authentication", "kdc"]],
        [
            property("ssl.truststore"),
            { ...OWN, authentication: KERBEROS },
            ["authentication", "trustStore", "file", "binary"],
        ],
        [
            property("ssl.truststore.password"),
            { ...OWN, authentication: KERBEROS },
            ["authentication", "trustStore", "password"],
        ],
        [
            property("ssl.keystore.password"),
            { ...OWN, authentication: MUTUAL_TLS },
            ["authentication", "keyStorePassword"],
        ],
        [property("ssl.truststore"), complete, ["authentication"]],
        [["errorAction", "cloudwatchLogs", "logGroupName"], complete, ["errorAction"]],
    ];
    for (const [path, args, expected] of cases) {
        it(`is ${JSON.stringify(expected)} for ${JSON.stringify(path)}`, () => {
            assert.deepEqual(ruleOf(args).argumentPath(path), expected);
        });
    }

    const ofDestination: readonly [Path, Path][] = [
        [["enabled"], ["enabled"]],
        [["vpcConfiguration"], []],
        [
            ["vpcConfiguration", "subnetIds", 1],
            ["subnetIds", 1],
        ],
        [
            ["vpcConfiguration", "securityGroups", 0],
            ["securityGroupIds", 0],
        ],
        [["vpcConfiguration", "roleArn"], ["roleArn"]],
    ];
    for (const [path, expected] of ofDestination) {
        it(`is ${JSON.stringify(expected)} for ${JSON.stringify(path)} of a destination`, () => {
            assert.deepEqual(destinationOf({ ...VPC }).argumentPath(path), expected);
        });
    }
});
