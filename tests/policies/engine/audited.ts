import { createHash } from "node:crypto";
import { DESTINATION_PROPS, RULE_PROPS } from "../sample";
import { FOURTEEN_MISTAKES, ruleWith } from "./mistakes";

const urn = (type: string, name: string) => `urn:pulumi:dev::plant::${type}::${name}`;
const STACK = urn("pulumi:pulumi:Stack", "plant-dev");
const PROVIDER = urn("pulumi:providers:aws", "default_7_48_0");
const TIME = { created: "2026-01-31T00:00:00Z", modified: "2026-01-31T00:00:00Z" };
/** Of the engine that wrote it. A backend wants its digest with it. */
const VERSION = "v3.259.0";
const RULE = "aws:iot/topicRule:TopicRule";
const DESTINATION = "aws:iot/topicRuleDestination:TopicRuleDestination";
const ROLE = "aws:iam/role:Role";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const SECRET = "aws:secretsmanager/secret:Secret";
const ASSOCIATION = "aws:msk/scramSecretAssociation:ScramSecretAssociation";

type State = Readonly<Record<string, unknown>> & { readonly urn: string };
type Edges = Readonly<Record<string, readonly string[]>>;

/** A resource as the engine keeps it. */
function state(type: string, name: string, inputs: object, outputs: object, propertyDependencies: Edges = {}): State {
    return {
        urn: urn(type, name),
        custom: true,
        id: `${name}-id`,
        type,
        inputs,
        outputs: { ...inputs, ...outputs },
        parent: STACK,
        dependencies: [...new Set(Object.values(propertyDependencies).flat())],
        propertyDependencies,
        provider: `${PROVIDER}::provider-id`,
        ...TIME,
    };
}

const DESTINATION_ARN = "arn:aws:iot:us-east-1:209876543210:ruledestination/vpc/0a1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e";
const { vpcConfiguration } = DESTINATION_PROPS;
const trust = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
};
const egress = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }];
/** A secret that only the stack's own passphrase opens. */
const hidden = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:AAAA:AAAA" };

/** Read with a role of another account. */
const FOREIGN = RULE_PROPS.kafkas[0]!.clientProperties["sasl.scram.username"].replace("209876543210", "310987654321");

/** What `pulumi stack export` gives for a stack with mistakes in it, on one resource and between several. */
export const AUDITED = {
    version: 3,
    deployment: {
        manifest: { time: TIME.created, magic: "", version: VERSION },
        secrets_providers: {
            type: "service",
            state: { url: "https://api.pulumi.com", owner: "plant", project: "plant", stack: "dev" },
        },
        resources: [
            { urn: STACK, custom: false, type: "pulumi:pulumi:Stack", ...TIME },
            {
                urn: PROVIDER,
                custom: true,
                id: "provider-id",
                type: "pulumi:providers:aws",
                inputs: { region: "us-east-1" },
                outputs: { region: "us-east-1" },
                ...TIME,
            },
            state(
                ROLE,
                "interfaces",
                { name: "iot-kafka-interfaces", assumeRolePolicy: JSON.stringify(trust) },
                { arn: vpcConfiguration.roleArn, inlinePolicies: [], managedPolicyArns: [] },
            ),
            state(GROUP, "outside", { name: "outside", egress }, { id: vpcConfiguration.securityGroups[0] }),
            state(
                DESTINATION,
                "plant",
                { ...DESTINATION_PROPS, enabled: false },
                { arn: DESTINATION_ARN, region: "us-east-1" },
                { vpcConfiguration: [urn(ROLE, "interfaces"), urn(GROUP, "outside")] },
            ),
            state(RULE, "mistaken", FOURTEEN_MISTAKES, { arn: "arn:aws:iot:us-east-1:209876543210:rule/mistaken" }),
            state(
                RULE,
                "joined",
                ruleWith({ destinationArn: DESTINATION_ARN }, { acks: "3" }, { name: "joined" }),
                { arn: "arn:aws:iot:us-east-1:209876543210:rule/joined" },
                { kafkas: [urn(DESTINATION, "plant")] },
            ),
            state(
                RULE,
                "hidden",
                {
                    ...RULE_PROPS,
                    name: "hidden",
                    sql: hidden,
                    kafkas: [{ ...RULE_PROPS.kafkas[0], clientProperties: hidden }],
                },
                {
                    arn: "arn:aws:iot:us-east-1:209876543210:rule/hidden",
                },
            ),
            state(RULE, "correct", { ...RULE_PROPS, name: "correct" }, {}),
            state(RULE, "foreign", ruleWith({}, { "sasl.scram.username": FOREIGN }, { name: "foreign" }), {}),
            state(
                SECRET,
                "user",
                { name: "plant" },
                { arn: "arn:aws:secretsmanager:us-east-1:209876543210:secret:plant-AbCdEf" },
            ),
            state(
                ASSOCIATION,
                "users",
                {
                    clusterArn:
                        "arn:aws:kafka:us-east-1:209876543210:cluster/plant/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e-2",
                    secretArnLists: ["arn:aws:secretsmanager:us-east-1:209876543210:secret:plant-AbCdEf"],
                },
                {},
                { secretArnLists: [urn(SECRET, "user")] },
            ),
        ],
    },
};

/** A secret whose value is known, as `stack export --show-secrets` writes it and `stack import` takes it. */
const kept = (value: unknown) => ({
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
    plaintext: JSON.stringify(value),
});
const [action] = RULE_PROPS.kafkas;

/**
 * The same stack with another rule, whose client properties are one secret: its `acks` is wrong. The salt is that of the
 * backend's stack, so that the backend can keep the secret.
 */
export const withKeptSecret = (salt: string) => ({
    ...AUDITED,
    deployment: {
        ...AUDITED.deployment,
        manifest: { time: TIME.created, magic: createHash("sha256").update(VERSION).digest("hex"), version: VERSION },
        secrets_providers: { type: "passphrase", state: { salt } },
        resources: [
            ...AUDITED.deployment.resources.filter(({ urn: id }) => !id.endsWith("::hidden")),
            state(
                RULE,
                "kept",
                {
                    ...RULE_PROPS,
                    name: "kept",
                    description: kept("canary-description"),
                    kafkas: [{ ...action, clientProperties: kept({ ...action!.clientProperties, acks: "2" }) }],
                },
                { arn: "arn:aws:iot:us-east-1:209876543210:rule/kept" },
            ),
        ],
    },
});
