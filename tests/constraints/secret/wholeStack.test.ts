import assert from "node:assert/strict";
import { CATALOGUE, Judge, type ResourceFacts, renderFinding, type StackFacts, UNKNOWN } from "../../../constraints";
import { alone, association, topic, withClusterOutput } from "../../../constraints/examples/clusters";
import { provisioned } from "../../../constraints/examples/provisioned";
import { linked, listed, SCRAM_VALUE } from "../../../constraints/examples/scramSecrets";
import { secret, secretVersion } from "../../../constraints/examples/secrets";
import { MSK_CONFIGURATION_CONSTRAINTS } from "../../../constraints/msk-configuration";
import { SECRET_CONSTRAINTS } from "../../../constraints/secret";
import { policyFor, READABLE } from "../../../constraints/secret/secretPolicies";

const OWN = [...SECRET_CONSTRAINTS, ...MSK_CONFIGURATION_CONSTRAINTS];
const judge = new Judge(CATALOGUE);
/** All constraints about secrets and the configuration of clusters, also those that are off by default. */
const own = new Judge(OWN, Object.fromEntries(OWN.map(({ id, level }) => [id, { enforcementLevel: level }])));

const SERVER_PROPERTIES = [
    "# Topics are made by the program.",
    "auto.create.topics.enable = false",
    "default.replication.factor=3",
    "min.insync.replicas=2",
    "unclean.leader.election.enable=false",
    "log.retention.ms=-1",
].join("\n");

/** What a program makes of a cluster, its user and a rule, before any of it is there. */
function whole(): ResourceFacts[] {
    const key: ResourceFacts = { kind: "key", id: "key", name: "plant", values: { arn: UNKNOWN, keyId: UNKNOWN } };
    const configuration: ResourceFacts = {
        kind: "configuration",
        id: "configuration",
        name: "plant",
        values: { arn: UNKNOWN, name: "plant-1a2b3c4", kafkaVersions: ["3.9.x"], serverProperties: SERVER_PROPERTIES },
    };
    const changes = {
        arn: UNKNOWN,
        configurationInfo: { arn: UNKNOWN, revision: UNKNOWN },
        enhancedMonitoring: "PER_TOPIC_PER_BROKER",
        loggingInfo: { brokerLogs: { cloudwatchLogs: { enabled: true, logGroup: "/aws/vendedlogs/msk/plant" } } },
    };
    const made = provisioned(changes, { id: "cluster", references: { configurationInfo: ["configuration"] } });
    const others: ResourceFacts[] = [
        key,
        configuration,
        made,
        { ...topic("telemetry", { clusterArn: UNKNOWN }), references: { clusterArn: ["cluster"] } },
        {
            ...secret("AmazonMSK_plant", "secret", { kmsKeyId: UNKNOWN, recoveryWindowInDays: 0 }),
            references: { kmsKeyId: ["key"] },
        },
        secretVersion({ secretString: SCRAM_VALUE }),
        policyFor("secret", READABLE),
        linked({ values: { clusterArn: UNKNOWN, secretArn: UNKNOWN } }),
    ];
    const stack = withClusterOutput(alone(others, { properties: { "bootstrap.servers": UNKNOWN } }));
    return stack.resources.map((resource) =>
        resource.kind === "topicRule" ? { ...resource, dependencies: ["topic-telemetry", "association"] } : resource,
    );
}

const STACK: StackFacts = { region: "us-east-1", account: "209876543210", resources: whole() };

function mandatory(stack: StackFacts): string[] {
    return judge
        .judge(stack)
        .findings.filter(({ level }) => level === "mandatory")
        .map(renderFinding);
}

/** Values with something else at one place of them, for every place. */
function* withEvery(value: unknown, replace: unknown): Generator<unknown> {
    yield replace;
    if (typeof value !== "object" || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
        for (const changed of withEvery(inner, replace)) {
            if (Array.isArray(value)) yield value.map((one, index) => (String(index) === name ? changed : one));
            else yield { ...value, [name]: changed };
        }
    }
}

/** The stack with something else at one place of the values of one resource, for every place of all. */
function* changedStacks(replace: unknown): Generator<StackFacts> {
    for (const [index, resource] of STACK.resources.entries()) {
        for (const [name, value] of Object.entries(resource.values)) {
            for (const changed of withEvery(value, replace)) {
                const values = { ...resource.values, [name]: changed };
                const resources = STACK.resources.map((one, at) => (at === index ? { ...one, values } : one));
                yield { ...STACK, resources };
            }
        }
    }
}

describe("a correct stack with a cluster, its configuration, topic and user, and a rule", () => {
    it("has no finding of these constraints, mandatory or advisory", () => {
        assert.deepEqual(new Judge(OWN).judge(STACK).findings.map(renderFinding), []);
        assert.deepEqual(mandatory(STACK), []);
    });

    it("has none after it is made, when every ARN is known", () => {
        const arns: Record<string, string> = {
            key: "arn:aws:kms:us-east-1:209876543210:key/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e",
            secret: "arn:aws:secretsmanager:us-east-1:209876543210:secret:AmazonMSK_plant-AbCdEf",
        };
        const resources = STACK.resources.map((resource): ResourceFacts => {
            if (resource.kind === "key") return { ...resource, values: { arn: arns.key } };
            if (resource.kind === "secret")
                return { ...resource, values: { ...resource.values, arn: arns.secret, kmsKeyId: arns.key } };
            if (resource.kind === "singleScramSecretAssociation")
                return { ...association(), ...(resource.dependencies ? { dependencies: resource.dependencies } : {}) };
            return resource;
        });
        assert.deepEqual(mandatory({ ...STACK, resources }), []);
    });

    it("has none with a list in place of the single association", () => {
        const list = listed(UNKNOWN, {
            references: { secretArnLists: ["version"], clusterArn: ["cluster"] },
            dependencies: ["cluster"],
        });
        const resources = STACK.resources.map((one) => (one.id === "association" ? list : one));
        assert.deepEqual(mandatory({ ...STACK, resources }), []);
    });

    it("has no mandatory finding whatever single value is not known yet", () => {
        for (const stack of changedStacks(UNKNOWN)) assert.deepEqual(mandatory(stack), []);
    });

    it("is judged to the end whatever single value is of a wrong type", () => {
        for (const replace of [
            null,
            7,
            true,
            "",
            "x",
            "arn:",
            "=\n=",
            [],
            [[null]],
            { a: { b: 1 } },
            "x".repeat(3000),
        ]) {
            for (const stack of changedStacks(replace)) own.judge(stack);
        }
    }).timeout(60_000);

    it("is judged in time whatever a text of it holds", () => {
        const texts = [
            "=",
            ",",
            "://",
            "a=b\n",
            "{",
            '"\\',
            "-----BEGIN",
            "AAAA",
            "\r\n",
            "|",
            "AmazonMSK_",
            "{broker_id}",
            "retention.ms",
        ];
        for (const text of texts) {
            const long = text.repeat(50_000);
            const holding: readonly (readonly [id: string, name: string, before?: string])[] = [
                ["configuration", "serverProperties", "custom.advertised.listeners="],
                ["configuration", "serverProperties", ""],
                ["secret", "name"],
                ["secret", "policy"],
                ["version", "secretString"],
                ["version", "secretBinary"],
                ["topic-telemetry", "configs"],
                ["association", "secretArn"],
            ];
            for (const [id, name, before = ""] of holding) {
                const resources = STACK.resources.map((one) =>
                    one.id === id ? { ...one, values: { ...one.values, [name]: `${before}${long}=1` } } : one,
                );
                assert.doesNotThrow(() => own.judge({ ...STACK, resources }), `${text} in ${name}`);
            }
        }
    }).timeout(120_000);
});
