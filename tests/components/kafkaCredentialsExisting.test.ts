import assert from "node:assert/strict";
import { RolePolicy } from "@pulumi/aws/iam";
import { KafkaCredentials, KafkaTopicRule } from "../../components";
import {
    ASSOCIATION,
    get,
    KEY_ARN,
    made,
    make,
    ON_CLUSTER,
    ROLE_POLICY,
    ROLE_TYPE,
    SCRAM,
    SECRET_ARN,
    statementsOf,
} from "./credentials";
import { resolved, run } from "./program";
import { ROLE, RULE } from "./samples";

describe("KafkaCredentials with parts that exist", () => {
    it("uses a role that is given, after what it depends on itself", async () => {
        const { result, resource, resources } = await run(
            () => {
                const policy = new RolePolicy("given", { role: "iot-kafka-secrets", policy: "{}" });
                const args = { ...ON_CLUSTER, roleArn: ROLE };
                const credentials = new KafkaCredentials("plant", args, { dependsOn: policy });
                const { authentication } = credentials;
                new KafkaTopicRule("telemetry", { ...RULE, authentication, errorAction: "none" });
                return credentials;
            },
            { made },
        );
        assert.deepEqual(
            resources.filter(({ type }) => type.startsWith("aws:iam/")).map(({ name }) => name),
            ["given"],
        );
        assert.equal(await resolved(result.roleArn), ROLE);
        assert.equal(await resolved(result.roleName), undefined);
        assert.ok((await resolved(result.clientProperties))["sasl.scram.username"]!.endsWith(`'${ROLE}')}`));
        for (const type of [ASSOCIATION, "aws:iot/topicRule:TopicRule"]) {
            assert.ok(resource(type).dependencies.includes("given"), type);
        }
    });

    describe("with a secret that exists", () => {
        const GET_SECRET = "aws:secretsmanager/getSecret:getSecret";
        const GET_KEY = "aws:kms/getKey:getKey";

        it("makes the role only, and asks for nothing that it is told", async () => {
            const user = { existingSecretId: SECRET_ARN };
            const { resources, resource, result, invokes } = await make({ ...SCRAM, user, kmsKeyArn: KEY_ARN });
            assert.deepEqual(resources.map(({ type }) => type).sort(), [
                ROLE_TYPE,
                ROLE_POLICY,
                ROLE_POLICY,
                "iotkafka:index:KafkaCredentials",
            ]);
            assert.equal(statementsOf(resource(ROLE_POLICY, "plant-secret-role-read"))[0].Resource, SECRET_ARN);
            assert.equal(statementsOf(resource(ROLE_POLICY, "plant-secret-role-decrypt"))[0].Resource, KEY_ARN);
            assert.equal(
                invokes.some(({ token }) => token === GET_SECRET),
                false,
            );
            assert.equal(await resolved(result.secretArn), SECRET_ARN);
            assert.equal(await resolved(result.secretName), undefined);
        });

        for (const [kmsKeyId, decrypts] of [
            [KEY_ARN, [KEY_ARN]],
            ["alias/plant", [KEY_ARN]],
            ["", []],
        ] as const) {
            it(`looks up its ARN, and its key ${kmsKeyId || "of Secrets Manager"}`, async () => {
                const answers = { [GET_SECRET]: { arn: SECRET_ARN, kmsKeyId }, [GET_KEY]: { arn: KEY_ARN } };
                const { resource, invokes } = await make(
                    { ...ON_CLUSTER, user: { existingSecretId: "AmazonMSK_other" } },
                    { preview: true, answers },
                );
                assert.deepEqual(invokes.find(({ token }) => token === GET_SECRET)?.inputs, {
                    name: "AmazonMSK_other",
                });
                assert.equal(resource(ASSOCIATION).inputs.secretArn, SECRET_ARN);
                const [reading, ...others] = statementsOf(resource(ROLE_POLICY));
                assert.match(reading.Resource, /:secret:AmazonMSK_other-\?{6}$/);
                assert.deepEqual(
                    others.map((one: { Resource: string }) => one.Resource),
                    decrypts,
                );
            });
        }

        it("makes nothing at all with a role that exists as well", async () => {
            const { resources, result } = await make({
                ...SCRAM,
                user: { existingSecretId: SECRET_ARN },
                roleArn: ROLE,
            });
            assert.deepEqual(
                resources.map(({ name }) => name),
                ["plant"],
            );
            const { "sasl.scram.password": password } = await resolved(result.clientProperties);
            assert.equal(password, get("password", SECRET_ARN, ROLE));
        });
    });
});
