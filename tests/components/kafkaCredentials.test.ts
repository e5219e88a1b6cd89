import assert from "node:assert/strict";
import { output } from "@pulumi/pulumi";
import { KafkaCredentials, KafkaTopicRule } from "../../components";
import {
    ASSOCIATION,
    get,
    KEY,
    KEY_ARN,
    made,
    make,
    ON_CLUSTER,
    PASSWORD,
    PLACES,
    ROLE_POLICY,
    ROLE_TYPE,
    SCRAM,
    SECRET,
    SECRET_ARN,
    SECRET_POLICY,
    statementsOf,
    VERSION,
} from "./credentials";
import { NOT_KNOWN, resolved, run } from "./program";
import { CLUSTER, RULE } from "./samples";

describe("KafkaCredentials", () => {
    for (const preview of [true, false]) {
        describe(preview ? "at preview" : "at update", () => {
            it("makes a secret with its key, value and policy, the association, and the role that reads it", async () => {
                const { resources, errors } = await make(ON_CLUSTER, { preview });
                assert.deepEqual(errors, []);
                assert.deepEqual(
                    resources.map(({ type, name, parent }) => [type, name, parent]).sort(),
                    [
                        ["iotkafka:index:KafkaCredentials", "plant", ""],
                        [ASSOCIATION, "plant-association", "plant"],
                        [PASSWORD, "plant-password", "plant"],
                        [SECRET, "plant-secret", "plant"],
                        [KEY, "plant-secret-key", "plant"],
                        ["aws:kms/alias:Alias", "plant-secret-key-alias", "plant"],
                        [SECRET_POLICY, "plant-secret-policy", "plant"],
                        [ROLE_TYPE, "plant-secret-role", "plant"],
                        [ROLE_POLICY, "plant-secret-role-decrypt", "plant"],
                        [ROLE_POLICY, "plant-secret-role-read", "plant"],
                        [VERSION, "plant-secret-version", "plant"],
                    ].sort(),
                );
            });

            for (const [partition, region, dnsSuffix] of PLACES) {
                it(`writes documents and templates that are known before anything is made: ${partition}`, async () => {
                    const { resource, result } = await make(
                        { ...SCRAM, region },
                        {
                            preview,
                            answers: { "aws:index/getPartition:getPartition": { partition, dnsSuffix } },
                        },
                    );
                    const account = `arn:${partition}:iam::209876543210`;
                    assert.deepEqual(JSON.parse(resource(ROLE_TYPE).inputs.assumeRolePolicy).Statement, [
                        {
                            Effect: "Allow",
                            Principal: { Service: "iot.amazonaws.com" },
                            Action: "sts:AssumeRole",
                            Condition: {
                                StringEquals: { "aws:SourceAccount": "209876543210" },
                                ArnLike: { "aws:SourceArn": `arn:${partition}:iot:${region}:209876543210:*` },
                            },
                        },
                    ]);
                    assert.deepEqual(statementsOf(resource(ROLE_POLICY, "plant-secret-role-read")), [
                        {
                            Effect: "Allow",
                            Action: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
                            Resource: `arn:${partition}:secretsmanager:${region}:209876543210:secret:AmazonMSK_plant_dev_plant-??????`,
                        },
                    ]);
                    assert.deepEqual(statementsOf(resource(KEY)), [
                        {
                            Sid: "Administration",
                            Effect: "Allow",
                            Principal: { AWS: `${account}:root` },
                            Action: "kms:*",
                            Resource: "*",
                        },
                    ]);
                    const role = `${account}:role/plant-dev-plant-secrets`;
                    assert.deepEqual(await resolved(result.clientProperties), {
                        "security.protocol": "SASL_SSL",
                        "sasl.mechanism": "SCRAM-SHA-512",
                        "sasl.scram.username": get("username", undefined, role),
                        "sasl.scram.password": get("password", undefined, role),
                    });
                    assert.equal(await resolved(result.roleArn), role);
                });
            }

            it("hands Region and tags to everything that takes them", async () => {
                const region = "eu-central-1";
                const clusterArn = CLUSTER.replace("us-east-1", region);
                const { resources, invokes } = await make(
                    { ...SCRAM, clusterArn, region, tags: { team: "plant" } },
                    { preview },
                );
                const regional = [KEY, "aws:kms/alias:Alias", SECRET, VERSION, SECRET_POLICY, ASSOCIATION];
                const tagged = [KEY, SECRET, ROLE_TYPE];
                for (const { type, inputs } of resources.filter(({ parent }) => parent === "plant")) {
                    assert.equal(inputs.region, regional.includes(type) ? region : undefined, type);
                    assert.deepEqual(inputs.tags, tagged.includes(type) ? { team: "plant" } : undefined, type);
                }
                const asked = invokes.find(({ token }) => token.endsWith("getRegion"));
                assert.deepEqual(asked?.inputs, { region });
            });

            it("is used by rules that come after all that a login takes", async () => {
                const { resource, errors } = await run(
                    () => {
                        const { authentication } = new KafkaCredentials("plant", ON_CLUSTER);
                        return new KafkaTopicRule("telemetry", { ...RULE, authentication, errorAction: "none" });
                    },
                    { preview, made },
                );
                assert.deepEqual(errors, []);
                const { inputs, dependencies } = resource("aws:iot/topicRule:TopicRule");
                assert.equal(inputs.kafkas[0].clientProperties["sasl.scram.password"], get("password"));
                for (const name of ["version", "policy", "role-read", "role-decrypt"]) {
                    assert.ok(dependencies.includes(`plant-secret-${name}`), name);
                }
                assert.ok(dependencies.includes("plant-association"));
            });
        });
    }

    it("associates the secret after its value and its policy, one by one", async () => {
        const { resource } = await make();
        const { inputs, dependencies } = resource(ASSOCIATION);
        assert.equal(inputs.clusterArn, CLUSTER);
        assert.ok(dependencies.includes("plant-secret-version") && dependencies.includes("plant-secret-policy"));
    });

    it("has no association where no cluster is given", async () => {
        const { resources } = await make(SCRAM);
        assert.equal(
            resources.some(({ type }) => type === ASSOCIATION),
            false,
        );
    });

    it("writes the policy that Amazon MSK attaches itself", async () => {
        const { resource } = await make();
        const { policy, secretArn } = resource(SECRET_POLICY).inputs;
        assert.deepEqual(JSON.parse(policy).Statement, [
            {
                Sid: "AWSKafkaResourcePolicy",
                Effect: "Allow",
                Principal: { Service: "kafka.amazonaws.com" },
                Action: "secretsmanager:getSecretValue",
                Resource: secretArn,
            },
        ]);
    });

    it("lets the role use the new key by a policy that hangs on the key", async () => {
        const [before, after] = [await make(SCRAM, { preview: true }), await make(SCRAM)];
        const [unknown, known] = [before, after].map(({ resource }) =>
            resource(ROLE_POLICY, "plant-secret-role-decrypt"),
        );
        assert.equal(unknown!.inputs.policy, NOT_KNOWN);
        assert.deepEqual(unknown!.propertyDependencies.policy, ["plant-secret-key"]);
        assert.deepEqual(statementsOf(known!), [
            { Effect: "Allow", Action: "kms:Decrypt", Resource: after.resource(SECRET).inputs.kmsKeyId },
        ]);
    });

    it("makes a password that no client has to escape, and keeps the secret's value secret", async () => {
        const { resource, result, outputs } = await make();
        assert.deepEqual(resource(PASSWORD).inputs, { length: 32, special: false });
        const value = resource(VERSION).inputs.secretString;
        assert.deepEqual(Object.keys(value), ["secret"]);
        assert.deepEqual(JSON.parse(value.secret), { username: "plant_dev_plant", password: "canary-password" });
        assert.doesNotMatch(JSON.stringify([...outputs]), /canary/);
        assert.equal(await resolved(result.username), "plant_dev_plant");
    });

    it("marks a user that is given as a secret wherever it stands", async () => {
        const { resource, resources } = await make({ ...SCRAM, user: { username: "plant", password: "canary-given" } });
        const { user } = resource("iotkafka:index:KafkaCredentials").inputs;
        assert.deepEqual(user, { username: { secret: "plant" }, password: { secret: "canary-given" } });
        assert.deepEqual(JSON.parse(resource(VERSION).inputs.secretString.secret), {
            username: "plant",
            password: "canary-given",
        });
        assert.equal(
            resources.some(({ type }) => type === PASSWORD),
            false,
        );
    });

    it("frees the secret's name at once when it is deleted, unless days are asked for", async () => {
        assert.equal((await make()).resource(SECRET).inputs.recoveryWindowInDays, 0);
        const kept = await make({ ...SCRAM, recoveryWindowInDays: 7 });
        assert.equal(kept.resource(SECRET).inputs.recoveryWindowInDays, 7);
    });

    it("uses a key that is given", async () => {
        const { resource, resources } = await make({ ...SCRAM, kmsKeyArn: KEY_ARN }, { preview: true });
        assert.equal(
            resources.some(({ type }) => type.startsWith("aws:kms/")),
            false,
        );
        assert.equal(resource(SECRET).inputs.kmsKeyId, KEY_ARN);
        assert.equal(statementsOf(resource(ROLE_POLICY, "plant-secret-role-decrypt"))[0].Resource, KEY_ARN);
    });

    it("checks its arguments, all at once, before a child exists", async () => {
        const wrong = {
            mode: "SCRAM-SHA-512",
            user: { existingSecretId: "not a name", password: "canary-wrong" },
            kmsKeyArn: "alias/plant",
            clusterArn: "plant",
            roleArn: "role",
            recoveryWindowInDays: 3,
            kmsKeyId: "x",
        };
        await assert.rejects(make(wrong as never), ({ message }: Error) => {
            for (const path of ["user", "user.existingSecretId", "kmsKeyArn", "clusterArn", "roleArn", "kmsKeyId"]) {
                assert.match(message, new RegExp(`at ${path.replaceAll(".", "\\.")}\\n`));
            }
            assert.match(message, /an alias, and not the ARN of a key/);
            assert.match(message, /at recoveryWindowInDays\n.*\n.*0, 7, 8/);
            assert.doesNotMatch(message, /canary/);
            return true;
        });
    });

    it("checks an Output when it resolves", async () => {
        const { errors } = await make({ ...SCRAM, kmsKeyArn: output("alias/plant") });
        assert.equal(errors.length, 1);
        assert.match(errors[0]!.message, /at kmsKeyArn\n/);
    });

    it("refuses a secret without the name that Amazon MSK asks for, where it is associated", async () => {
        const user = { existingSecretId: SECRET_ARN.replace("AmazonMSK_", "") };
        await assert.rejects(make({ ...ON_CLUSTER, user }), /at user\.existingSecretId\n[\s\S]*AmazonMSK_/);
        const { errors } = await make({ ...SCRAM, user, kmsKeyArn: KEY_ARN });
        assert.deepEqual(errors, []);
    });

    it("registers exactly what it gives, and is known by its type", async () => {
        const { result, outputs } = await make();
        const given = Object.keys(outputs.get("plant") ?? {}).sort();
        const [authentication, ...rest] = given;
        assert.equal(authentication, "authentication");
        assert.deepEqual(rest, [
            ...[
                "clientProperties",
                "kmsKeyArn",
                "roleArn",
                "roleName",
                "secretArn",
                "secretName",
                "secretNames",
                "username",
            ],
        ]);
        assert.equal(KafkaCredentials.isInstance(result), true);
        assert.equal(result.authentication.mode, "SCRAM-SHA-512");
        assert.equal(KafkaCredentials.__pulumiType, "iotkafka:index:KafkaCredentials");
    });
});
