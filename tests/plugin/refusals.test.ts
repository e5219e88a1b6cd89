import assert from "node:assert/strict";
import { output } from "@pulumi/pulumi";
import * as nested from "../../components";
import * as flat from "../../components/flat";
import { run } from "../components/program";
import { RULE, SCRAM, VPC } from "../components/samples";

type Classes = Readonly<Record<string, new (name: string, args: never) => unknown>>;

/** What a component says of its arguments, before it makes anything. */
async function refusal(classes: object, name: string, args: object): Promise<string> {
    let said = "";
    const { resources } = await run(() => {
        try {
            new (classes as Classes)[name]!("plant", args as never);
        } catch (error) {
            said = (error as Error).message;
        }
    });
    assert.ok(resources.length <= 1, "a child was made");
    return said;
}

const FLAT_RULE = {
    ...RULE,
    authentication: { mode: "SCRAM-SHA-512", usernameSecret: SCRAM.username, password: SCRAM.password },
};

describe("the components of the plugin refuse", () => {
    const SAME: readonly (readonly [title: string, name: string, typescript: object, flat: object])[] = [
        ["a wrong value", "KafkaTopicRule", { ...RULE, acks: "2" }, { ...FLAT_RULE, acks: "2" }],
        [
            "several wrong values at once",
            "KafkaTopicRule",
            { ...RULE, sql: "SELECT", partition: "-1" },
            { ...FLAT_RULE, sql: "SELECT", partition: "-1" },
        ],
        ["what is missing", "VpcDestination", { vpcId: VPC.vpcId }, { vpcId: VPC.vpcId }],
        [
            "a mode that there is not",
            "KafkaCredentials",
            { mode: "SCRAM-SHA-256", user: { username: "u", password: "p" } },
            { mode: "SCRAM-SHA-256", user: { username: "u", password: "p" } },
        ],
        [
            "two error actions",
            "KafkaTopicRule",
            { ...RULE, errorAction: { logs: {}, s3: { bucket: "b" } } },
            { ...FLAT_RULE, errorAction: { logs: {}, s3: { bucket: "b" } } },
        ],
        [
            "a cluster beside brokers that exist",
            "IotKafkaPipeline",
            { sql: RULE.sql, topic: "t", network: "new", kafka: { cluster: {}, bootstrapServers: "b:9096" } },
            { sql: RULE.sql, topic: "t", newNetwork: true, kafka: { cluster: {}, bootstrapServers: "b:9096" } },
        ],
    ];
    for (const [title, name, typescript, given] of SAME) {
        it(`${title} in the words of TypeScript`, async () => {
            const expected = await refusal(nested, name, typescript);
            assert.match(expected, /^The arguments of plant have (a mistake|\d+ mistakes):\n/);
            assert.equal(await refusal(flat, name, given), expected);
        });
    }

    it("everything that is said twice, at once and before a resource is registered", async () => {
        const text = await refusal(flat, "KafkaTopicRule", {
            ...FLAT_RULE,
            authentication: { ...FLAT_RULE.authentication, username: "u" },
            errorAction: { none: true, logs: {} },
        });
        assert.match(text, /^The arguments of plant have 2 mistakes:\n/);
        assert.match(
            text,
            /argument-form at authentication\.usernameSecret\n {4}It excludes username, which is given too\./,
        );
        assert.match(text, /argument-form at errorAction\.none\n {4}It excludes logs, given beside it\./);
    });

    it("a new network beside one that exists", async () => {
        const text = await refusal(flat, "IotKafkaPipeline", {
            sql: RULE.sql,
            topic: "telemetry",
            newNetwork: true,
            network: VPC,
        });
        assert.match(
            text,
            /at newNetwork\n {4}It excludes network, which is given too\.\n {4}Fix: Give newNetwork or network\./,
        );
    });

    it("a flag that is known later, since it decides what is made", async () => {
        const later = { ...FLAT_RULE, errorAction: { none: output(true) } };
        assert.match(await refusal(flat, "KafkaTopicRule", later), /at errorAction\.none\n {4}It is not true or false/);
    });

    it("with no value of a secret in the message", async () => {
        const text = await refusal(flat, "KafkaCredentials", {
            mode: "SSL",
            keyStore: { base64: "AAAA", password: "canary-password", passwordSecret: { existingSecretId: "s" } },
        });
        assert.match(text, /at keyStore\.passwordSecret/);
        assert.doesNotMatch(text, /canary/);
    });
});
